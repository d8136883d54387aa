package org.tallywire.aggregate.spike;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tallywire.avro.AlertState;
import org.tallywire.avro.Mode;

class SpikeWatchTest {
    private static final int NEWS = 14;

    @Test
    void aRunningDayFiresAsSoonAsItHoldsTooMuchForAWholeOne() {
        Story story = Story.after(120, NEWS);
        LocalDate spike = story.today;
        story.set(spike, 9).tick();
        assertEquals(List.of(), story.said(), "9 of about 4 is not too much");
        story.set(spike, 30).tick();
        assertEquals(List.of("FIRING spike|court.filed|" + spike), story.said());
        SpikeAlert alert = story.alerts.getFirst();
        assertEquals(30, alert.observed());
        assertTrue(alert.expected() > 2 && alert.expected() < 7, () -> "expected " + alert.expected());
        assertTrue(alert.upper() < 15 && alert.p() < 1e-6 && alert.excess() > 20, alert::toString);
    }

    @Test
    void theSameTickTwiceSaysNothingNew() {
        Story story = Story.after(120, NEWS);
        story.set(story.today, 30).tick().tick().tick();
        assertEquals(1, story.alerts.size());
    }

    @Test
    void anEpisodeIsOneAlertAndEndsAfterTwoUsualDays() {
        Story story = Story.after(120, NEWS);
        LocalDate spike = story.today;
        story.day(30).day(28).day(4).day(3).day(4);
        assertEquals(List.of("FIRING spike|court.filed|" + spike, "RESOLVED spike|court.filed|" + spike), story.said());
        assertEquals(spike.plusDays(3), story.alerts.getLast().resolvedDay());
        story.usual(40);
        assertEquals(2, story.alerts.size(), () -> "settling says nothing new: " + story.said());
    }

    @Test
    void anAlertIsToldAgainOnlyWhenItBecomesWorse() {
        Story story = Story.after(120, NEWS);
        LocalDate spike = story.today;
        story.set(spike, 14)
                .tick()
                .set(spike, 15)
                .tick()
                .set(spike, 60)
                .tick()
                .set(spike, 61)
                .tick();
        assertEquals(2, story.alerts.size(), story.said()::toString);
        assertEquals(2, story.alerts.getLast().revision());
        assertEquals(AlertState.FIRING, story.alerts.getLast().state());
    }

    @Test
    void aCorrectionOfTheFirstDayTakesTheAlertBack() {
        Story story = Story.after(120, NEWS);
        LocalDate spike = story.today;
        story.day(30).set(spike, 4).tick();
        assertEquals(AlertState.RETRACTED, story.alerts.getLast().state());
        assertEquals("spike|court.filed|" + spike, story.alerts.getLast().key());
        story.usual(30);
        assertEquals(2, story.alerts.size(), story.said()::toString);
        story.set(spike, 30).tick();
        assertEquals(2, story.alerts.size(), "a day that has settled long ago raises nothing");
    }

    @Test
    void aCorrectionLongAfterwardsTakesTheAlertBackToo() {
        Story story = Story.after(120, 0);
        LocalDate spike = story.today;
        story.day(30).usual(30);
        assertEquals(AlertState.RESOLVED, story.alerts.getLast().state());
        story.set(spike, 5).tick().tick();
        assertEquals(AlertState.RETRACTED, story.alerts.getLast().state());
        assertEquals(3, story.alerts.size(), story.said()::toString);
    }

    @Test
    void aSmallCorrectionChangesNothing() {
        Story story = Story.after(120, NEWS);
        LocalDate spike = story.today;
        story.day(30).set(spike, 28).tick();
        assertEquals(1, story.alerts.size(), story.said()::toString);
    }

    @Test
    void backfillRaisesNothing() {
        Story story = Story.after(120, NEWS);
        LocalDate spike = story.today;
        story.set(spike.minusDays(1), 60).set(spike, 50).tick(Mode.BACKFILL);
        assertTrue(
                story.alerts.stream().allMatch(alert -> alert.state() == AlertState.SUPPRESSED),
                story.said()::toString);
        story.tick();
        assertTrue(
                story.alerts.stream().allMatch(alert -> alert.state() == AlertState.SUPPRESSED),
                story.said()::toString);
    }

    @Test
    void aDumpUnderOneDateIsCountedButNotJudged() {
        Story story = Story.after(120, NEWS);
        story.backfilled.add(story.today);
        story.day(200).usual(30);
        assertEquals(List.of(), story.said());
    }

    @Test
    void aNewSeriesIsNotJudgedBeforeItHasBeenSeenForAWhile() {
        Story story = new Story(WatchRule.daily("spike", OpenDays.ALWAYS, NEWS));
        story.usual(5).day(60);
        assertEquals(1, story.alerts.size());
        assertEquals(AlertState.SUPPRESSED, story.alerts.getFirst().state());
        assertEquals(
                "gate: new series, 5 of 8 buckets seen", story.alerts.getFirst().reason());
    }

    @Test
    void whatPilesUpWhileNobodyCouldLookIsACatchUp() {
        Story story = Story.after(120, 0);
        for (int i = 0; i < 5; i++) {
            story.blind.add(story.today);
            story.day(0);
        }
        story.day(22).usual(30);
        assertTrue(
                story.alerts.stream().allMatch(alert -> alert.state() == AlertState.SUPPRESSED),
                story.said()::toString);
        assertTrue(story.alerts.stream().allMatch(alert -> alert.reason().startsWith("backfill")));
    }

    @Test
    void anOpenAlertIsFrozenWhileNobodyCanLook() {
        Story story = Story.after(120, NEWS);
        story.day(30);
        for (int i = 0; i < 6; i++) {
            story.blind.add(story.today);
            story.day(0);
        }
        assertEquals(1, story.alerts.size(), story.said()::toString);
        story.usual(4);
        assertEquals(AlertState.RESOLVED, story.alerts.getLast().state());
    }

    @Test
    void anEarlierDayThatGrowsLaterDoesNotRenameTheAlert() {
        Story story = Story.after(120, NEWS);
        LocalDate spike = story.today.plusDays(1);
        story.day(5).day(30).set(spike.minusDays(1), 25).tick();
        assertEquals(List.of("FIRING spike|court.filed|" + spike), story.said());
    }

    @Test
    void aDoubledLevelIsOneEpisode() {
        Story story = Story.after(200, 2);
        for (int i = 0; i < 60; i++) {
            story.day(9 + i * 5 % 7);
        }
        long keys = story.alerts.stream().map(SpikeAlert::key).distinct().count();
        assertTrue(keys <= 2, story.said()::toString);
        assertEquals(AlertState.RESOLVED, story.alerts.getLast().state());
    }

    @Test
    void aPartOfADayThatIsTooMuchForAPartIsPending() {
        Story story = Story.after(120, NEWS);
        story.completeness = new Completeness() {
            @Override
            public double share(int delay) {
                return delay == 0 ? 0.25 : delay < 5 ? 0.6 : 1;
            }

            @Override
            public double wobble() {
                return 0.01;
            }
        };
        LocalDate day = story.today;
        story.set(day, 8);
        story.today = day.plusDays(1);
        story.tick();
        assertEquals(List.of("PENDING spike|court.filed|" + day), story.said());
        story.set(day, 30).tick();
        assertEquals(AlertState.FIRING, story.alerts.getLast().state());
    }

    @Test
    void aSilentFeedIsSeenAndIsNoSpikeWhenItComesBack() {
        Story story = Story.after(120, 1);
        for (int i = 0; i < 6; i++) {
            story.day(0);
        }
        assertTrue(story.last.silent());
        story.usual(20);
        assertFalse(story.last.silent());
        assertEquals(List.of(), story.said());
    }

    @Test
    void aRestartForgetsNothing() {
        Story story = Story.after(120, NEWS);
        byte[] bytes = story.day(30).state.toBytes();
        assertTrue(bytes.length < 3_000, () -> bytes.length + " bytes");
        org.junit.jupiter.api.Assertions.assertArrayEquals(
                bytes, WatchState.fromBytes(bytes).toBytes());
    }
}
