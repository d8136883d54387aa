package org.tallywire.ingest.poll;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.HealthState;
import org.tallywire.avro.Source;
import org.tallywire.avro.SourceHealth;
import org.tallywire.avro.SourceState;
import org.tallywire.ingest.fetch.Exchange;
import org.tallywire.ingest.fetch.Fetched;
import org.tallywire.ingest.read.FeedFacts;

/** The state of a source after a poll, given the state before: validators, moves, rhythm, health, next poll. */
public final class AfterPoll {
    private static final Duration SOON = Duration.ofMinutes(30);
    /** Until a walk that was cut short goes on. */
    private static final Duration WALK = Duration.ofMinutes(5);

    private static final Duration SCOPE_SHOWN = Duration.ofHours(24);

    private AfterPoll() {}

    /**
     * The state of a source that was just added.
     *
     * @param first when it may be polled first
     */
    public static SourceState added(Source source, Instant first, Instant now) {
        boolean enabled = source.getEnabled();
        SourceHealth health = SourceHealth.newBuilder()
                .setState(enabled ? HealthState.WAITING : HealthState.DISABLED)
                .setReason(enabled ? "waits for its first poll" : "the catalogue says not to poll it")
                .setSince(now)
                .setNextPoll(enabled ? first : null)
                .setIntervalSeconds((int) Schedule.interval(source, 0).toSeconds())
                .build();
        return SourceState.newBuilder()
                .setSource(source)
                .setHealth(described(health, source, now))
                .build();
    }

    /** The state of a source whose catalogue entry changed: what belongs to the old address is forgotten, the items are not. */
    public static SourceState changed(SourceState before, Source source, Instant first, Instant now) {
        Instant free = Budget.of(source).free(before.getRequests(), first);
        SourceState fresh = added(source, free, now);
        SourceHealth health = SourceHealth.newBuilder(before.getHealth())
                .setState(fresh.getHealth().getState())
                .setReason("catalogue entry changed; " + fresh.getHealth().getReason())
                .setSince(now)
                .setNextPoll(fresh.getHealth().getNextPoll())
                .setIntervalSeconds(fresh.getHealth().getIntervalSeconds())
                .setErrorStreak(0)
                .setErrorWeight(0)
                .build();
        return SourceState.newBuilder(fresh)
                .setHealth(described(health, source, now))
                .setArrivals(before.getArrivals())
                .setBackfilled(before.getBackfilled())
                .setGuidUnreliable(before.getGuidUnreliable())
                .setNextCheck(before.getNextCheck())
                .setRequests(before.getRequests())
                .build();
    }

    /**
     * The state after pages were looked at again.
     *
     * @param next when to look at the next; null: there is none
     */
    public static SourceState looked(SourceState before, Intake<?> intake, @Nullable Instant next) {
        return SourceState.newBuilder(before)
                .setNextCheck(next)
                .setHealth(SourceHealth.newBuilder(before.getHealth())
                        .setItems(total(before.getHealth(), intake))
                        .build())
                .build();
    }

    private static Map<String, Long> total(SourceHealth health, Intake<?> intake) {
        Map<String, Long> total = new HashMap<>(health.getItems());
        intake.counts().forEach((outcome, n) -> total.merge(outcome, n, Long::sum));
        return total;
    }

    /** The state of a source that nobody could poll for more than three intervals. */
    public static SourceState stale(SourceState before, String why, Instant now) {
        Instant success = before.getHealth().getLastSuccess();
        SourceHealth health = SourceHealth.newBuilder(before.getHealth())
                .setState(HealthState.STALE)
                .setReason(why + (success == null ? "; it was never read" : "; read last at " + success))
                .setSince(now)
                .setUpdatedAt(now)
                .build();
        return SourceState.newBuilder(before).setHealth(health).build();
    }

    /** The same state with another moment for the next poll. */
    public static SourceState postponed(SourceState before, Instant next) {
        return SourceState.newBuilder(before)
                .setHealth(SourceHealth.newBuilder(before.getHealth())
                        .setNextPoll(next)
                        .build())
                .build();
    }

    /** True if a source that fell due then should have been polled long ago: more than three intervals, half an hour at least. */
    public static boolean isStale(SourceState state, Instant planned, Instant now) {
        Duration three = Schedule.interval(state.getSource(), state.getHealth().getIntervalSeconds())
                .multipliedBy(3);
        Duration most = three.compareTo(SOON) > 0 ? three : SOON;
        return state.getHealth().getState() != HealthState.STALE
                && planned.plus(most).isBefore(now);
    }

    /** The state after a poll. */
    public static SourceState of(
            SourceState before, Polled<?> polled, Intake<?> intake, RandomGenerator chance, Instant now) {
        SourceState.Builder state = SourceState.newBuilder(before);
        boolean liar = Validity.note(state, polled, intake.listHash(), now);
        Moves.note(state, polled, now);
        state.setRequests(Budget.of(before.getSource()).spend(before.getRequests(), polled.requests(), now))
                .setWaiting(polled.left());
        if (polled.succeeded()) {
            items(state, polled, intake, now);
        }
        SourceHealth.Builder health = SourceHealth.newBuilder(before.getHealth());
        attempt(health, polled, intake, now);
        errors(state, health, polled, now);
        word(state, before.getHealth(), health, polled, intake, liar, now);
        state.setHealth(health.build());
        if (polled.succeeded()) {
            health.setIntervalSeconds((int) Schedule.learn(state, intake, now).toSeconds());
        }
        state.setHealth(health.build());
        Instant next = intake.open() > 0 ? now : Schedule.next(state, polled.retryAfter(), chance, now);
        plan(state.build(), health, polled, next, now);
        state.setBackfilled(before.getBackfilled()
                || (polled.succeeded() && intake.open() == 0 && polled.left().isEmpty()));
        return state.setHealth(described(health.build(), state.getSource(), now))
                .build();
    }

    /** The next poll, sooner for a walk that was cut short, later where the budget is spent; the reason says so. */
    private static void plan(
            SourceState state, SourceHealth.Builder health, Polled<?> polled, Instant next, Instant now) {
        Budget budget = Budget.of(state.getSource());
        boolean goesOn =
                health.getState() == HealthState.PARTIAL && !polled.left().isEmpty();
        Instant soon = goesOn && next.isAfter(now.plus(WALK)) ? now.plus(WALK) : next;
        health.setNextPoll(budget.free(state.getRequests(), soon));
        String spent = budget.told(state.getRequests(), polled.left().size(), now);
        String reason = health.getReason();
        health.setReason(reason.isEmpty() || spent.isEmpty() ? reason + spent : reason + "; " + spent);
    }

    private static void items(SourceState.Builder state, Polled<?> polled, Intake<?> intake, Instant now) {
        state.setArrivals(Rhythm.with(state.getArrivals(), intake.arrivals(), now));
        if (polled.first() instanceof Fetched.Answer answer) {
            FeedFacts facts = intake.facts();
            long fresh = answer.freshness().fresh().toSeconds();
            state.setStatedSeconds((int) Math.max(fresh, facts.ttlSeconds()));
            state.setSkipHours(facts.skipHours());
            state.setSkipDays(facts.skipDays());
            state.setGuidUnreliable(state.getGuidUnreliable() || intake.guidUnreliable());
            state.setRestlessPolls(intake.restless() ? state.getRestlessPolls() + 1 : 0);
            state.setBodyVolatile(state.getBodyVolatile() || state.getRestlessPolls() >= 3);
        }
        if (intake.open() > 0) {
            state.setEtag("").setLastModified("").setListHash("");
        }
    }

    private static void attempt(SourceHealth.Builder health, Polled<?> polled, Intake<?> intake, Instant now) {
        Exchange exchange = polled.first().exchange();
        health.setLastAttempt(now)
                .setHttpStatus(exchange.status())
                .setFinalUrl(exchange.url())
                .setBytes(exchange.bytes())
                .setMillis(exchange.millis())
                .setLastItems(intake.counts());
        health.setItems(total(health.build(), intake));
        if (intake.count("new") > 0) {
            health.setLastNewItem(now);
        }
    }

    private static void errors(SourceState.Builder state, SourceHealth.Builder health, Polled<?> polled, Instant now) {
        if (polled.succeeded()) {
            health.setLastSuccess(now).setErrorStreak(0).setErrorWeight(0);
            state.setGoneSince(null);
            return;
        }
        health.setErrorStreak(health.getErrorStreak() + 1);
        health.setErrorWeight(health.getErrorWeight() + Schedule.weight(polled.state()));
        if (polled.state() == HealthState.GONE && state.getGoneSince() == null) {
            state.setGoneSince(now);
        }
    }

    private static void word(
            SourceState.Builder state,
            SourceHealth before,
            SourceHealth.Builder health,
            Polled<?> polled,
            Intake<?> intake,
            boolean liar,
            Instant now) {
        HealthState word = polled.state();
        String reason = polled.reason();
        String scope = intake.facts().scope();
        if (polled.succeeded()) {
            health.setExpectedGapSeconds(
                    Rhythm.longestPause(state.getArrivals()).toSeconds());
            Finding finding = Finding.of(state, before, polled, intake, liar, now);
            word = finding.word();
            reason = reason.isEmpty() || finding.reason().isEmpty()
                    ? reason + finding.reason()
                    : reason + "; " + finding.reason();
            health.setScope(scope.isEmpty() ? health.getScope() : scope);
        }
        Instant success = before.getLastSuccess();
        if (!polled.succeeded() && success != null && isStale(state.build(), success, now)) {
            reason += "; read last at " + success;
        }
        boolean scopeStillShown = before.getState() == HealthState.SCOPE_CHANGED
                && before.getSince() != null
                && before.getSince().plus(SCOPE_SHOWN).isAfter(now);
        if (polled.succeeded() && scopeStillShown && !Schedule.pauses(word)) {
            word = HealthState.SCOPE_CHANGED;
            reason = before.getReason();
        }
        health.setState(word).setReason(reason);
        if (word != before.getState()) {
            health.setSince(now);
        }
    }

    private static SourceHealth described(SourceHealth health, Source source, Instant now) {
        return SourceHealth.newBuilder(health)
                .setSourceId(source.getId())
                .setStream(source.getStream())
                .setKind(source.getKind())
                .setName(source.getName())
                .setUrl(source.getUrl())
                .setUpdatedAt(now)
                .build();
    }
}
