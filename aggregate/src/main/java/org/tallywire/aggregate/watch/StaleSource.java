package org.tallywire.aggregate.watch;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.Alert;
import org.tallywire.avro.AlertState;
import org.tallywire.avro.Mode;
import org.tallywire.avro.Severity;
import org.tallywire.avro.SourceHealth;

/** The alert that a source is not seen any more; its label {@code source} lets a receiver hold back the alerts of its series. */
public final class StaleSource {
    /** Name of the rule, and of its alert. */
    public static final String RULE = "source-stale";

    private static final Duration VALID = Duration.ofHours(48);

    private StaleSource() {}

    /** The alert as it must be told now, or null if nothing has changed. */
    public static @Nullable Alert next(@Nullable Alert open, SourceHealth health, Instant now) {
        Instant since = Blindness.since(health, now);
        if (since == null) {
            return open == null ? null : end(open, health, now);
        }
        Instant valid = open == null ? null : open.getValidUntil();
        boolean told = valid != null && valid.isAfter(now.plus(VALID.dividedBy(2)));
        return told ? null : fire(open, health, since, now);
    }

    private static Alert fire(@Nullable Alert open, SourceHealth health, Instant since, Instant now) {
        LocalDate day = since.atOffset(ZoneOffset.UTC).toLocalDate();
        Alert.Builder alert = open != null
                ? Alert.newBuilder(open).setRevision(open.getRevision() + 1)
                : Alert.newBuilder()
                        .setId(RULE + "|" + health.getSourceId() + "|" + day)
                        .setRule(RULE)
                        .setSeries(health.getSourceId())
                        .setName(RULE)
                        .setLabels(Map.of("source", health.getSourceId()))
                        .setState(AlertState.FIRING)
                        .setSeverity(Severity.WARNING)
                        .setDay(day)
                        .setStartsAt(now)
                        .setMode(Mode.LIVE);
        return alert.setLastDay(now.atOffset(ZoneOffset.UTC).toLocalDate())
                .setUpdatedAt(now)
                .setValidUntil(now.plus(VALID))
                .setMessage("%s: not seen since %s (%s)".formatted(health.getSourceId(), since, health.getState()))
                .setReason(health.getReason())
                .build();
    }

    private static Alert end(Alert open, SourceHealth health, Instant now) {
        return Alert.newBuilder(open)
                .setState(AlertState.RESOLVED)
                .setRevision(open.getRevision() + 1)
                .setUpdatedAt(now)
                .setResolvedAt(now)
                .setReason("seen again: " + health.getState())
                .build();
    }
}
