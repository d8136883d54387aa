package org.tallywire.aggregate.spike;

import java.time.LocalDate;
import java.util.Set;

/** Turns the day cells of a tick into buckets of a rule: which are settled, which are open, how much of each should be in. */
final class Buckets {
    private final WatchRule rule;
    private final Tick tick;

    Buckets(WatchRule rule, Tick tick) {
        this.rule = rule;
        this.tick = tick;
    }

    /** First bucket of a series whose source was first seen on a day. */
    static long first(WatchRule rule, LocalDate seen) {
        long day = seen.toEpochDay();
        return rule.weekly() ? day + Math.floorMod(4 - day, 7L) : day;
    }

    /** True if a bucket's count is final. */
    boolean settled(long day) {
        int delay = delay(day);
        return delay >= 0
                && (delay * rule.step() >= rule.settleAfter()
                        || tick.completeness().settled(delay));
    }

    /** True if a bucket has begun and says something: a running one is tested only once it has a count. */
    boolean begun(long day) {
        return delay(day) >= 0 || (day <= tick.today().toEpochDay() && tick.count(day, rule.step()) > 0);
    }

    boolean running(long day) {
        return delay(day) < 0;
    }

    /** A bucket as it is known now. */
    Bucket at(long day) {
        long count = tick.count(day, rule.step());
        if (touches(tick.backfilled(), day)) {
            return Bucket.backfilled(day, count);
        }
        if (touches(tick.blind(), day)) {
            return Bucket.missing(day);
        }
        if (!rule.weekly() && !rule.calendar().isOpen(LocalDate.ofEpochDay(day)) && count == 0) {
            return Bucket.closed(day, 0);
        }
        if (settled(day)) {
            return Bucket.complete(day, count);
        }
        if (running(day)) {
            return Bucket.partial(day, count, 1, 0);
        }
        return Bucket.partial(
                day,
                count,
                tick.completeness().share(delay(day)),
                tick.completeness().wobble());
    }

    /** Whole buckets that passed since the end of one; negative while it runs. */
    private int delay(long day) {
        return (int) Math.floorDiv(tick.today().toEpochDay() - day, (long) rule.step()) - 1;
    }

    /** More than half of the bucket's days are in the set. */
    private boolean touches(Set<LocalDate> days, long day) {
        int hit = 0;
        for (int i = 0; i < rule.step() && !days.isEmpty(); i++) {
            hit += days.contains(LocalDate.ofEpochDay(day + i)) ? 1 : 0;
        }
        return 2 * hit > rule.step();
    }
}
