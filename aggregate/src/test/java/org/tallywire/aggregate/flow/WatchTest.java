package org.tallywire.aggregate.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tallywire.aggregate.Docs;
import org.tallywire.avro.Alert;
import org.tallywire.avro.AlertState;
import org.tallywire.avro.ChargeRole;
import org.tallywire.avro.Entities;
import org.tallywire.avro.Mode;

/** What the watch makes of history, of the running day and of days that end. */
class WatchTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);
    private static final String SPIKE = "spike|news.mentions{statute=ru/uk/a337}|" + TODAY;

    @Test
    void historyMayComeNewestFirstAndInPieces() {
        try (World world = new World(TODAY + "T10:00:00Z")) {
            history(world, 1, 30, 3);
            world.settle().pass(Duration.ofSeconds(5));
            history(world, 31, 120, 3);
            world.settle().pass(Duration.ofSeconds(5));
            live(world, TODAY, 4);
            assertNull(world.alerts.get(SPIKE), "four where three are usual");
            live(world, TODAY, 25);
            assertEquals(AlertState.FIRING, world.alerts.get(SPIKE).getState());
            double expected = world.alerts.get(SPIKE).getExpected();
            assertTrue(expected > 2 && expected < 4, "learned: " + expected);
        }
    }

    @Test
    void aBackfillRaisesNothingHoweverMuchItBrings() {
        try (World world = new World(TODAY + "T10:00:00Z")) {
            history(world, 20, 120, 1);
            history(world, 0, 3, 60);
            world.settle().pass(Duration.ofSeconds(5)).pass(Duration.ofDays(1)).pass(Duration.ofDays(1));
            assertTrue(world.alerts.values().stream().allMatch(alert -> alert.getState() == AlertState.SUPPRESSED));
        }
    }

    @Test
    void anAlertHasEvidenceWithQuotesAndEndsAfterTwoUsualDays() {
        try (World world = new World(TODAY + "T10:00:00Z")) {
            history(world, 1, 120, 3);
            world.settle().pass(Duration.ofSeconds(5));
            live(world, TODAY, 25);
            Alert alert = world.alerts.get(SPIKE);
            assertEquals("news.mentions", alert.getName());
            assertEquals("ru/uk/a337", alert.getLabels().get("statute"));
            assertEquals(5, alert.getEvidence().size());
            assertFalse(alert.getEvidence().getFirst().getQuote().isEmpty());
            for (int day = 1; day <= 3; day++) {
                world.pass(Duration.ofDays(1));
                live(world, TODAY.plusDays(day), 3);
            }
            assertEquals(AlertState.RESOLVED, world.alerts.get(SPIKE).getState());
            assertEquals(alert.getStartsAt(), world.alerts.get(SPIKE).getStartsAt());
        }
    }

    @Test
    void aSparseSeriesIsJudgedByWeeks() {
        try (World world = new World(TODAY + "T10:00:00Z")) {
            for (int week = 1; week < 40; week++) {
                world.put(article("h" + week, TODAY.minusDays(9L * week)).setMode(Mode.BACKFILL));
            }
            world.settle().pass(Duration.ofSeconds(5));
            live(world, TODAY, 9);
            List<String> days = world.alerts.values().stream()
                    .filter(alert -> alert.getState() != AlertState.SUPPRESSED)
                    .map(alert -> alert.getDay().getDayOfWeek().name())
                    .distinct()
                    .toList();
            assertEquals(List.of("MONDAY"), days, "an episode begins with its week");
        }
    }

    private static void history(World world, int from, int to, int each) {
        for (int back = from; back <= to; back++) {
            for (int i = 0; i < each; i++) {
                LocalDate day = TODAY.minusDays(back);
                world.put(article("h" + day + "-" + i, day).setMode(Mode.BACKFILL));
            }
        }
    }

    private static void live(World world, LocalDate day, int upTo) {
        for (int i = 0; i < upTo; i++) {
            world.put(article("l" + day + "-" + i, day));
        }
        world.settle();
    }

    private static Entities.Builder article(String id, LocalDate day) {
        return Docs.article(id, day.toString(), "one").setStatutes(Docs.statutes(ChargeRole.CITED, "ru/uk/a337"));
    }
}
