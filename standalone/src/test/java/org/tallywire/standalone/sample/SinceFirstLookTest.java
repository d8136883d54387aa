package org.tallywire.standalone.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class SinceFirstLookTest {
    private static final Instant BEGAN = Instant.parse("2026-01-12T10:00:00Z");

    private Instant now = BEGAN;
    private final InstantSource clock = () -> now;

    @Test
    void aNewWorldWaitsForItsFirstVisitor() {
        SinceFirstLook time = new SinceFirstLook(BEGAN, clock);
        now = BEGAN.plusSeconds(90);
        assertEquals(BEGAN, time.instant(), "services took a minute and a half to start");
        now = now.plusSeconds(5);
        assertEquals(BEGAN.plusSeconds(5), time.instant());
    }

    @Test
    void aWorldThatWasLeftGoesOnInThePresent() {
        now = BEGAN.plusSeconds(3_600);
        assertEquals(now, new SinceFirstLook(BEGAN, clock).instant());
    }
}
