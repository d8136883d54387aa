package org.tallywire.aggregate.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tallywire.aggregate.Docs;
import org.tallywire.avro.Alert;
import org.tallywire.avro.AlertState;
import org.tallywire.avro.Severity;

/** Published numbers that jump or contradict: told once, with the quote, taken back when nobody carries them. */
class ClaimAlertsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);

    @Test
    void aFigureThatGrewTooFastIsToldWithItsQuoteAndTakenBackWithItsArticle() {
        try (World world = monthly()) {
            world.put(article("jump", TODAY.minusDays(1), "monitor", 4500)).settle();
            Alert alert = only(world, "claim-jump");
            assertEquals(AlertState.FIRING, alert.getState());
            assertEquals(380, alert.getObserved());
            assertEquals(28, alert.getExpected(), 4);
            assertTrue(alert.getPValue() < 1e-6, alert::toString);
            assertEquals("monitor", alert.getLabels().get("publisher"));
            assertEquals("jump", alert.getEvidence().getFirst().getDocumentId());
            assertTrue(alert.getEvidence().getFirst().getQuote().contains("4500"), alert::toString);
            world.withdraw("jump").settle();
            assertEquals(AlertState.RETRACTED, only(world, "claim-jump").getState());
        }
    }

    @Test
    void usualGrowthAndHistoryAreNoNews() {
        try (World world = monthly()) {
            world.put(article("usual", TODAY.minusDays(15), "monitor", 4135)).settle();
            world.put(article("old", TODAY.minusDays(9), "monitor", 9000)).settle();
            assertTrue(world.alerts.isEmpty(), world.alerts::toString);
        }
    }

    @Test
    void anAlertEndsAfterAWeekAndARepeatSaysNothingNew() {
        try (World world = monthly()) {
            world.put(article("jump", TODAY, "monitor", 4500)).settle();
            Alert first = only(world, "claim-jump");
            world.put(article("copy", TODAY, "monitor", 4500)).settle();
            assertEquals(first.getRevision(), only(world, "claim-jump").getRevision());
            world.pass(Duration.ofDays(8)).pass(Duration.ofMinutes(2));
            assertEquals(AlertState.RESOLVED, only(world, "claim-jump").getState());
        }
    }

    @Test
    void aContradictionIsToldOnceByTheNewerFigure() {
        try (World world = monthly()) {
            world.put(article("theirs", TODAY, "ministry", 2000)).settle();
            Alert alert = only(world, "claim-conflict");
            assertEquals(Severity.INFO, alert.getSeverity());
            assertEquals("ministry", alert.getLabels().get("publisher"));
            assertTrue(alert.getMessage().contains("2000 to 4120"), alert.getMessage());
        }
    }

    @Test
    void aRestartForgetsNoOpenAlert() {
        try (World world = monthly()) {
            world.put(article("jump", TODAY, "monitor", 4500)).settle();
            Alert first = only(world, "claim-jump");
            world.restart().withdraw("jump").settle();
            Alert alert = only(world, "claim-jump");
            assertEquals(AlertState.RETRACTED, alert.getState());
            assertEquals(first.getStartsAt(), alert.getStartsAt());
            assertEquals("withdrawn", alert.getReason());
        }
    }

    private static World monthly() {
        World world = new World(TODAY + "T10:00:00Z");
        double[] values = {4000, 4031, 4058, 4090, 4120};
        for (int i = 0; i < values.length; i++) {
            world.put(article("m" + i, TODAY.minusDays(30L * (values.length - i)), "monitor", values[i]));
        }
        return world.settle();
    }

    private static Alert only(World world, String rule) {
        List<Alert> found = world.alerts.values().stream()
                .filter(alert -> alert.getRule().equals(rule))
                .toList();
        assertEquals(1, found.size(), world.alerts::toString);
        return found.getFirst();
    }

    private static org.tallywire.avro.Entities.Builder article(
            String id, LocalDate day, String publisher, double value) {
        return Docs.article(id, day.toString(), "one")
                .setClaims(List.of(Docs.claim(id, publisher, value).build()));
    }
}
