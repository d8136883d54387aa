package org.tallywire.dashboard.web;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tallywire.dashboard.view.AlertRow;
import org.tallywire.dashboard.view.EvidenceRow;

/** Columns of alerts.csv: one row an episode, whatever became of it. */
final class AlertColumns {
    static final List<String> NAMES = List.of(
            "id",
            "state",
            "severity",
            "rule",
            "series",
            "labels",
            "day",
            "last_day",
            "observed",
            "expected",
            "lower",
            "upper",
            "p_value",
            "ratio",
            "excess",
            "partial",
            "message",
            "reason",
            "evidence",
            "revision",
            "mode",
            "starts_at",
            "resolved_at",
            "updated_at");

    private AlertColumns() {}

    static List<List<@Nullable Object>> rows(List<AlertRow> alerts) {
        return alerts.stream().map(AlertColumns::row).toList();
    }

    private static List<@Nullable Object> row(AlertRow a) {
        return Arrays.asList(
                a.id(),
                a.state(),
                a.severity(),
                a.rule(),
                a.series(),
                TallyColumns.labels(a.labels()),
                a.day(),
                a.lastDay(),
                a.observed(),
                a.expected(),
                a.lower(),
                a.upper(),
                a.pValue(),
                a.ratio(),
                a.excess(),
                a.partial(),
                a.message(),
                a.reason(),
                evidence(a),
                a.revision(),
                a.mode(),
                a.startsAt(),
                a.resolvedAt(),
                a.updatedAt());
    }

    private static String evidence(AlertRow alert) {
        return String.join(" ", alert.evidence().stream().map(EvidenceRow::url).toList());
    }
}
