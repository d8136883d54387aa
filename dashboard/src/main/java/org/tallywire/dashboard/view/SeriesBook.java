package org.tallywire.dashboard.view;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.DayCell;
import org.tallywire.avro.Tally;

/** All series with their days and windows. When there are too many days, the oldest of the series in hand makes room. */
final class SeriesBook {
    /** Days in a row's small chart. */
    static final int RECENT_DAYS = 91;

    private final Map<String, SeriesState> series = new TreeMap<>();
    private final int maxSeries;
    private final int maxDays;
    private int days;
    private long seriesLeftOut;
    private long daysLeftOut;

    SeriesBook(int maxSeries, int maxDays) {
        this.maxSeries = maxSeries;
        this.maxDays = maxDays;
    }

    synchronized void put(DayCell cell) {
        LocalDate day = cell.getDay();
        SeriesState state = day == null ? null : open(cell.getSeries(), cell.getName(), cell.getLabels());
        if (state == null || day == null) {
            return;
        }
        if (state.days.put(day, DayRow.of(day, cell)) == null) {
            days++;
        }
        if (days > maxDays) {
            state.days.pollFirstEntry();
            days--;
            daysLeftOut++;
        }
    }

    synchronized void put(Tally tally) {
        SeriesState state = open(tally.getSeries(), tally.getName(), tally.getLabels());
        if (state != null) {
            state.put(tally);
        }
    }

    /** A tombstone of [tallies.daily], key {@code <series>|<day>}. */
    synchronized void removeDay(String key) {
        int bar = key.lastIndexOf('|');
        SeriesState state = bar < 0 ? null : series.get(key.substring(0, bar));
        if (state != null && state.days.remove(LocalDate.parse(key.substring(bar + 1))) != null) {
            days--;
            dropIfEmpty(state);
        }
    }

    /** A tombstone of [tallies.rolling], key {@code <series>|<days>d} or {@code <series>|all}. */
    synchronized void removeWindow(String key) {
        int bar = key.lastIndexOf('|');
        SeriesState state = bar < 0 ? null : series.get(key.substring(0, bar));
        if (state != null) {
            String window = key.substring(bar + 1);
            state.removeWindow(window.endsWith("d") ? window.substring(0, window.length() - 1) : window);
            dropIfEmpty(state);
        }
    }

    synchronized List<SeriesRow> all() {
        List<SeriesRow> rows = new ArrayList<>(series.size());
        series.values().forEach(state -> rows.add(state.row()));
        return rows;
    }

    synchronized @Nullable SeriesRow one(String id) {
        SeriesState state = series.get(id);
        return state == null ? null : state.row();
    }

    /** Days of one series in order, both ends included. */
    synchronized List<DayRow> days(String id, LocalDate from, LocalDate to) {
        SeriesState state = series.get(id);
        return state == null || from.isAfter(to)
                ? List.of()
                : List.copyOf(state.days.subMap(from, true, to, true).values());
    }

    /** Counts of the given number of days up to and with {@code to}; empty for an unknown series. */
    synchronized long[] counts(String id, LocalDate to, int length) {
        SeriesState state = series.get(id);
        return state == null ? new long[0] : state.counts(to, length);
    }

    synchronized int size() {
        return series.size();
    }

    synchronized long seriesLeftOut() {
        return seriesLeftOut;
    }

    synchronized long daysLeftOut() {
        return daysLeftOut;
    }

    private @Nullable SeriesState open(String id, String name, Map<String, String> labels) {
        SeriesState known = series.get(id);
        if (known != null) {
            return known;
        }
        if (series.size() >= maxSeries) {
            seriesLeftOut++;
            return null;
        }
        SeriesState fresh = new SeriesState(id, name, labels);
        series.put(id, fresh);
        return fresh;
    }

    private void dropIfEmpty(SeriesState state) {
        if (state.isEmpty()) {
            series.remove(state.id);
        }
    }
}
