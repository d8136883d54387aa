package org.tallywire.ingest.poll;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.tallywire.avro.HealthState;

/** The rhythm of a source, learned from when its latest items came out. */
final class Rhythm {
    private static final int KEPT = 40;
    private static final int ENOUGH = 4;
    private static final int USUAL = 20;
    private static final Duration QUIET_AT_LEAST = Duration.ofHours(12);
    private static final Duration SILENT_AT_LEAST = Duration.ofHours(24);

    private Rhythm() {}

    /** The latest arrivals, oldest first; none lies in the future. */
    static List<Instant> with(List<Instant> before, List<Instant> more, Instant now) {
        List<Instant> all = new ArrayList<>(before);
        more.forEach(moment -> all.add(moment.isAfter(now) ? now : moment));
        all.sort(null);
        return List.copyOf(all.subList(Math.max(0, all.size() - KEPT), all.size()));
    }

    /** The longest pause among the latest arrivals: what is usual, nights and weekends included. Zero: not known yet. */
    static Duration longestPause(List<Instant> arrivals) {
        Duration longest = Duration.ZERO;
        for (int i = 1; i < arrivals.size(); i++) {
            Duration pause = Duration.between(arrivals.get(i - 1), arrivals.get(i));
            longest = pause.compareTo(longest) > 0 ? pause : longest;
        }
        return arrivals.size() < ENOUGH ? Duration.ZERO : longest;
    }

    /** Mean time between the last 20 arrivals, the pause that is still open included. Zero: not known yet. */
    static Duration meanPause(List<Instant> arrivals, Instant now) {
        if (arrivals.size() < 2) {
            return Duration.ZERO;
        }
        List<Instant> last = arrivals.subList(Math.max(0, arrivals.size() - USUAL), arrivals.size());
        return Duration.between(last.getFirst(), now).dividedBy(last.size());
    }

    /**
     * What the time without news means: nothing (WORKING), QUIET after twice the usual longest pause (and half a day) or
     * SILENT after three times (and a day).
     */
    static HealthState silence(List<Instant> arrivals, Instant now) {
        Duration pause = longestPause(arrivals);
        if (pause.isZero()) {
            return HealthState.WORKING;
        }
        Duration open = Duration.between(arrivals.getLast(), now);
        if (open.compareTo(atLeast(pause.multipliedBy(3), SILENT_AT_LEAST)) > 0) {
            return HealthState.SILENT;
        }
        return open.compareTo(atLeast(pause.multipliedBy(2), QUIET_AT_LEAST)) > 0
                ? HealthState.QUIET
                : HealthState.WORKING;
    }

    private static Duration atLeast(Duration a, Duration b) {
        return a.compareTo(b) > 0 ? a : b;
    }
}
