package org.tallywire.dashboard.view;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One series with its rolling counts.
 *
 * @param counts by window: "1", "7", "28", "365" days up to {@code asOf}, and "all"
 * @param previous the same number of days just before, by window; none for "all"
 * @param asOf last day of the windows; null while no window has come
 * @param recentTo last day of {@code recent}
 * @param recent counts of {@link SeriesBook#RECENT_DAYS} days in order, 0 where nothing was counted
 */
public record SeriesRow(
        String id,
        String name,
        Map<String, String> labels,
        Map<String, Long> counts,
        Map<String, Long> previous,
        @Nullable LocalDate asOf,
        @Nullable Instant updatedAt,
        @Nullable LocalDate firstDay,
        @Nullable LocalDate lastDay,
        @Nullable LocalDate recentTo,
        long[] recent) {}
