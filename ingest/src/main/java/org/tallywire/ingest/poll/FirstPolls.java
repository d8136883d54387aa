package org.tallywire.ingest.poll;

import java.time.Duration;
import java.time.Instant;

/** Queue of first polls in one process: a single new source is polled at once, a new catalogue of thousands in a steady line. */
public final class FirstPolls {
    /** Fifty a second: ten thousand sources have had their first poll within four minutes. */
    static final Duration APART = Duration.ofMillis(20);

    private Instant last = Instant.EPOCH;

    /** The next free moment, {@code now} at the earliest. */
    public synchronized Instant next(Instant now) {
        Instant slot = last.plus(APART);
        last = slot.isAfter(now) ? slot : now;
        return last;
    }
}
