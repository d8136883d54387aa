package org.tallywire.ingest.poll;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tallywire.avro.HealthState;

class RhythmTest {
    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");

    /** Arrivals, given by how many hours ago they came. */
    private static List<Instant> hoursAgo(String hours) {
        return Stream.of(hours.split(" "))
                .map(h -> NOW.minus(Duration.ofHours(Long.parseLong(h))))
                .toList();
    }

    @ParameterizedTest(name = "[{0}] -> {1}: {2}")
    @CsvSource({
        "'4 3 2 1',           WORKING, hourly and an hour old",
        "'30 29 28 27 13',    WORKING, its longest pause was 14 h: 13 h are usual",
        "'16 15 14 13',       QUIET,   hourly and silent for half a day",
        "'33 32 31 30',       SILENT,  hourly and silent for more than a day",
        "'11 10 9 8',         WORKING, one bad morning is no silence",
        "'200 152 104 56',    WORKING, every other day and two days old",
        "'300 252 204 156',   SILENT,  every other day and silent for a week",
        "'250 202 154 106',   QUIET,   every other day and silent for four",
        "'900 800',           WORKING, too few to know a rhythm",
    })
    void silenceIsMeasuredByTheSourcesOwnRhythm(String hours, HealthState expected, String why) {
        assertEquals(expected, Rhythm.silence(hoursAgo(hours), NOW));
    }

    @Test
    void onlyTheLatestFortyAreKeptInOrder() {
        List<Instant> many = Stream.iterate(NOW.minus(Duration.ofDays(100)), i -> i.plusSeconds(60))
                .limit(100)
                .toList();
        List<Instant> kept = Rhythm.with(many, List.of(NOW.minusSeconds(5), NOW.plusSeconds(50)), NOW);
        assertEquals(40, kept.size());
        assertEquals(NOW, kept.getLast(), "what claims to come from the future came now");
        assertTrue(kept.equals(kept.stream().sorted().toList()));
    }

    @Test
    void theOpenPauseCountsForTheMean() {
        assertEquals(Duration.ofHours(5), Rhythm.meanPause(hoursAgo("20 19 18 17"), NOW));
    }
}
