package org.tallywire.aggregate.watch;

import java.nio.ByteBuffer;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tallywire.aggregate.series.Watch;
import org.tallywire.aggregate.spike.Completeness;
import org.tallywire.aggregate.spike.SpikeAlert;
import org.tallywire.aggregate.spike.SpikeWatch;
import org.tallywire.aggregate.spike.Tick;
import org.tallywire.aggregate.spike.WatchRule;
import org.tallywire.aggregate.spike.WatchState;
import org.tallywire.avro.CellState;
import org.tallywire.avro.Mode;
import org.tallywire.avro.Rise;
import org.tallywire.avro.WatchedSeries;

/**
 * Judges one series. History that moves is learned anew from the day cells, as long as no alert is open; nothing in it is news. A day
 * is judged by its live items, for what a backfill brings is late, not much.
 */
public final class SeriesWatch {
    /** Empty days before the first item that are known to have been empty. */
    private static final int EMPTY_DAYS = 56;
    /** Below this many a day the buckets are weeks. */
    private static final double SPARSE = 0.3;

    private static final int LEAST_DAYS_FOR_WEEKS = 28;
    private static final int WEEK = 7;

    private final SpikeWatch daily;
    private final SpikeWatch weekly;
    private final WatchRule rule;
    private final Watch watch;

    public SeriesWatch(Watch watch) {
        this.watch = watch;
        rule = WatchRule.daily(watch.rule(), watch.calendar().open(), watch.settleDays());
        daily = new SpikeWatch(rule);
        weekly = new SpikeWatch(WatchRule.weekly(watch.rule(), watch.settleDays()));
    }

    /**
     * What a judgement gives.
     *
     * @param after what to remember
     * @param rises what it has to say
     * @param p of the newest day that is over
     */
    public record Outcome(WatchedSeries after, List<Rise> rises, double p) {}

    /** Judges the series as it stands now. The same scene twice gives the same state and, the second time, no alert. */
    public Outcome judge(WatchedSeries before, Scene scene) {
        WatchedSeries known = WatchedSeries.newBuilder(before)
                .setBlind(Blindness.days(before.getBlind(), scene))
                .build();
        @Nullable WatchState state = state(before);
        if (state == null
                || (before.getHistoryAt() != null && before.getOpen().stream().allMatch(Stopped::is))) {
            NavigableMap<LocalDate, CellState> all = scene.cells().apply(LocalDate.MIN);
            if (all.isEmpty()) {
                return new Outcome(before, List.of(), 1);
            }
            LocalDate seen = seen(all.firstKey(), scene.origin());
            known = WatchedSeries.newBuilder(before)
                    .setWeekly(sparse(all, seen, scene.today()))
                    .build();
            state = watchOf(known).start(seen);
        }
        LocalDate history = history(known);
        if (history != null && (before.getHistoryAt() != null || before.getState() == null)) {
            Tick tick = tick(known, state, scene, history).mode(Mode.BACKFILL);
            state = watchOf(known).evaluate(state, tick).state();
        }
        SpikeWatch.Verdict verdict = watchOf(known).evaluate(state, tick(known, state, scene, scene.today()));
        List<SpikeAlert> changed = new ArrayList<>(verdict.alerts());
        Stopped.next(known, verdict, scene).ifPresent(changed::add);
        Told told = Told.of(watch, known, changed, verdict.standing(), scene);
        WatchedSeries after = WatchedSeries.newBuilder(known)
                .setState(ByteBuffer.wrap(verdict.state().toBytes()))
                .setHistoryAt(null)
                .setJudged(scene.today())
                .setOpen(told.open())
                .build();
        return new Outcome(after, told.rises(), verdict.p());
    }

    private SpikeWatch watchOf(WatchedSeries series) {
        return series.getWeekly() ? weekly : daily;
    }

    private static @Nullable WatchState state(WatchedSeries series) {
        ByteBuffer bytes = series.getState();
        if (bytes == null) {
            return null;
        }
        byte[] copy = new byte[bytes.remaining()];
        bytes.duplicate().get(copy);
        return WatchState.fromBytes(copy);
    }

    /** Last day of what is history; where weeks are judged, the running one is not. */
    private static @Nullable LocalDate history(WatchedSeries series) {
        LocalDate until = series.getHistoryUntil();
        return until == null || !series.getWeekly()
                ? until
                : until.with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY));
    }

    private static LocalDate seen(LocalDate first, LocalDate origin) {
        LocalDate empty = first.minusDays(EMPTY_DAYS);
        return origin.isAfter(empty) ? (origin.isBefore(first) ? origin : first) : empty;
    }

    private static boolean sparse(NavigableMap<LocalDate, CellState> all, LocalDate seen, LocalDate today) {
        LocalDate from = seen.isBefore(today.minusYears(1)) ? today.minusYears(1) : seen;
        long days = today.toEpochDay() - from.toEpochDay();
        long sum = all.tailMap(from).values().stream()
                .mapToLong(cell -> cell.getCell().getCount())
                .sum();
        return days >= LEAST_DAYS_FOR_WEEKS && sum < SPARSE * days;
    }

    private Tick tick(WatchedSeries series, WatchState state, Scene scene, LocalDate today) {
        Map<LocalDate, Long> counts = new TreeMap<>();
        LocalDate history = history(series);
        scene.cells().apply(state.from()).forEach((day, cell) -> {
            boolean learned = history != null && !day.isAfter(history);
            long count = cell.getCell().getCount();
            counts.put(day, learned ? count : count - cell.getBackfilled());
        });
        Completeness shares = series.getWeekly() ? new InWeeks(scene.completeness()) : scene.completeness();
        return new Tick(
                scene.series(),
                today,
                counts,
                Set.copyOf(series.getBlind()),
                Set.of(),
                shares,
                Mode.LIVE,
                scene.limit());
    }

    /** Shares by days, asked for by weeks: a week's items are on average three days older than its end. */
    private record InWeeks(Completeness days) implements Completeness {
        @Override
        public double share(int delay) {
            return days.share(age(delay));
        }

        @Override
        public boolean settled(int delay) {
            return days.settled(age(delay));
        }

        @Override
        public boolean known() {
            return days.known();
        }

        @Override
        public double wobble() {
            return days.wobble();
        }

        private static int age(int delay) {
            return delay * WEEK + WEEK / 2;
        }
    }
}
