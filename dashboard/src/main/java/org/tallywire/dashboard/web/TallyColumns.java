package org.tallywire.dashboard.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tallywire.dashboard.view.SeriesRow;

/** Columns of tallies.csv: one row a series and window. */
final class TallyColumns {
    static final List<String> NAMES =
            List.of("series", "name", "labels", "window_days", "as_of", "count", "previous", "updated_at");

    private static final List<String> WINDOWS = List.of("1", "7", "28", "365", "all");

    private TallyColumns() {}

    static List<List<@Nullable Object>> rows(List<SeriesRow> series) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (SeriesRow row : series) {
            for (String window : WINDOWS) {
                Long count = row.counts().get(window);
                if (count != null) {
                    rows.add(Arrays.asList(
                            row.id(),
                            row.name(),
                            labels(row.labels()),
                            window,
                            row.asOf(),
                            count,
                            row.previous().get(window),
                            row.updatedAt()));
                }
            }
        }
        return rows;
    }

    /** {@code name=value} in order of name, with a blank between. */
    static String labels(Map<String, String> labels) {
        return String.join(
                " ",
                new TreeMap<>(labels)
                        .entrySet().stream()
                                .map(label -> label.getKey() + "=" + label.getValue())
                                .toList());
    }
}
