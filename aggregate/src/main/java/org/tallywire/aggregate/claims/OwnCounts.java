package org.tallywire.aggregate.claims;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tallywire.aggregate.series.Beside;
import org.tallywire.aggregate.series.Series;
import org.tallywire.avro.Claim;
import org.tallywire.avro.OwnCount;
import org.tallywire.avro.Per;

/**
 * Our own counts beside the claims of one group. A comparison is made only where both speak of the same: one statute, the same unit,
 * a period that our count covers; else the reason is given.
 */
public final class OwnCounts {
    /** A rare event may be missing from the first days of a period without a gap in the register. */
    private static final int SLACK_DAYS = 31;

    private final List<Series> series;
    private final NavigableMap<String, NavigableMap<LocalDate, Long>> days = new TreeMap<>();

    /** Counts of the series that stand beside claims. */
    public OwnCounts(List<Series> series) {
        this.series = series.stream().filter(one -> one.beside() != null).toList();
    }

    /** Notes the count of a day. */
    public void put(String id, LocalDate day, long count) {
        if (count != 0) {
            days.computeIfAbsent(id, key -> new TreeMap<>()).put(day, count);
        }
    }

    /** The count beside the claim, or null where no series counts such things. */
    @Nullable
    OwnCount beside(Claim claim) {
        List<Beside> known = series.stream()
                .map(Series::beside)
                .filter(beside -> beside != null && beside.measures().contains(claim.getMeasure()))
                .toList();
        if (known.isEmpty()) {
            return null;
        }
        if (claim.getScope().size() != 1) {
            return none(claim.getScope().isEmpty() ? "SCOPE: it names no statute" : "SCOPE: it names several statutes");
        }
        if (known.stream().noneMatch(beside -> beside.units().contains(claim.getUnit()))) {
            return none("UNIT: it counts " + claim.getUnit() + ", the registers "
                    + known.getFirst().units());
        }
        if (claim.getPer() != Per.NONE || claim.getFrom() == null) {
            return none("PERIOD: it has no beginning");
        }
        return compare(claim, claim.getFrom());
    }

    private OwnCount compare(Claim claim, LocalDate from) {
        Map.Entry<String, NavigableMap<LocalDate, Long>> best = days.entrySet().stream()
                .max(Comparator.comparing(entry -> total(entry.getValue(), claim, from)))
                .orElse(null);
        if (best == null) {
            return none("COVERAGE: no register counts it");
        }
        LocalDate first = best.getValue().firstKey();
        if (first.minusDays(SLACK_DAYS).isAfter(from)) {
            return none("COVERAGE: counted since " + first + ", it begins " + from);
        }
        long count = total(best.getValue(), claim, from);
        return OwnCount.newBuilder()
                .setSeries(best.getKey())
                .setCount(count)
                .setRatio(count == 0 ? null : Figure.value(claim) / count)
                .setReason(count == 0 ? "COVERAGE: nothing counted in its period" : "")
                .build();
    }

    /** A period without end is compared up to the day of publication. */
    private static long total(NavigableMap<LocalDate, Long> days, Claim claim, LocalDate from) {
        LocalDate to = claim.getTo();
        LocalDate seen = claim.getFirstSeen();
        LocalDate end = to != null ? to : seen != null ? seen.plusDays(1) : LocalDate.MAX;
        return end.isBefore(from)
                ? 0
                : days.subMap(from, true, end, false).values().stream()
                        .mapToLong(Long::longValue)
                        .sum();
    }

    private static OwnCount none(String reason) {
        return OwnCount.newBuilder().setReason(reason).build();
    }
}
