package org.tallywire.aggregate.claims;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tallywire.aggregate.series.Beside;
import org.tallywire.aggregate.series.Series;
import org.tallywire.aggregate.series.SeriesId;
import org.tallywire.aggregate.series.Statutes;
import org.tallywire.avro.Claim;
import org.tallywire.avro.OwnCount;
import org.tallywire.avro.OwnDay;
import org.tallywire.avro.Per;

/**
 * Our own counts beside the claims of one group. A comparison is made only where both speak of the same: statutes of one law, the
 * same unit, a period that our count covers; else the reason is given. A case under several statutes of the scope counts once.
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

    /** True if the set has a statute of the scope, or a part of one. */
    public static boolean meets(String statutes, Collection<String> scope) {
        return Statutes.split(statutes).stream()
                .flatMap(key -> Statutes.rollUp(key).stream())
                .anyMatch(scope::contains);
    }

    /** Adds the cases of one day under a set of statutes that meets the scope of the group. */
    public void put(OwnDay day) {
        days.computeIfAbsent(day.getName(), key -> new TreeMap<>()).merge(day.getDay(), day.getCount(), Long::sum);
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
        long laws = claim.getScope().stream().map(Statutes::act).distinct().count();
        if (laws != 1) {
            return none(laws == 0 ? "SCOPE: it names no statute" : "SCOPE: it names statutes of several laws");
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
                .setSeries(SeriesId.of(
                        best.getKey(), Map.of("statute", String.join("+", new TreeSet<>(claim.getScope())))))
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
