package org.tallywire.ingest.poll;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.HealthState;
import org.tallywire.avro.Source;
import org.tallywire.avro.SourceHealth;
import org.tallywire.avro.SourceState;

/**
 * When to poll next. The interval follows half the mean pause between arrivals in small steps; errors stretch the delay
 * (interval x (1 + weight)), they never end it. All chance is passed in.
 */
public final class Schedule {
    /** Option of a source: true when its stated bounds (ttl, sy, max-age) are not believed. */
    public static final String IGNORE_BOUNDS = "bounds.ignore";

    static final Duration SHORTEST = Duration.ofMinutes(10);
    static final Duration FIRST = Duration.ofHours(1);
    static final Duration LONGEST = Duration.ofHours(24);
    static final Duration LAST_RESORT = Duration.ofDays(30);
    private static final double HOPELESS = 30;
    private static final double JITTER = 0.1;
    private static final Duration TOO_SHORT_FOR_JITTER = Duration.ofMinutes(1);
    private static final Map<HealthState, Double> WEIGHTS = Words.table("weights.tsv", Double::parseDouble);
    private static final Map<HealthState, Duration> PAUSES =
            Words.table("pauses.tsv", hours -> Duration.ofHours(Long.parseLong(hours)));

    private Schedule() {}

    /** What a failed poll adds to the error weight. */
    static double weight(HealthState state) {
        return WEIGHTS.getOrDefault(state, 0.0);
    }

    /** A new moment for a source that fell due while nobody polled: within one interval, always the same for a source. */
    public static Instant afterDowntime(SourceState state, Instant now) {
        Source source = state.getSource();
        Duration interval = interval(source, state.getHealth().getIntervalSeconds());
        return now.plusMillis((long) (Hash.fraction(source.getId()) * interval.toMillis()));
    }

    /** True for states after which a source is left alone for a fixed time. */
    static boolean pauses(HealthState state) {
        return PAUSES.containsKey(state);
    }

    /** The interval in use: fixed by the catalogue, else learned, else the first one. */
    static Duration interval(Source source, int learnedSeconds) {
        if (source.getIntervalSeconds() > 0) {
            return Duration.ofSeconds(source.getIntervalSeconds());
        }
        return learnedSeconds > 0 ? Duration.ofSeconds(learnedSeconds) : FIRST;
    }

    /** The interval after a successful poll. */
    static Duration learn(SourceState.Builder state, Intake<?> intake, Instant now) {
        Source source = state.getSource();
        Duration current = interval(source, state.getHealth().getIntervalSeconds());
        if (source.getIntervalSeconds() > 0) {
            return current;
        }
        Duration mean = Rhythm.meanPause(state.getArrivals(), now);
        Duration target = mean.isZero() ? LONGEST : mean.dividedBy(2);
        double step = Math.clamp((double) target.toMillis() / current.toMillis(), 0.8, 1.5);
        Duration next = Duration.ofMillis((long) (current.toMillis() * (intake.overrun() ? 0.5 : step)));
        if (intake.count("listed") > 1 && !intake.span().isZero()) {
            next = least(next, intake.span().dividedBy(2));
        }
        return most(SHORTEST, least(LONGEST, next));
    }

    /** The moment of the next poll. After its first one a source takes its place in the interval, given by its id. */
    static Instant next(SourceState.Builder state, @Nullable Duration retryAfter, RandomGenerator chance, Instant now) {
        SourceHealth health = state.getHealth();
        Source source = state.getSource();
        Duration interval = interval(source, health.getIntervalSeconds());
        boolean fine = health.getErrorStreak() == 0 && !pauses(health.getState());
        Duration delay = fine ? bounded(state, interval) : backOff(state, interval);
        if (retryAfter != null) {
            boolean limited = health.getState() == HealthState.RATE_LIMITED;
            double extra = limited
                    ? chance.nextDouble() * least(Duration.ofHours(1), interval).toMillis()
                    : 0;
            delay = most(delay, retryAfter.plusMillis((long) extra));
        }
        if (delay.compareTo(TOO_SHORT_FOR_JITTER) < 0) {
            return onTheBeat(health, delay, now);
        }
        if (!state.getBackfilled() && health.getErrorStreak() == 0) {
            delay = Duration.ofMillis((long) (delay.toMillis() * (0.1 + 0.9 * Hash.fraction(source.getId()))));
        }
        double jitter = 1 + JITTER * (2 * chance.nextDouble() - 1);
        Duration floor = retryAfter == null ? Duration.ZERO : retryAfter;
        Instant then = now.plus(most(floor, Duration.ofMillis((long) (delay.toMillis() * jitter))));
        return skip(then, state.getSkipHours(), state.getSkipDays());
    }

    /** Short fixed intervals keep their beat: the next poll follows the planned time, not the end of the last one. */
    private static Instant onTheBeat(SourceHealth health, Duration delay, Instant now) {
        Instant planned = health.getNextPoll();
        Instant beat = planned == null || health.getErrorStreak() > 0 ? now : planned;
        return beat.plus(delay).isAfter(now) ? beat.plus(delay) : now.plus(delay);
    }

    private static Duration bounded(SourceState.Builder state, Duration interval) {
        boolean fixed = state.getSource().getIntervalSeconds() > 0;
        boolean ignore = Boolean.parseBoolean(state.getSource().getOptions().get(IGNORE_BOUNDS));
        Duration stated = fixed || ignore ? Duration.ZERO : Duration.ofSeconds(state.getStatedSeconds());
        return most(interval, least(stated, LONGEST));
    }

    private static Duration backOff(SourceState.Builder state, Duration interval) {
        SourceHealth health = state.getHealth();
        Duration pause = PAUSES.get(health.getState());
        if (pause != null) {
            return pause;
        }
        if (health.getState() == HealthState.GONE) {
            Instant since = state.getGoneSince();
            Instant attempt = health.getLastAttempt();
            boolean twice =
                    since != null && attempt != null && !since.plus(LONGEST).isAfter(attempt);
            return twice ? LAST_RESORT : LONGEST.plusMinutes(5);
        }
        double weight = health.getErrorWeight();
        Duration stretched = Duration.ofMillis((long) (interval.toMillis() * (1 + weight)));
        return least(stretched, weight > HOPELESS ? LAST_RESORT : LONGEST);
    }

    /** Pushes a moment out of the hours (GMT) and days that the feed says to skip; all skipped means none is. */
    static Instant skip(Instant then, List<Integer> hours, List<String> days) {
        boolean allHours = hours.stream().distinct().count() >= 24;
        boolean allDays = days.stream().distinct().count() >= 7;
        ZonedDateTime at = then.atZone(ZoneOffset.UTC);
        for (int i = 0; i < 24 * 8; i++) {
            boolean skipHour = !allHours && hours.contains(at.getHour());
            boolean skipDay = !allDays && days.contains(at.getDayOfWeek().name());
            if (!skipHour && !skipDay) {
                return at.toInstant();
            }
            at = at.truncatedTo(ChronoUnit.HOURS).plusHours(1);
        }
        return then;
    }

    private static Duration least(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    private static Duration most(Duration a, Duration b) {
        return a.compareTo(b) > 0 ? a : b;
    }
}
