package org.tallywire.ingest.poll;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tallywire.avro.HealthState;
import org.tallywire.avro.Source;
import org.tallywire.avro.SourceHealth;
import org.tallywire.avro.SourceState;
import org.tallywire.ingest.read.FeedFacts;

class ScheduleTest {
    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z"); // a Monday

    private static Source source(int interval, Map<String, String> options) {
        return Source.newBuilder()
                .setId("s")
                .setIntervalSeconds(interval)
                .setOptions(options)
                .build();
    }

    private static SourceState.Builder state(Source source, int learned, HealthState word, int streak, double weight) {
        SourceHealth health = SourceHealth.newBuilder()
                .setIntervalSeconds(learned)
                .setState(word)
                .setErrorStreak(streak)
                .setErrorWeight(weight)
                .setLastAttempt(NOW)
                .build();
        SourceState state = SourceState.newBuilder()
                .setSource(source)
                .setHealth(health)
                .setBackfilled(true)
                .build();
        return SourceState.newBuilder(state);
    }

    private static Duration delay(SourceState.Builder state, Duration retryAfter) {
        return Duration.between(NOW, Schedule.next(state, retryAfter, new Random(7), NOW));
    }

    private static void about(Duration expected, Duration actual) {
        double ratio = (double) actual.toMillis() / expected.toMillis();
        assertTrue(ratio >= 0.9 && ratio <= 1.1, expected + " within a tenth, not " + actual);
    }

    @ParameterizedTest(name = "{0} at weight {2}: {3}")
    @CsvSource({
        "WORKING,      0, 0,    PT1H,  no error: the interval",
        "READ_TIMEOUT, 1, 0.5,  PT1H30M, one timeout stretches it by half",
        "READ_TIMEOUT, 4, 2,    PT3H,  weights add up",
        "NOT_FOUND,   60, 29.5, PT24H, capped at a day",
        "NOT_FOUND,   99, 31,   PT32H, hopeless: beyond a day, never off",
        "GONE,         1, 1,    PT24H, the first 410 is looked at again a day later",
        "CAPTCHA,      1, 0,    PT168H, a week whatever the interval",
    })
    void errorsStretchTheDelay(HealthState word, int streak, double weight, Duration expected, String why) {
        about(expected, delay(state(source(0, Map.of()), 3600, word, streak, weight), null));
    }

    @Test
    void aSecond410ADayLaterMeansAMonth() {
        SourceState.Builder state = state(source(0, Map.of()), 3600, HealthState.GONE, 2, 2);
        about(Duration.ofDays(30), delay(state.setGoneSince(NOW.minus(Duration.ofHours(25))), null));
    }

    @ParameterizedTest(name = "{0} stated {1} s, option {2}: {3}")
    @CsvSource({
        "0,    7200,   false, PT2H,  a ttl of two hours is kept",
        "0,    7200,   true,  PT1H,  not when the source is told to ignore it",
        "0,    604800, false, PT24H, a ttl of a week is capped at a day",
        "3600, 86400,  false, PT1H,  the catalogue's own interval goes first",
    })
    void whatTheFeedStatesIsALowerBound(int fixed, int stated, boolean ignore, Duration expected, String why) {
        Source source = source(fixed, ignore ? Map.of(Schedule.IGNORE_BOUNDS, "true") : Map.of());
        about(expected, delay(state(source, 3600, HealthState.WORKING, 0, 0).setStatedSeconds(stated), null));
    }

    @Test
    void afterItsFirstPollASourceTakesItsPlaceInTheInterval() {
        SourceState.Builder state = state(source(0, Map.of()), 3600, HealthState.WORKING, 0, 0);
        about(
                Duration.ofSeconds((long) (3600 * (0.1 + 0.9 * Hash.fraction("s")))),
                delay(state.setBackfilled(false), null));
    }

    @Test
    void retryAfterIsNeverShortened() {
        SourceState.Builder state = state(source(0, Map.of()), 600, HealthState.SERVER_ERROR, 1, 0.5);
        for (int seed = 0; seed < 50; seed++) {
            Instant next = Schedule.next(state, Duration.ofHours(3), new Random(seed), NOW);
            assertFalse(next.isBefore(NOW.plus(Duration.ofHours(3))));
        }
    }

    @Test
    void shortFixedIntervalsKeepTheirBeat() {
        SourceState.Builder state = state(source(1, Map.of()), 1, HealthState.WORKING, 0, 0);
        SourceHealth planned = SourceHealth.newBuilder(state.getHealth())
                .setNextPoll(NOW.minusMillis(300))
                .build();
        assertEquals(Duration.ofMillis(700), delay(state.setHealth(planned), null));
        SourceHealth late = SourceHealth.newBuilder(planned)
                .setNextPoll(NOW.minusSeconds(9))
                .build();
        assertEquals(Duration.ofSeconds(1), delay(state.setHealth(late), null), "what was missed is not caught up");
    }

    @ParameterizedTest(name = "hours {0}, days {1}: {2}")
    @CsvSource({
        "'',     '',              2026-03-02T08:30:00Z",
        "'8',    '',              2026-03-02T09:00:00Z",
        "'8 9 10', '',            2026-03-02T11:00:00Z",
        "'',     'MONDAY',        2026-03-03T00:00:00Z",
        "'0 1',  'MONDAY TUESDAY', 2026-03-04T02:00:00Z",
    })
    void skippedHoursAndDaysAreWaitedOut(String hours, String days, Instant expected) {
        List<Integer> skipHours = hours.isEmpty()
                ? List.of()
                : List.of(hours.split(" ")).stream().map(Integer::valueOf).toList();
        List<String> skipDays = days.isEmpty() ? List.of() : List.of(days.split(" "));
        assertEquals(expected, Schedule.skip(Instant.parse("2026-03-02T08:30:00Z"), skipHours, skipDays));
    }

    @Test
    void whoSkipsEverythingSkipsNothing() {
        List<Integer> all = IntStream.range(0, 24).boxed().toList();
        assertEquals(NOW, Schedule.skip(NOW, all, List.of()));
    }

    private static Intake<Void> listed(long items, Duration span, boolean overrun) {
        return new Intake<>(
                Map.of(),
                List.of(),
                Map.of("listed", items),
                List.of(),
                null,
                "",
                overrun,
                span,
                FeedFacts.NONE,
                false,
                false,
                0);
    }

    private static SourceState.Builder arriving(int learned, Duration pause, int times) {
        List<Instant> arrivals = IntStream.rangeClosed(1, times)
                .mapToObj(i -> NOW.minus(pause.multipliedBy(times - i)))
                .toList();
        return state(source(0, Map.of()), learned, HealthState.WORKING, 0, 0).setArrivals(arrivals);
    }

    @ParameterizedTest(name = "{0} s, news every {1}: {2}")
    @CsvSource({
        "3600, PT10M,  PT48M, much news: a fifth shorter at a time",
        "3600, PT48H,  PT1H30M, little news: half as long again at a time",
        "600,  PT1M,   PT10M, never below ten minutes",
        "86400, P30D,  PT24H, never above a day",
    })
    void theIntervalFollowsTheArrivalsInSmallSteps(int learned, Duration pause, Duration expected, String why) {
        assertEquals(expected, Schedule.learn(arriving(learned, pause, 20), listed(30, Duration.ZERO, false), NOW));
    }

    @Test
    void missedItemsHalveTheInterval() {
        SourceState.Builder state = arriving(7200, Duration.ofHours(4), 20);
        assertEquals(Duration.ofHours(1), Schedule.learn(state, listed(30, Duration.ZERO, true), NOW));
    }

    @Test
    void theIntervalIsAtMostHalfOfWhatTheDocumentCovers() {
        SourceState.Builder state = arriving(7200, Duration.ofHours(4), 20);
        assertEquals(Duration.ofHours(1), Schedule.learn(state, listed(30, Duration.ofHours(2), false), NOW));
    }

    @Property(tries = 300)
    void theNextPollIsAlwaysAheadAndNeverFurtherThanAMonth(
            @ForAll @IntRange(min = 0, max = 100_000) int fixed,
            @ForAll @IntRange(min = 0, max = 200_000) int learned,
            @ForAll @IntRange(min = 0, max = 400) int streak,
            @ForAll @DoubleRange(min = 0, max = 400) double weight,
            @ForAll HealthState word,
            @ForAll long seed) {
        SourceState.Builder state = state(source(fixed, Map.of()), learned, word, streak, streak == 0 ? 0 : weight);
        Instant next = Schedule.next(state, null, new Random(seed), NOW);
        assertTrue(next.isAfter(NOW));
        Duration most = word == HealthState.DISABLED ? Duration.ofDays(403) : Duration.ofDays(34);
        assertTrue(next.isBefore(NOW.plus(most)), "no source is ever switched off: " + next);
    }

    @Test
    void oneNewSourceIsPolledAtOnceAndThousandsInALine() {
        FirstPolls line = new FirstPolls();
        assertEquals(NOW, line.next(NOW));
        Instant last = NOW;
        for (int i = 1; i <= 10_000; i++) {
            Instant next = line.next(NOW);
            assertEquals(last.plus(FirstPolls.APART), next);
            last = next;
        }
        assertTrue(last.isBefore(NOW.plusSeconds(240)), "ten thousand within four minutes");
        assertEquals(NOW.plusSeconds(3600), line.next(NOW.plusSeconds(3600)), "the line is forgotten");
    }

    @Property(tries = 100)
    void overdueSourcesAreSpreadOverOneInterval(
            @ForAll String id, @ForAll @IntRange(min = 1, max = 100_000) int fixed) {
        Source source = Source.newBuilder().setId(id).setIntervalSeconds(fixed).build();
        SourceState state = state(source, 0, HealthState.WORKING, 0, 0).build();
        Instant next = Schedule.afterDowntime(state, NOW);
        assertFalse(next.isBefore(NOW));
        assertTrue(next.isBefore(NOW.plusSeconds(fixed)));
        assertEquals(next, Schedule.afterDowntime(state, NOW));
    }
}
