package org.tallywire.aggregate.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.tallywire.aggregate.Docs;
import org.tallywire.avro.Alert;
import org.tallywire.avro.AlertState;
import org.tallywire.avro.HealthState;
import org.tallywire.avro.Mode;
import org.tallywire.avro.SourceHealth;

/** A source that is not seen is a gap: it is told once, and the open alerts of its series freeze. */
class BlindTest {
    private static final String SPIKE = "spike|news.mentions{statute=ru/uk/a337}|2026-03-10";

    @Test
    void anOpenAlertNeitherEndsNorRepeatsWhileItsSourceIsNotSeen() {
        try (World world = spike()) {
            world.health(health(HealthState.READ_TIMEOUT, "2026-03-10T20:00:00Z"));
            world.pass(Duration.ofDays(1)).pass(Duration.ofDays(4));
            assertEquals(AlertState.FIRING, world.alerts.get(SPIKE).getState(), "days without sight are no quiet days");
            Alert stale = world.alerts.get("source-stale|one|2026-03-10");
            assertEquals(AlertState.FIRING, stale.getState());
            assertEquals("one", stale.getLabels().get("source"));
            world.health(health(HealthState.WORKING, "2026-03-15T10:00:00Z"));
            world.pass(Duration.ofDays(4));
            assertEquals(
                    AlertState.RESOLVED,
                    world.alerts.get("source-stale|one|2026-03-10").getState());
            assertEquals(AlertState.RESOLVED, world.alerts.get(SPIKE).getState());
        }
    }

    @Test
    void withASourceThatIsSeenTwoQuietDaysEndIt() {
        try (World world = spike()) {
            world.health(health(HealthState.UNCHANGED, "2026-03-10T20:00:00Z"));
            world.pass(Duration.ofDays(1)).pass(Duration.ofDays(4));
            assertEquals(AlertState.RESOLVED, world.alerts.get(SPIKE).getState());
            assertTrue(world.alerts.keySet().stream().noneMatch(id -> id.startsWith("source-stale")));
        }
    }

    @Test
    void oneBlipIsNoNews() {
        try (World world = spike()) {
            world.health(health(HealthState.READ_TIMEOUT, "2026-03-10T09:00:00Z"));
            world.pass(Duration.ofMinutes(5));
            assertTrue(world.alerts.keySet().stream().noneMatch(id -> id.startsWith("source-stale")));
        }
    }

    @Test
    void aSeriesThatStopsIsToldWhileItsSourceIsSeen() {
        try (World world = busy()) {
            for (int day = 0; day < 7; day++) {
                world.pass(Duration.ofDays(1));
            }
            assertTrue(stopped(world).isEmpty(), "nobody knows yet how late items come");
            world.pass(Duration.ofDays(1));
            Alert alert = stopped(world).orElseThrow();
            assertEquals(AlertState.FIRING, alert.getState());
            assertTrue(alert.getExpected() > 10, alert::toString);
            world.put(Docs.article("back", "2026-03-18", "one")
                    .setStatutes(Docs.statutes(org.tallywire.avro.ChargeRole.CITED, "ru/uk/a337")));
            world.settle().pass(Duration.ofDays(1));
            assertEquals(AlertState.RESOLVED, stopped(world).orElseThrow().getState());
            assertEquals("counting again", stopped(world).orElseThrow().getReason());
        }
    }

    @Test
    void aSeriesWhoseSourceIsNotSeenHasNotStopped() {
        try (World world = busy()) {
            world.health(health(HealthState.READ_TIMEOUT, "2026-03-09T20:00:00Z"));
            world.pass(Duration.ofDays(1)).pass(Duration.ofDays(1)).pass(Duration.ofDays(1));
            assertTrue(stopped(world).isEmpty(), world.alerts::toString);
        }
    }

    @Test
    void norHasOneWhoseSourceLetsOutNothingAtAll() {
        try (World world = busy()) {
            world.health(SourceHealth.newBuilder(health(HealthState.SILENT, "2026-03-12T20:00:00Z"))
                    .setLastNewItem(Instant.parse("2026-03-09T20:00:00Z"))
                    .build());
            world.pass(Duration.ofDays(1)).pass(Duration.ofDays(1)).pass(Duration.ofDays(1));
            assertTrue(stopped(world).isEmpty(), world.alerts::toString);
            assertEquals(
                    AlertState.FIRING,
                    world.alerts.get("source-stale|one|2026-03-09").getState(),
                    "the source is what has stopped");
        }
    }

    private static java.util.Optional<Alert> stopped(World world) {
        return world.alerts.values().stream()
                .filter(alert -> alert.getRule().equals("series-stopped"))
                .findFirst();
    }

    /** Twelve a day up to yesterday. */
    private static World busy() {
        World world = new World("2026-03-10T10:00:00Z");
        for (int i = 0; i < 12 * 60; i++) {
            String day = LocalDate.of(2026, 1, 9).plusDays(i / 12).toString();
            world.put(Docs.article("b" + i, day, "one")
                    .setStatutes(Docs.statutes(org.tallywire.avro.ChargeRole.CITED, "ru/uk/a337"))
                    .setMode(Mode.BACKFILL));
        }
        return world.settle().pass(Duration.ofSeconds(5));
    }

    private static World spike() {
        World world = new World("2026-03-10T10:00:00Z");
        for (int i = 0; i < 120; i++) {
            String day = LocalDate.of(2026, 1, 10).plusDays(i / 2).toString();
            world.put(Docs.article("h" + i, day, "one")
                    .setStatutes(Docs.statutes(org.tallywire.avro.ChargeRole.CITED, "ru/uk/a337"))
                    .setMode(Mode.BACKFILL));
        }
        world.settle().pass(Duration.ofSeconds(5));
        for (int i = 0; i < 20; i++) {
            world.put(Docs.article("s" + i, "2026-03-10", "one")
                    .setStatutes(Docs.statutes(org.tallywire.avro.ChargeRole.CITED, "ru/uk/a337")));
        }
        world.settle();
        assertEquals(AlertState.FIRING, world.alerts.get(SPIKE).getState());
        assertEquals(5, world.alerts.get(SPIKE).getEvidence().size());
        return world;
    }

    private static SourceHealth health(HealthState state, String lastSuccess) {
        return SourceHealth.newBuilder()
                .setSourceId("one")
                .setState(state)
                .setLastSuccess(Instant.parse(lastSuccess))
                .build();
    }
}
