package org.tallywire.aggregate.spike;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.tallywire.avro.Mode;

/** A series told day by day: sets counts, ticks, and keeps what the watch said. State goes through bytes at every tick. */
final class Story {
    static final LocalDate FIRST = LocalDate.of(2025, 1, 6);
    /** Usual counts, mean 4, as a court register might have them. */
    private static final int[] USUAL = {
        4, 2, 5, 3, 7, 4, 1, 6, 3, 4, 5, 2, 8, 3, 4, 6, 0, 5, 4, 3, 2, 6, 5, 4, 9, 1, 3, 4
    };

    final Map<LocalDate, Long> counts = new TreeMap<>();
    final Set<LocalDate> blind = new HashSet<>();
    final Set<LocalDate> backfilled = new HashSet<>();
    final List<SpikeAlert> alerts = new ArrayList<>();
    private final WatchRule rule;
    private final SpikeWatch watch;
    Completeness completeness = Completeness.AT_ONCE;
    LocalDate today = FIRST;
    WatchState state;
    SpikeWatch.Verdict last;

    Story(WatchRule rule) {
        this.rule = rule;
        this.watch = new SpikeWatch(rule);
        this.state = watch.start(FIRST);
        this.last = tick(Mode.LIVE);
    }

    /** A daily series of usual days that has run for a number of days and is about to begin a new one. */
    static Story after(int days, int settleAfter) {
        Story story = new Story(WatchRule.daily("spike", OpenDays.ALWAYS, settleAfter));
        story.usual(days);
        story.alerts.clear();
        return story;
    }

    /** Lets usual days pass, each with a tick in the middle of the next one. */
    Story usual(int days) {
        for (int i = 0; i < days; i++) {
            day(USUAL[(int) Math.floorMod(today.toEpochDay(), (long) USUAL.length)]);
        }
        return this;
    }

    /** Lets a day pass with a count, ticked once while it runs and once after it is over. */
    Story day(long count) {
        set(today, count);
        tick();
        today = today.plusDays(1);
        tick();
        return this;
    }

    Story set(LocalDate day, long count) {
        counts.put(day, count);
        return this;
    }

    Story tick() {
        tick(Mode.LIVE);
        return this;
    }

    SpikeWatch.Verdict tick(Mode mode) {
        Tick tick = Tick.live(rule, "court.filed", today, counts)
                .blind(blind)
                .backfilled(backfilled)
                .completeness(completeness)
                .mode(mode);
        last = watch.evaluate(WatchState.fromBytes(state.toBytes()), tick);
        state = last.state();
        alerts.addAll(last.alerts());
        return last;
    }

    /** What was said, one line each: state and key. */
    List<String> said() {
        return alerts.stream().map(alert -> alert.state() + " " + alert.key()).toList();
    }
}
