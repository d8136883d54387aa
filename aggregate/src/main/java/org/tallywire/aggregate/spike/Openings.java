package org.tallywire.aggregate.spike;

import java.util.HashMap;
import java.util.Map;

/** Decides for each bucket of one evaluation with which p it opens an episode, and whether that may raise an alert. */
final class Openings {
    /** p of the first bucket up to which an alert given out stands when the bucket is revised. */
    static final double STANDS = 0.05;
    /** Buckets within which an alert given out is not renamed because an earlier bucket has joined it. */
    private static final int JOINS = 2;
    /** Buckets after settling for which it is still worth telling. */
    private static final int STILL_NEWS = 7;

    private final WatchRule rule;
    private final Tick tick;
    private final Buckets buckets;
    private final Map<Long, Raised> raised = new HashMap<>();
    private final long quietBefore;

    Openings(WatchRule rule, Tick tick, WatchState before) {
        this.rule = rule;
        this.tick = tick;
        this.buckets = new Buckets(rule, tick);
        this.quietBefore = before.quietUntil();
        before.raised().forEach(alert -> raised.put(alert.first(), alert));
    }

    /** Largest p with which a bucket opens an episode. */
    double limit(long day) {
        if (stands(day)) {
            return Math.max(STANDS, tick.limit());
        }
        for (int ahead = 1; ahead <= JOINS; ahead++) {
            if (stands(day + (long) ahead * rule.step())) {
                return 0;
            }
        }
        return tick.limit();
    }

    private boolean stands(long day) {
        Raised alert = raised.get(day);
        return alert != null && alert.stands();
    }

    /** Why nothing is raised for a bucket in any case, empty if it may be. */
    String refusal(long day) {
        if (stands(day)) {
            return "";
        }
        if (day <= quietUntil()) {
            return "backfill: history was being loaded";
        }
        return recent(day) ? "" : "replay: the day is long over";
    }

    /** True if a bucket is open or was so lately. */
    boolean recent(long day) {
        long age = tick.today().toEpochDay() - day;
        return age <= rule.settleAfter() + (long) (STILL_NEWS + 1) * rule.step();
    }

    boolean running(long day) {
        return buckets.running(day);
    }

    /** Last day known while history was loaded. */
    long quietUntil() {
        return tick.quiet() ? tick.today().toEpochDay() : quietBefore;
    }
}
