package org.tallywire.standalone.sample;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Time of a sample world: stands at its beginning until somebody looks, so that the burst does not fall into the first
 * poll while services are still starting. A world that began longer ago was looked at before, and its time is the present.
 */
public final class SinceFirstLook implements InstantSource {
    private static final Duration JUST_BEGUN = Duration.ofSeconds(30);

    private final InstantSource clock;
    private final Instant began;
    private @Nullable Duration behind;

    /** Time of the world that began then. */
    public SinceFirstLook(Instant began, InstantSource clock) {
        this.began = began;
        this.clock = clock;
        boolean justBegun = Duration.between(began, clock.instant()).compareTo(JUST_BEGUN) < 0;
        this.behind = justBegun ? null : Duration.ZERO;
    }

    @Override
    public synchronized Instant instant() {
        Instant now = clock.instant();
        Duration lag = behind;
        if (lag == null) {
            lag = Duration.between(began, now);
            behind = lag;
        }
        return now.minus(lag);
    }
}
