package org.tallywire.ingest.poll;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.tallywire.avro.HealthState;
import org.tallywire.avro.SourceHealth;
import org.tallywire.avro.SourceState;
import org.tallywire.ingest.courts.cases.EventZone;
import org.tallywire.ingest.courts.cases.Staleness;
import org.tallywire.ingest.fetch.Fetched;

/**
 * The health word of a poll that succeeded: what a person should look at first.
 *
 * @param word the word
 * @param reason in words; empty when the word says it all
 */
record Finding(HealthState word, String reason) {

    static Finding of(
            SourceState.Builder state,
            SourceHealth before,
            Polled<?> polled,
            Intake<?> intake,
            boolean liar,
            Instant now) {
        String scope = intake.facts().scope();
        String expected = state.getSource().getOptions().getOrDefault("scope", "");
        if (!expected.isEmpty() && !scope.isEmpty() && !scope.equals(expected)) {
            return new Finding(
                    HealthState.SCOPE_CHANGED, "the feed lets out '" + scope + "', expected is '" + expected + "'");
        }
        if (!scope.isEmpty() && !before.getScope().isEmpty() && !scope.equals(before.getScope())) {
            return new Finding(
                    HealthState.SCOPE_CHANGED,
                    "the feed now lets out '" + scope + "', before it was '" + before.getScope() + "'");
        }
        if (liar) {
            return new Finding(
                    HealthState.LIAR, "the items changed under the same validators; they are not used for 30 days");
        }
        if (intake.overrun()) {
            return new Finding(HealthState.OVERRUN, "nothing of the last poll is listed any more: items were missed");
        }
        boolean notModified = polled.first() instanceof Fetched.NotModified;
        boolean plain = notModified || polled.state() == HealthState.WORKING || polled.state() == HealthState.OK_EMPTY;
        if (!plain) {
            return new Finding(polled.state(), "");
        }
        Staleness limit = Staleness.of(state.getSource());
        ZoneId zone = EventZone.of(state.getSource());
        if (limit != null
                && !state.getArrivals().isEmpty()
                && limit.stale(state.getArrivals().getLast(), now, zone)) {
            return new Finding(
                    HealthState.STALE,
                    "no new entry for more than " + limit.limit().toHours() + " working hours of the court");
        }
        HealthState silence = Rhythm.silence(state.getArrivals(), now);
        if (silence != HealthState.WORKING) {
            return silent(silence, state, now);
        }
        if (intake.count("new") + intake.count("updated") > 0) {
            return new Finding(HealthState.WORKING, "");
        }
        return polled.state() == HealthState.OK_EMPTY && !notModified
                ? new Finding(HealthState.OK_EMPTY, "the document is fine and holds no items")
                : new Finding(HealthState.UNCHANGED, "");
    }

    private static Finding silent(HealthState word, SourceState.Builder state, Instant now) {
        long open = Duration.between(state.getArrivals().getLast(), now).toHours();
        long usual = Rhythm.longestPause(state.getArrivals()).toHours();
        return new Finding(word, "nothing new for " + open + " h; its longest pause before was " + usual + " h");
    }
}
