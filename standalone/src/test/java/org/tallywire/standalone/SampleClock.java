package org.tallywire.standalone;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Time of the sample world: stands still until it is told to move. */
final class SampleClock implements InstantSource {
    private volatile Instant now;

    SampleClock(Instant now) {
        this.now = now;
    }

    void advance(Duration by) {
        now = now.plus(by);
    }

    @Override
    public Instant instant() {
        return now;
    }
}
