package org.tallywire.dashboard.view;

import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.SourceHealth;

/**
 * How one source does; the fields are those of [source.health], with the state also in plain words.
 *
 * @param tone GOOD, WAIT, WARN or BAD
 * @param words what the state means for a person
 * @param items items by outcome since the source is known
 */
public record SourceRow(
        String id,
        String name,
        String stream,
        String kind,
        String url,
        String state,
        Tone tone,
        String words,
        String reason,
        @Nullable Instant since,
        @Nullable Instant lastAttempt,
        @Nullable Instant lastSuccess,
        @Nullable Instant lastNewItem,
        @Nullable Instant nextPoll,
        int intervalSeconds,
        long expectedGapSeconds,
        int errorStreak,
        int httpStatus,
        Map<String, Long> lastItems,
        Map<String, Long> items,
        String scope,
        @Nullable Instant updatedAt) {

    /** Worst first, then by name. */
    static final Comparator<SourceRow> WORST_FIRST = Comparator.comparing(SourceRow::tone, Comparator.reverseOrder())
            .thenComparing(SourceRow::name)
            .thenComparing(SourceRow::id);

    static SourceRow of(String id, SourceHealth h) {
        HealthWords.Meaning meaning = HealthWords.of(h.getState());
        return new SourceRow(
                id,
                h.getName().isBlank() ? id : h.getName(),
                h.getStream().name(),
                h.getKind(),
                h.getUrl(),
                h.getState().name(),
                meaning.tone(),
                meaning.words(),
                h.getReason(),
                h.getSince(),
                h.getLastAttempt(),
                h.getLastSuccess(),
                h.getLastNewItem(),
                h.getNextPoll(),
                h.getIntervalSeconds(),
                h.getExpectedGapSeconds(),
                h.getErrorStreak(),
                h.getHttpStatus(),
                Map.copyOf(h.getLastItems()),
                Map.copyOf(h.getItems()),
                h.getScope(),
                h.getUpdatedAt());
    }
}
