package org.tallywire.ingest.read;

import java.time.Instant;
import java.util.List;
import org.tallywire.avro.HealthState;
import org.tallywire.avro.Source;

/**
 * Reads one kind of feed or register. A new kind is one class, one line in the registry and one fixture pair.
 *
 * @param <T> {@link FeedItem} for news, {@code CourtRecord} for courts
 */
public interface Reader<T> {
    /** Addresses that a poll begins with; a register adds its query and its date window. */
    default List<String> requests(Source source, Instant now) {
        return List.of(source.getUrl());
    }

    /** False: an empty answer looks like that of a malformed query, so another one of the same poll must have found something. */
    default boolean believesEmptiness() {
        return true;
    }

    /** What a refusal of the server means for this kind: some sites tell with one status what others tell with another. */
    default HealthState refusal(HealthState state, int status) {
        return state;
    }

    /** Reads one answer. Bad input is never thrown: it is told by {@link Reading#state} and {@link Reading#failures}. */
    Reading<T> read(Payload payload, Source source);
}
