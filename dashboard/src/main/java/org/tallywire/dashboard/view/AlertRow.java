package org.tallywire.dashboard.view;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.Alert;
import org.tallywire.avro.AlertState;
import org.tallywire.avro.Severity;

/**
 * One episode of one rule on one series; the fields are those of [alerts].
 *
 * @param around the series' daily counts before and through the episode; null in the book, filled when shown
 */
public record AlertRow(
        String id,
        String rule,
        String series,
        String name,
        Map<String, String> labels,
        AlertState state,
        Severity severity,
        @Nullable LocalDate day,
        @Nullable LocalDate lastDay,
        @Nullable Instant startsAt,
        @Nullable Instant updatedAt,
        @Nullable Instant resolvedAt,
        double observed,
        double expected,
        double lower,
        double upper,
        double pValue,
        double ratio,
        double excess,
        int buckets,
        boolean partial,
        double completeness,
        List<EvidenceRow> evidence,
        String message,
        String reason,
        int revision,
        String mode,
        @Nullable Around around) {

    /** Counts day by day; the first one is of the day {@code from}. */
    public record Around(LocalDate from, long[] counts) {}

    private static final List<AlertState> STATES = List.of(
            AlertState.FIRING,
            AlertState.PENDING,
            AlertState.RESOLVED,
            AlertState.RETRACTED,
            AlertState.SUPPRESSED,
            AlertState.UNKNOWN);

    /** What needs eyes first: firing before pending before the rest, then the newest, then the gravest. */
    static final Comparator<AlertRow> URGENT_FIRST = Comparator.comparingInt((AlertRow a) -> STATES.indexOf(a.state()))
            .thenComparing(AlertRow::lastDay, Comparator.nullsLast(Comparator.<LocalDate>reverseOrder()))
            .thenComparing(AlertRow::severity, Comparator.reverseOrder())
            .thenComparing(AlertRow::id);

    static AlertRow of(String id, Alert a) {
        return new AlertRow(
                id,
                a.getRule(),
                a.getSeries(),
                a.getName(),
                Map.copyOf(a.getLabels()),
                a.getState(),
                a.getSeverity(),
                a.getDay(),
                a.getLastDay() == null ? a.getDay() : a.getLastDay(),
                a.getStartsAt(),
                a.getUpdatedAt(),
                a.getResolvedAt(),
                a.getObserved(),
                a.getExpected(),
                a.getLower(),
                a.getUpper(),
                a.getPValue(),
                a.getRatio(),
                a.getExcess(),
                a.getBuckets(),
                a.getPartial(),
                a.getCompleteness(),
                EvidenceRow.of(a.getEvidence()),
                a.getMessage(),
                a.getReason(),
                a.getRevision(),
                a.getMode().name(),
                null);
    }

    AlertRow with(Around around) {
        return new AlertRow(
                id,
                rule,
                series,
                name,
                labels,
                state,
                severity,
                day,
                lastDay,
                startsAt,
                updatedAt,
                resolvedAt,
                observed,
                expected,
                lower,
                upper,
                pValue,
                ratio,
                excess,
                buckets,
                partial,
                completeness,
                evidence,
                message,
                reason,
                revision,
                mode,
                around);
    }
}
