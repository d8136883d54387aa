package org.tallywire.ingest.poll;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** The pace of every host: how many polls are open, when the next request may start, until when it wants to be left alone. */
public final class HostPace {
    private final Map<String, Pace> paces = new HashMap<>();

    private static final class Pace {
        int open;
        Instant next = Instant.MIN;
        Instant paused = Instant.MIN;
    }

    /** Opens a poll if the host may be asked now; {@link #close} ends it. */
    public synchronized boolean tryOpen(String host, Manners manners, Instant now) {
        Pace pace = paces.computeIfAbsent(host, h -> new Pace());
        if (pace.open >= manners.open() || pace.next.isAfter(now) || pace.paused.isAfter(now)) {
            return false;
        }
        pace.open++;
        pace.next = now.plus(manners.spacing());
        return true;
    }

    /** Ends a poll. */
    public synchronized void close(String host) {
        Pace pace = paces.get(host);
        if (pace != null && pace.open > 0) {
            pace.open--;
        }
    }

    /** Takes the next free start for one more request of an open poll; the caller waits until then. */
    public synchronized Instant reserve(String host, Manners manners, Instant now) {
        Pace pace = paces.computeIfAbsent(host, h -> new Pace());
        Instant start = pace.next.isAfter(now) ? pace.next : now;
        pace.next = start.plus(manners.spacing());
        return start;
    }

    /** Starts nothing more within that time, e.g. a Crawl-delay. */
    public synchronized void slow(String host, Duration delay, Instant now) {
        Pace pace = paces.computeIfAbsent(host, h -> new Pace());
        Instant earliest = now.plus(delay);
        pace.next = pace.next.isAfter(earliest) ? pace.next : earliest;
    }

    /** Leaves the whole host alone until then. */
    public synchronized void pause(String host, Instant until) {
        Pace pace = paces.computeIfAbsent(host, h -> new Pace());
        pace.paused = pace.paused.isAfter(until) ? pace.paused : until;
    }

    /** True while the host wants to be left alone. */
    public synchronized boolean isPaused(String host, Instant now) {
        Pace pace = paces.get(host);
        return pace != null && pace.paused.isAfter(now);
    }

    /** Forgets hosts that are owed nothing any more. */
    public synchronized void forgetIdle(Instant now) {
        paces.values().removeIf(p -> p.open == 0 && !p.next.isAfter(now) && !p.paused.isAfter(now));
    }
}
