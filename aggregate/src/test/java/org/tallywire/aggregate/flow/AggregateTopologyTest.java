package org.tallywire.aggregate.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tallywire.aggregate.Docs;
import org.tallywire.aggregate.series.Series;
import org.tallywire.aggregate.series.SeriesFile;
import org.tallywire.avro.Alert;
import org.tallywire.avro.AlertState;
import org.tallywire.avro.ChargeRole;
import org.tallywire.avro.Claim;
import org.tallywire.avro.Mode;

class AggregateTopologyTest {
    private static final String A337 = "court.filed{statute=ru/uk/a337}";

    @Test
    void theTopologyIsTheOneInThePicture() throws IOException {
        String now = World.topology(SeriesFile.bundled()).describe().toString();
        if (System.getProperty("golden") != null) {
            Files.writeString(Path.of("src/test/resources/org/tallywire/aggregate/flow/topology.txt"), now);
        }
        try (InputStream golden = AggregateTopologyTest.class.getResourceAsStream("topology.txt")) {
            assertEquals(new String(golden.readAllBytes(), StandardCharsets.UTF_8), now);
        }
        assertFalse(now.contains("KSTREAM-"), "every step has a name");
    }

    @Test
    void aCorrectionMovesTheTotalAndAWithdrawalTakesItBack() {
        try (World world = new World("2026-03-10T10:00:00Z")) {
            world.put(Docs.courtCase("c1", "2026-03-09", "ru/uk/a337/p5", "ru/uk/a337/p3"))
                    .put(Docs.courtCase("c2", "2026-03-09", "ru/uk/a337/p5"))
                    .settle();
            assertEquals(2, world.count(A337, "2026-03-09"), "once a document, however many charges");
            assertEquals(2, world.rolling(A337, "7d"));
            world.put(Docs.courtCase("c2", "2026-03-02", "ru/uk/a338")).settle();
            assertEquals(1, world.count(A337, "2026-03-09"), "the correction took it back");
            assertEquals(1, world.count("court.filed{statute=ru/uk/a338}", "2026-03-02"));
            assertEquals("c2", world.cells.get(A337 + "|2026-03-09").getLastDocument(), "why it changed");
            assertEquals(-1, world.cells.get(A337 + "|2026-03-09").getLastDelta());
            world.withdraw("c1").settle();
            assertEquals(0, world.count(A337, "2026-03-09"));
            assertEquals(0, world.rolling(A337, "all"));
            assertFalse(world.contributions.containsKey("c1"));
            assertEquals(List.of(), world.cells.get(A337 + "|2026-03-09").getEvidence(), "evidence goes with it");
        }
    }

    @Test
    void windowsSlideAtMidnightWithoutTraffic() {
        try (World world = new World("2026-03-10T23:59:50Z")) {
            world.put(Docs.courtCase("c1", "2026-03-10", "ru/uk/a337"))
                    .put(Docs.courtCase("c2", "2026-03-04", "ru/uk/a337"))
                    .settle();
            assertEquals(2, world.rolling(A337, "7d"));
            assertEquals(1, world.rolling(A337, "1d"));
            world.pass(Duration.ofSeconds(10));
            assertEquals(1, world.rolling(A337, "7d"), "the 4th has left");
            assertEquals(1, world.tallies.get(A337 + "|7d").getPrevious());
            assertEquals(0, world.rolling(A337, "1d"));
            assertEquals(1, world.tallies.get(A337 + "|1d").getPrevious());
            world.pass(Duration.ofDays(400));
            assertEquals(0, world.rolling(A337, "365d"));
            assertEquals(2, world.tallies.get(A337 + "|365d").getPrevious());
            assertEquals(2, world.rolling(A337, "all"));
        }
    }

    /** Clocks go forward and back, and where they do at midnight a day has no first hour; a day of the calendar is a day. */
    @ParameterizedTest(name = "{0} after {1}")
    @CsvSource({
        "UTC, 2026-03-29, 2026-03-30T00:00:00Z",
        "Europe/Kyiv, 2026-03-28, 2026-03-28T22:00:00Z",
        "Europe/Kyiv, 2026-03-29, 2026-03-29T21:00:00Z",
        "Europe/Kyiv, 2026-10-25, 2026-10-25T22:00:00Z",
        "Africa/Cairo, 2026-04-23, 2026-04-23T22:00:00Z",
        "Africa/Cairo, 2026-10-29, 2026-10-29T22:00:00Z",
        "Asia/Vladivostok, 2026-03-09, 2026-03-09T14:00:00Z",
        "America/New_York, 2026-11-01, 2026-11-02T05:00:00Z",
    })
    void aDayEndsAtMidnightOfTheSeriesOwnZone(String zone, String day, Instant midnight) {
        List<Series> series = SeriesFile.bundled().stream()
                .filter(one -> one.name().equals("court.filed"))
                .map(one -> new Series(
                        one.name(),
                        one.title(),
                        one.kind(),
                        one.feeds(),
                        one.splits(),
                        ZoneId.of(zone),
                        null,
                        null,
                        null))
                .toList();
        try (World world = new World(midnight.minusSeconds(5).toString(), series)) {
            world.put(Docs.courtCase("c1", day, "ru/uk/a337")).settle();
            assertEquals(1, world.rolling(A337, "1d"));
            assertEquals(LocalDate.parse(day), world.tallies.get(A337 + "|1d").getAsOf());
            world.pass(Duration.ofSeconds(2));
            assertEquals(0, world.rolling(A337, "1d"), "nothing came, and yet the day is over");
            assertEquals(1, world.tallies.get(A337 + "|1d").getPrevious());
            assertEquals(1, world.rolling(A337, "7d"));
            assertEquals(1, world.rolling(A337, "all"));
        }
    }

    @Test
    void severalStatutesOfAClaimAreCountedOnceACase() {
        try (World world = new World("2026-03-10T10:00:00Z")) {
            world.put(Docs.courtCase("c1", "2022-09-25", "ru/uk/a337/p5", "ru/uk/a338"))
                    .put(Docs.courtCase("c2", "2024-09-25", "ru/uk/a338/p1"))
                    .put(Docs.courtCase("c3", "2024-09-25", "ru/uk/a205"))
                    .put(Docs.article("n1", "2026-03-01", "one")
                            .setClaims(List.of(Docs.claim("m1", "mediazona", 8)
                                    .setScope(List.of("ru/uk/a337", "ru/uk/a338"))
                                    .build())))
                    .settle();
            Claim claim = world.claims.values().iterator().next();
            assertEquals(2, claim.getOwn().getCount());
            assertEquals(4.0, claim.getOwn().getRatio());
            assertEquals(
                    "court.filed{statute=ru/uk/a337+ru/uk/a338}", claim.getOwn().getSeries());
            world.put(Docs.courtCase("c4", "2025-01-09", "ru/uk/a337/p1", "ru/uk/a205"))
                    .settle();
            assertEquals(3, world.claims.get(claim.getId()).getOwn().getCount(), "a new case moves the claim");
            world.withdraw("c1").settle();
            assertEquals(
                    "COVERAGE: counted since 2024-09-25, it begins 2022-09-21",
                    world.claims.get(claim.getId()).getOwn().getReason());
        }
    }

    @Test
    void aThousandDocumentsOfOneDayAreOneChange() {
        try (World world = new World("2026-03-10T10:00:00Z")) {
            for (int i = 0; i < 1_000; i++) {
                world.put(Docs.courtCase("c" + i, "2026-03-09", "ru/uk/a337").setMode(Mode.BACKFILL));
            }
            world.settle();
            assertEquals(1_000, world.count(A337, "2026-03-09"));
            int series = 5 + 3; // cases and, without a word about persons, charges
            assertEquals(series, world.records.get("tallies.daily"));
            assertEquals(series * 5, world.records.get("tallies.rolling"));
            assertTrue(world.alerts.isEmpty(), "history raises nothing");
        }
    }

    @Test
    void aSpikeFiresAndACorrectionRetractsIt() {
        try (World world = new World("2026-03-10T10:00:00Z")) {
            for (int i = 0; i < 40; i++) {
                String day = java.time.LocalDate.of(2026, 1, 20).plusDays(i).toString();
                world.put(Docs.courtCase("h" + i, day, "ru/uk/a337").setMode(Mode.BACKFILL));
            }
            world.settle();
            world.pass(Duration.ofSeconds(5));
            for (int i = 0; i < 12; i++) {
                world.put(Docs.courtCase("s" + i, "2026-03-10", "ru/uk/a337"));
            }
            world.settle();
            Alert alert = world.alerts.get("spike|" + A337 + "|2026-03-10");
            assertEquals(AlertState.FIRING, alert.getState());
            assertEquals(12, alert.getObserved());
            assertEquals(5, alert.getEvidence().size());
            for (int i = 1; i < 12; i++) {
                world.withdraw("s" + i);
            }
            world.settle();
            assertEquals(
                    AlertState.RETRACTED,
                    world.alerts.get("spike|" + A337 + "|2026-03-10").getState());
        }
    }

    @Test
    void tenOutletsOneClaimAndOurOwnCountBesideIt() {
        try (World world = new World("2026-03-10T10:00:00Z")) {
            for (int i = 0; i < 10; i++) {
                world.put(Docs.article("n" + i, "2026-03-0" + (1 + i % 5), "outlet" + i)
                        .setStory("n0")
                        .setClaims(
                                List.of(Docs.claim("m" + i, "mediazona", 4121).build()))
                        .setStatutes(Docs.statutes(ChargeRole.CITED, "ru/uk/a337")));
            }
            world.put(Docs.courtCase("c1", "2022-09-25", "ru/uk/a337/p5"))
                    .put(Docs.courtCase("c2", "2024-09-25", "ru/uk/a337/p3"))
                    .settle();
            assertEquals(1, world.claims.size());
            Claim claim = world.claims.values().iterator().next();
            assertEquals(10, claim.getCarriers().size());
            assertEquals(1, claim.getIndependentSources());
            assertEquals(A337, claim.getOwn().getSeries());
            assertEquals(2, claim.getOwn().getCount());
            for (int i = 0; i < 10; i++) {
                world.withdraw("n" + i);
            }
            world.settle();
            assertTrue(world.claims.isEmpty(), "nobody carries it any more");
        }
    }
}
