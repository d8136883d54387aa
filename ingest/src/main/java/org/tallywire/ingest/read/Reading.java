package org.tallywire.ingest.read;

import java.util.List;
import java.util.Map;
import org.tallywire.avro.Failure;
import org.tallywire.avro.HealthState;

/**
 * What a reader made of one payload.
 *
 * @param state WORKING, or the word for what is wrong; only WORKING, OK_EMPTY, SALVAGED, ENCODING_GUESSED, PARTIAL and
 *     SCOPE_CHANGED may carry entries
 * @param reason everything odd about the document, in words; empty when nothing is
 * @param encoding name of the charset that was used
 * @param feed what the document says of itself
 * @param entries in document order
 * @param failures items that were set aside
 * @param dropped items left out, by reason; entries + failures + dropped = items in the document
 * @param follow addresses to fetch in this same poll (next page, cards)
 * @param complete false for a salvaged, truncated or partial document: it may add and update, never make anything gone
 */
public record Reading<T>(
        HealthState state,
        String reason,
        String encoding,
        FeedFacts feed,
        List<T> entries,
        List<Failure> failures,
        Map<String, Long> dropped,
        List<String> follow,
        boolean complete) {

    /** A document that could not be read at all. */
    public static <T> Reading<T> refused(HealthState state, String reason, String encoding) {
        return new Reading<>(state, reason, encoding, FeedFacts.NONE, List.of(), List.of(), Map.of(), List.of(), false);
    }

    /** True if entries of this reading may be used. */
    public boolean ok() {
        return switch (state) {
            case WORKING, OK_EMPTY, SALVAGED, ENCODING_GUESSED, PARTIAL, SCOPE_CHANGED -> true;
            default -> false;
        };
    }
}
