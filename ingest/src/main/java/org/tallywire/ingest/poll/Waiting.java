package org.tallywire.ingest.poll;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Waits for a moment; tests let it pass at once. */
@FunctionalInterface
public interface Waiting {
    void until(Instant moment) throws InterruptedException;

    /** Sleeps by the given clock. */
    static Waiting sleeping(InstantSource clock) {
        return moment -> {
            Duration left = Duration.between(clock.instant(), moment);
            if (left.isPositive()) {
                Thread.sleep(left);
            }
        };
    }
}
