package org.tallywire.dashboard.web;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tallywire.dashboard.view.CarrierRow;
import org.tallywire.dashboard.view.ClaimRow;
import org.tallywire.dashboard.view.ClaimRow.Own;

/** Columns of claims.csv: one row a claim, with the words of its first carrier. */
final class ClaimColumns {
    static final List<String> NAMES = List.of(
            "id",
            "status",
            "publisher",
            "publisher_kind",
            "kind",
            "bound",
            "value",
            "high",
            "unit",
            "counted",
            "measure",
            "scope",
            "from",
            "to",
            "per",
            "carriers",
            "independent_sources",
            "outlets",
            "quote",
            "url",
            "own_series",
            "own_count",
            "ratio",
            "superseded_by",
            "conflicts",
            "first_seen",
            "last_seen",
            "updated_at");

    private ClaimColumns() {}

    static List<List<@Nullable Object>> rows(List<ClaimRow> claims) {
        return claims.stream().map(ClaimColumns::row).toList();
    }

    private static List<@Nullable Object> row(ClaimRow c) {
        CarrierRow first = c.carriers().isEmpty() ? null : c.carriers().getFirst();
        Own own = c.own();
        return Arrays.asList(
                c.id(),
                c.status(),
                c.publisher(),
                c.publisherKind(),
                c.kind(),
                c.bound(),
                c.value(),
                c.high(),
                c.unit(),
                c.counted(),
                c.measure(),
                String.join(" ", c.scope()),
                c.from(),
                c.to(),
                c.per(),
                c.carriers().size(),
                c.independentSources(),
                outlets(c),
                first == null ? null : first.quote(),
                first == null ? null : first.url(),
                own == null ? null : own.series(),
                own == null ? null : own.count(),
                own == null ? null : own.ratio(),
                c.supersededBy(),
                String.join(" ", c.conflicts()),
                c.firstSeen(),
                c.lastSeen(),
                c.updatedAt());
    }

    private static String outlets(ClaimRow claim) {
        return String.join(
                " ",
                claim.carriers().stream().map(CarrierRow::outlet).distinct().toList());
    }
}
