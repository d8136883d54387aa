package org.tallywire.dashboard.view;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.Tally;

/** Days and windows of one series; guarded by {@link SeriesBook}. */
final class SeriesState {
    final String id;
    final String name;
    final Map<String, String> labels;
    final NavigableMap<LocalDate, DayRow> days = new TreeMap<>();
    private final Map<String, Tally> windows = new HashMap<>();

    SeriesState(String id, String name, Map<String, String> labels) {
        this.id = id;
        this.name = name;
        this.labels = Map.copyOf(labels);
    }

    /** "all" for all time, else the number of days. */
    static String windowName(int days) {
        return days == 0 ? "all" : Integer.toString(days);
    }

    void put(Tally tally) {
        windows.put(windowName(tally.getDays()), tally);
    }

    void removeWindow(String window) {
        windows.remove(window);
    }

    boolean isEmpty() {
        return days.isEmpty() && windows.isEmpty();
    }

    SeriesRow row() {
        Map<String, Long> counts = new TreeMap<>();
        Map<String, Long> previous = new TreeMap<>();
        LocalDate asOf = null;
        Instant updated = null;
        for (var window : windows.entrySet()) {
            Tally tally = window.getValue();
            counts.put(window.getKey(), tally.getCount());
            if (tally.getPrevious() != null) {
                previous.put(window.getKey(), tally.getPrevious());
            }
            asOf = latest(asOf, tally.getAsOf());
            updated = latest(updated, tally.getUpdatedAt());
        }
        LocalDate first = days.isEmpty() ? null : days.firstKey();
        LocalDate last = days.isEmpty() ? null : days.lastKey();
        LocalDate recentTo = asOf == null ? last : asOf;
        long[] recent = recentTo == null ? new long[0] : counts(recentTo, SeriesBook.RECENT_DAYS);
        return new SeriesRow(id, name, labels, counts, previous, asOf, updated, first, last, recentTo, recent);
    }

    /** Counts of the given number of days up to and with {@code to}, in order. */
    long[] counts(LocalDate to, int length) {
        long[] counts = new long[length];
        LocalDate from = to.minusDays(length - 1L);
        days.subMap(from, true, to, true)
                .forEach((day, row) -> counts[(int) (day.toEpochDay() - from.toEpochDay())] = row.count());
        return counts;
    }

    private static <T extends Comparable<? super T>> @Nullable T latest(@Nullable T a, @Nullable T b) {
        return a == null || (b != null && b.compareTo(a) > 0) ? b : a;
    }
}
