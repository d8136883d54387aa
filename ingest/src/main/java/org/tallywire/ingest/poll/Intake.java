package org.tallywire.ingest.poll;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.Failure;
import org.tallywire.avro.Listing;
import org.tallywire.ingest.read.FeedFacts;

/**
 * What a poll's documents came to.
 *
 * @param written documents to write, a null value withdraws
 * @param failures items that were set aside
 * @param counts items by outcome: listed, new, updated, gone, known, held, dropped.REASON
 * @param arrivals when the new items came out
 * @param listing what is listed now; null: the poll does not say
 * @param listHash hash over all items
 * @param overrun no item was listed before: some were missed in between
 * @param span time between the oldest and the newest item listed; zero: not known
 * @param facts what the feed says of itself
 * @param guidUnreliable links identify the items from now on
 * @param restless most known items seem to have changed
 * @param open items that are left for the next poll
 * @param <V> type of the documents
 */
public record Intake<V>(
        Map<String, @Nullable V> written,
        List<Failure> failures,
        Map<String, Long> counts,
        List<Instant> arrivals,
        @Nullable Listing listing,
        String listHash,
        boolean overrun,
        Duration span,
        FeedFacts facts,
        boolean guidUnreliable,
        boolean restless,
        int open) {

    /** Nothing came. */
    public static <V> Intake<V> none() {
        return of(Map.of(), Map.of());
    }

    /** Documents without a list: pages that were looked at again. */
    static <V> Intake<V> of(Map<String, @Nullable V> written, Map<String, Long> counts) {
        return new Intake<>(
                written, List.of(), counts, List.of(), null, "", false, Duration.ZERO, FeedFacts.NONE, false, false, 0);
    }

    /** Number of items with an outcome. */
    public long count(String outcome) {
        return counts.getOrDefault(outcome, 0L);
    }

    /** Adds up items by outcome. */
    static final class Counts {
        private final Map<String, Long> counts = new LinkedHashMap<>();

        void add(String outcome, long items) {
            if (items != 0) {
                counts.merge(outcome, items, Long::sum);
            }
        }

        Map<String, Long> map() {
            return counts;
        }
    }
}
