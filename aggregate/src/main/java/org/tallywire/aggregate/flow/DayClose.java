package org.tallywire.aggregate.flow;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.tallywire.aggregate.count.Cells;
import org.tallywire.aggregate.spike.BenjaminiHochberg;
import org.tallywire.avro.CellState;
import org.tallywire.avro.WatchedSeries;

/**
 * The end of a day for all watched series of a task. First each is judged with the strict limit q/n; then the p of all together give
 * the limit after Benjamini and Hochberg, and those below it are judged again, so that of all alerts of a day a share q is false at
 * most on average.
 */
final class DayClose {
    private static final double Q = 0.1;
    /** However few the series: one false alarm in a thousand days each. */
    private static final double ALPHA = 0.001;
    /** No p above this is worth an alert, however many others are. */
    private static final double LARGEST = 0.01;

    private static final int CHUNK = 500;

    private final Sweep<WatchedSeries> sweep;
    private final Families families;
    private final Map<String, Double> p = new HashMap<>();
    private final Map<String, LocalDate> settling = new HashMap<>();
    private final Deque<String> again = new ArrayDeque<>();
    private int judged;
    private double limit;

    DayClose(KeyValueStore<String, WatchedSeries> memory, Families families) {
        this.sweep = new Sweep<>(memory, CHUNK);
        this.families = families;
    }

    /** Judges a series with a limit; gives the p of its newest day that is over. */
    @FunctionalInterface
    interface Judge {
        double judge(String series, double limit);
    }

    /** Finds a day cell. */
    @FunctionalInterface
    interface Find {
        @Nullable
        CellState cell(String series, LocalDate day);
    }

    /** The limit that holds alone: q over the number of series, and never above one in a thousand. */
    static double limit(long series) {
        return Math.min(ALPHA, Q / Math.max(1, series));
    }

    void begin() {
        p.clear();
        settling.clear();
        again.clear();
        judged = 0;
        sweep.restart();
    }

    /** The next chunk of the work. */
    void step(double strict, Judge judge, Find cells, Function<String, LocalDate> today) {
        for (int left = CHUNK; left > 0 && !again.isEmpty(); left--) {
            judge.judge(again.remove(), limit);
        }
        boolean last = sweep.step((series, state) -> {
            settle(series, state.getName(), cells, today.apply(state.getName()));
            double found = judge.judge(series, strict);
            judged++;
            if (found <= LARGEST) {
                p.put(series, found);
            }
        });
        if (last) {
            settling.forEach(families::save);
            limit = together();
            p.forEach((series, found) -> {
                if (found > strict && found <= limit) {
                    again.add(series);
                }
            });
        }
    }

    /** Only small p can be rejected; the others count by their number. */
    private double together() {
        double[] all = new double[judged];
        Arrays.fill(all, 1);
        int i = 0;
        for (double found : p.values()) {
            all[i++] = found;
        }
        return Math.min(LARGEST, BenjaminiHochberg.limit(all, Q));
    }

    private void settle(String series, String family, Find cells, LocalDate today) {
        LocalDate day = today.minusDays(Cells.LATEST + 1L);
        if (families.unsettled(family, day)) {
            settling.put(family, day);
            CellState cell = cells.cell(series, day);
            List<Long> arrivals = cell == null ? List.of() : cell.getArrivals();
            if (!arrivals.isEmpty()) {
                families.settle(family, arrivals);
            }
        }
    }
}
