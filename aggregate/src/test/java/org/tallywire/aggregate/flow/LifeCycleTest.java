package org.tallywire.aggregate.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.tallywire.aggregate.Docs;
import org.tallywire.avro.Alert;
import org.tallywire.avro.AlertState;
import org.tallywire.avro.ChargeRole;
import org.tallywire.avro.Entities;
import org.tallywire.avro.Mode;

/**
 * The life of one alert over restarts, in a series of which a fifth of a day's items is in on the next morning and the rest three days
 * later.
 */
class LifeCycleTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 5);
    private static final int LEARNED = 75;
    private static final int EARLY = 4;
    private static final int LATE = 16;

    private LocalDate today = FIRST;

    @Test
    void pendingFiringResolved() {
        try (World world = new World(FIRST + "T10:00:00Z")) {
            for (int day = 0; day < LEARNED; day++) {
                usual(world);
                morning(world);
            }
            LocalDate burst = today.minusDays(1);
            usual(world);
            articles(world, "first", burst, 12);
            assertEquals(
                    AlertState.PENDING, state(world, burst), "too many for what should be in, not for a whole day");
            world.restart();
            articles(world, "more", burst, 40);
            Alert firing = alert(world, burst);
            assertEquals(AlertState.FIRING, firing.getState());
            assertEquals("one", firing.getSource());
            world.restart();
            int told = world.records.get("alerts");
            articles(world, "more", burst, 40);
            assertEquals(told, world.records.get("alerts"), "the same documents again tell nothing");
            for (int day = 0; day < 6; day++) {
                morning(world);
                usual(world);
            }
            assertEquals(AlertState.RESOLVED, state(world, burst));
            assertEquals(firing.getStartsAt(), alert(world, burst).getStartsAt(), "begun before the restart");
        }
    }

    @Test
    void historyAcrossARestartRaisesNothing() {
        try (World world = new World(FIRST + "T10:00:00Z")) {
            for (int back = 90; back > 0; back--) {
                history(world, FIRST.minusDays(back), 5);
            }
            world.settle();
            world.restart();
            history(world, FIRST.minusDays(2), 80);
            world.settle().pass(Duration.ofSeconds(5));
            world.restart();
            morning(world);
            assertTrue(
                    world.alerts.values().stream().allMatch(alert -> alert.getState() == AlertState.SUPPRESSED),
                    world.alerts::toString);
            assertNull(alert(world, today.minusDays(1)));
        }
    }

    private void usual(World world) {
        articles(world, "early", today.minusDays(1), EARLY);
        articles(world, "late", today.minusDays(4), LATE);
    }

    private void morning(World world) {
        world.pass(Duration.ofDays(1));
        today = today.plusDays(1);
    }

    private static void history(World world, LocalDate day, int count) {
        for (int i = 0; i < count; i++) {
            world.put(article("h" + day + "-" + i, day).setMode(Mode.BACKFILL));
        }
    }

    private static void articles(World world, String id, LocalDate day, int count) {
        for (int i = 0; i < count; i++) {
            world.put(article(id + day + "-" + i, day));
        }
        world.settle();
    }

    private static Entities.Builder article(String id, LocalDate day) {
        return Docs.article(id, day.toString(), "one").setStatutes(Docs.statutes(ChargeRole.CITED, "ru/uk/a337"));
    }

    private static Alert alert(World world, LocalDate day) {
        return world.alerts.get("spike|news.mentions{statute=ru/uk/a337}|" + day);
    }

    private static AlertState state(World world, LocalDate day) {
        Alert alert = alert(world, day);
        return alert == null ? AlertState.UNKNOWN : alert.getState();
    }
}
