package org.tallywire.aggregate.watch;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.AlertState;
import org.tallywire.avro.Rise;

/**
 * Series of one family that rose together because they count the same documents; one of them tells of it.
 *
 * <p>What has been told stays told; else the broadest series leads. A rise follows those that lead on its days if the share of its excess
 * in documents that none of them has, {@code excess * (1 - shared / count)}, is within what its days usually vary by, {@code (upper -
 * expected) * sqrt(buckets)}, and at least the excess that an alert takes. A leader that is taken back leads nobody.
 *
 * @param leader the rise that is told
 * @param followers the others, the largest excess first
 */
public record Burst(Rise leader, List<Rise> followers) {
    /** As the gate of a rule: fewer than this above the expected are no alert of their own. */
    private static final double LEAST_EXCESS = 3;

    private static final Comparator<Rise> IN_ORDER = Comparator.comparing((Rise rise) -> !leads(rise))
            .thenComparing(Rise::getRank)
            .thenComparing(Rise::getFrom)
            .thenComparing(rise -> rise.getAlert().getId());

    private static final Comparator<Rise> MOST_TELLING = Comparator.comparing(
                    (Rise rise) -> -rise.getAlert().getExcess())
            .thenComparing(rise -> rise.getAlert().getId());

    /** True if the rise happened for all that is known: it waits for certainty, lasts or is over. */
    public static boolean stands(Rise rise) {
        return rise.getAlert().getState() == AlertState.PENDING
                || isCertain(rise.getAlert().getState());
    }

    /** The standing rises of one family, each in one burst, in order of telling. */
    public static List<Burst> of(Collection<Rise> family) {
        Map<Rise, List<Rise>> bursts = new LinkedHashMap<>();
        family.stream().filter(Burst::stands).sorted(IN_ORDER).forEach(rise -> {
            Rise leader = leads(rise) ? null : leader(rise, bursts.keySet());
            List<Rise> followers = bursts.computeIfAbsent(leader == null ? rise : leader, any -> new ArrayList<>());
            if (leader != null) {
                followers.add(rise);
            }
        });
        List<Burst> all = new ArrayList<>();
        bursts.forEach((leader, followers) -> all.add(
                new Burst(leader, followers.stream().sorted(MOST_TELLING).toList())));
        return all;
    }

    private static boolean isCertain(AlertState state) {
        return state == AlertState.FIRING || state == AlertState.RESOLVED;
    }

    private static boolean leads(Rise rise) {
        return rise.getTold() != null && isCertain(rise.getTold().getState());
    }

    /** The leader that has most of the rise's documents, if all leaders of its days explain it; else null. */
    private static @Nullable Rise leader(Rise rise, Collection<Rise> leaders) {
        Rise most = null;
        double largest = 0;
        double explained = 0;
        for (Rise leader : leaders) {
            double share = isCertain(leader.getAlert().getState()) && overlap(leader, rise) ? share(rise, leader) : 0;
            explained += share;
            if (share > largest) {
                most = leader;
                largest = share;
            }
        }
        double left = rise.getAlert().getExcess() * Math.max(0, 1 - explained);
        double usual = (rise.getAlert().getUpper() - rise.getAlert().getExpected())
                * Math.sqrt(rise.getAlert().getBuckets());
        return left <= Math.max(LEAST_EXCESS, usual) ? most : null;
    }

    private static boolean overlap(Rise one, Rise other) {
        return !one.getFrom().isAfter(other.getTo()) && !other.getFrom().isAfter(one.getTo());
    }

    /** Share of the rise's documents that the leader counts too, 0..1; the narrower of the two knows. */
    private static double share(Rise rise, Rise leader) {
        long documents = Math.max(
                rise.getShared().getOrDefault(leader.getAlert().getSeries(), 0L),
                leader.getShared().getOrDefault(rise.getAlert().getSeries(), 0L));
        return Math.min(1, documents / Math.max(1.0, rise.getCount()));
    }
}
