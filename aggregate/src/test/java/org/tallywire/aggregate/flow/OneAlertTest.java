package org.tallywire.aggregate.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.tallywire.aggregate.Docs;
import org.tallywire.avro.Alert;
import org.tallywire.avro.AlertState;
import org.tallywire.avro.Companion;
import org.tallywire.avro.Mode;

/** A burst that an article, its parts and a court all see is told once. */
class OneAlertTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);
    private static final String ARTICLE = spike("statute=ru/uk/a337");
    private static final String PART = spike("statute=ru/uk/a337/p5");
    private static final String COURT = spike("court=exnd");

    @Test
    void theArticleTellsAndNamesTheOthers() {
        try (World world = quiet()) {
            cases(world, 0, 14, "exnd", "ru/uk/a337/p5");
            world.settle();
            assertEquals(
                    Map.of(ARTICLE, AlertState.FIRING, PART, AlertState.SUPPRESSED, COURT, AlertState.SUPPRESSED),
                    states(world));
            Alert alert = world.alerts.get(ARTICLE);
            assertEquals(
                    List.of("court.filed{court=exnd}", "court.filed{statute=ru/uk/a337/p5}"),
                    alert.getSameBurst().stream()
                            .map(Companion::getSeries)
                            .sorted()
                            .toList());
            assertTrue(alert.getMessage().contains("with it court.filed{"), alert.getMessage());
            assertEquals("burst: told by " + ARTICLE, world.alerts.get(COURT).getReason());
        }
    }

    @Test
    void anotherBurstOfTheSameDayIsToldToo() {
        try (World world = quiet()) {
            cases(world, 0, 14, "exnd", "ru/uk/a337/p5");
            cases(world, 20, 34, "exsd", "ru/uk/a338");
            world.settle();
            assertEquals(AlertState.FIRING, states(world).get(ARTICLE));
            assertEquals(AlertState.FIRING, states(world).get(spike("statute=ru/uk/a338")));
            assertEquals(AlertState.SUPPRESSED, states(world).get(spike("court=exsd")), "it has the cases of 338");
        }
    }

    @Test
    void aCourtThatRisesInWhatNoStatuteTellsRaisesItsOwn() {
        try (World world = quiet()) {
            for (int i = 0; i < 14; i++) {
                cases(world, i, i + 1, "exnd", "ru/uk/a" + (100 + i));
            }
            world.settle();
            assertEquals(AlertState.FIRING, states(world).get(COURT));
        }
    }

    @Test
    void whatWasToldFirstStaysAndTheArticleJoinsIt() {
        try (World world = quiet()) {
            cases(world, 0, 8, "exnd", "ru/uk/a337/p5");
            world.settle();
            List<String> first = firing(world);
            assertEquals(1, first.size(), "too few for the article, enough for its part");
            world.restart();
            cases(world, 20, 30, "exnd", "ru/uk/a337/p5");
            world.settle().settle();
            assertEquals(AlertState.SUPPRESSED, states(world).get(ARTICLE), "it rose later");
            assertEquals(first, firing(world), "one alert, and the same after a restart");
        }
    }

    @Test
    void aCorrectionThatTakesTheArticleAwayLeavesTheCourtToTell() {
        try (World world = quiet()) {
            cases(world, 0, 14, "exnd", "ru/uk/a337/p5");
            world.settle().restart();
            for (int i = 0; i < 14; i++) {
                world.put(Docs.courtCase("c" + i, TODAY.toString(), "ru/uk/a" + (100 + i)));
            }
            world.settle().settle();
            assertEquals(AlertState.RETRACTED, states(world).get(ARTICLE));
            assertEquals(AlertState.FIRING, states(world).get(COURT));
            assertEquals(AlertState.SUPPRESSED, states(world).get(PART), "nobody was told of it");
        }
    }

    @Test
    void nobodyIsToldOfTheOthersWhenTheBurstIsOver() {
        try (World world = quiet()) {
            cases(world, 0, 14, "exnd", "ru/uk/a337/p5");
            world.settle();
            for (int day = 0; day < 12; day++) {
                world.pass(Duration.ofDays(1));
            }
            assertEquals(
                    Map.of(ARTICLE, AlertState.RESOLVED, PART, AlertState.SUPPRESSED, COURT, AlertState.SUPPRESSED),
                    states(world));
        }
    }

    @Test
    void aBackfillOfABurstRaisesNothing() {
        try (World world = quiet()) {
            for (int i = 0; i < 14; i++) {
                world.put(Docs.courtCase("c" + i, TODAY.minusDays(1).toString(), "ru/uk/a337/p5")
                        .setMode(Mode.BACKFILL));
            }
            world.settle().pass(Duration.ofSeconds(5)).settle();
            assertTrue(states(world).values().stream().allMatch(AlertState.SUPPRESSED::equals), world.alerts::toString);
        }
    }

    /** For four months two cases a day under parts of the article and one under another, in two courts by turns. */
    private static World quiet() {
        World world = new World(TODAY + "T10:00:00Z");
        String[] statutes = {"ru/uk/a337/p5", "ru/uk/a337/p3", "ru/uk/a338"};
        for (int i = 3; i < 3 * 120; i++) {
            world.put(Docs.courtCase("h" + i, TODAY.minusDays(i / 3).toString(), statutes[i % 3])
                    .setCourtId((i / 3) % 2 == 0 ? "exnd" : "exsd")
                    .setMode(Mode.BACKFILL));
        }
        return world.settle().pass(Duration.ofSeconds(5));
    }

    private static void cases(World world, int from, int to, String court, String statute) {
        for (int i = from; i < to; i++) {
            world.put(Docs.courtCase("c" + i, TODAY.toString(), statute).setCourtId(court));
        }
    }

    private static String spike(String label) {
        return "spike|court.filed{" + label + "}|" + TODAY;
    }

    private static List<String> firing(World world) {
        return states(world).entrySet().stream()
                .filter(alert -> alert.getValue() == AlertState.FIRING)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Map<String, AlertState> states(World world) {
        Map<String, AlertState> states = new TreeMap<>();
        world.alerts.values().stream()
                .filter(alert ->
                        alert.getName().equals("court.filed") && alert.getRule().equals("spike"))
                .forEach(alert -> states.put(alert.getId(), alert.getState()));
        return states;
    }
}
