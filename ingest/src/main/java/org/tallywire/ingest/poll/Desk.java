package org.tallywire.ingest.poll;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.tallywire.avro.Article;
import org.tallywire.avro.PageCheck;
import org.tallywire.avro.Source;
import org.tallywire.avro.SourceState;
import org.tallywire.ingest.read.Payload;

/**
 * Decides what each entry of a poll is (new, changed, known, gone) and makes the documents to write.
 *
 * @param <T> type of the entries
 * @param <V> type of the documents
 */
public interface Desk<T, V> {
    /** Entries whose own page is needed before they can be written, by its address; decided without remembering anything. */
    default Map<String, T> pages(SourceState state, Polled<T> polled, Memory memory, Instant now) {
        return Map.of();
    }

    /** Makes an article out of an entry and its page; runs beside the stream thread. */
    default Article elaborate(T entry, Payload page, Source source, Instant now) {
        throw new UnsupportedOperationException("this desk asks for no pages");
    }

    /** Article pages to look at again now. */
    default List<PageCheck> toLook(SourceState state, Memory memory, Instant now) {
        return List.of();
    }

    /** Makes an article out of a page that was looked at again; runs beside the stream thread. */
    default Article reread(PageCheck check, Payload page, Source source, Instant now) {
        throw new UnsupportedOperationException("this desk looks at no pages again");
    }

    /** Takes in what looking at pages again brought; remembers when to look next. */
    default Intake<V> takeLooks(SourceState state, List<Look> looks, Memory memory, Instant now) {
        return Intake.none();
    }

    /** Takes a poll in; remembers what must be remembered. */
    Intake<V> take(SourceState state, Polled<T> polled, Memory memory, Instant now);

    /** Addresses of documents that the next poll should read once more, although no list may name them any longer. */
    default List<String> toReread(SourceState state, Memory memory, Instant now) {
        return List.of();
    }

    /** Addresses that the next poll should look at, because their items left the list in its midst. */
    List<String> toConfirm(SourceState state, Memory memory, Instant now);
}
