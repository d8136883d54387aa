package org.tallywire.ingest.poll;

import java.time.Instant;
import java.util.List;
import org.tallywire.avro.SourceState;

/**
 * Decides what each entry of a poll is (new, changed, known, gone) and makes the documents to write.
 *
 * @param <T> type of the entries
 * @param <V> type of the documents
 */
public interface Desk<T, V> {
    /** Takes a poll in; remembers what must be remembered. */
    Intake<V> take(SourceState state, Polled<T> polled, Memory memory, Instant now);

    /** Addresses that the next poll should look at, because their items left the list in its midst. */
    List<String> toConfirm(SourceState state, Memory memory);
}
