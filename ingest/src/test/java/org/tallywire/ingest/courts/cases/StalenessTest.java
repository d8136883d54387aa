package org.tallywire.ingest.courts.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tallywire.avro.HealthState;

class StalenessTest {
    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");

    @ParameterizedTest(name = "{3}")
    @CsvSource({
        "2026-01-13T10:00, 2026-01-13T11:59, false, under two hours on a Tuesday",
        "2026-01-13T10:00, 2026-01-13T12:01, true, over two hours",
        "2026-01-16T23:00, 2026-01-17T15:00, false, Saturday",
        "2026-01-16T23:00, 2026-01-18T23:59, false, Sunday",
        "2026-01-16T23:30, 2026-01-19T01:00, false, Monday counts on from Friday",
        "2026-01-16T23:30, 2026-01-19T01:31, true, half an hour on Friday and more on Monday",
        "2026-03-06T23:30, 2026-03-09T01:20, false, the clock was moved over the weekend",
        "2025-01-01T00:00, 2026-01-13T12:00, true, for ages"
    })
    void silenceIsCountedOnWeekdaysOfTheCourt(LocalDateTime last, LocalDateTime now, boolean stale, String why) {
        assertEquals(
                stale,
                Staleness.SHORT_WINDOW.stale(
                        last.atZone(CHICAGO).toInstant(), now.atZone(CHICAGO).toInstant(), CHICAGO),
                why);
    }

    @Test
    void officeHoursNarrowIt() {
        Staleness office = new Staleness(Duration.ofHours(2), 9, 17);
        var friday = LocalDateTime.parse("2026-01-16T16:00").atZone(CHICAGO).toInstant();
        var monday = LocalDateTime.parse("2026-01-19T10:00").atZone(CHICAGO).toInstant();
        assertEquals(Duration.ofHours(2), office.silence(friday, monday, CHICAGO));
    }

    @Test
    void emptinessNeedsAWitness() {
        assertEquals(HealthState.SUSPECT, Completeness.ofEmpty(List.of(HealthState.OK_EMPTY, HealthState.OK_EMPTY)));
        assertEquals(HealthState.OK_EMPTY, Completeness.ofEmpty(List.of(HealthState.OK_EMPTY, HealthState.WORKING)));
    }

    @Test
    void aChangedScopeIsSaid() {
        assertEquals("", Completeness.scopeChange("", "all"));
        assertEquals("", Completeness.scopeChange("all", "all"));
        assertEquals(
                "the feed let out all and lets out notice,order now", Completeness.scopeChange("all", "notice,order"));
    }
}
