package org.tallywire.aggregate.claims;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.Claim;
import org.tallywire.avro.ClaimSpan;
import org.tallywire.avro.ClaimStatus;

/**
 * A claim beside the others of its group: who else came to the same figure, who contradicts it and what that leaves open, which
 * exact number it rounds, and whose it may be if it names no publisher.
 */
final class Peers {
    private static final Comparator<Claim> BEST = Comparator.comparingInt(Claim::getIndependentSources)
            .thenComparing(Claim::getLastSeen, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Figure::value, Comparator.reverseOrder());

    private Peers() {}

    /** The claims by id, each with the number of its independent sources and its links to the others. */
    static Map<String, Claim> link(Map<String, Claim> claims) {
        Map<String, Claim> counted = new TreeMap<>();
        claims.forEach((id, claim) -> counted.put(
                id,
                Claim.newBuilder(claim)
                        .setIndependentSources(Origins.count(claim, claims.values()))
                        .build()));
        Map<String, Claim> linked = new TreeMap<>();
        counted.forEach((id, claim) -> linked.put(id, link(claim, counted.values())));
        return linked;
    }

    private static Claim link(Claim claim, Collection<Claim> group) {
        Claim same = Claim.newBuilder(claim)
                .setPossiblySame(group.stream()
                        .filter(other -> possiblySame(claim, other))
                        .map(Claim::getId)
                        .toList())
                .build();
        return claim.getMeasure().isEmpty() ? same : compare(same, group);
    }

    /** Without conflicts and rounding in both directions nothing can be said of a claim of unknown measure. */
    private static Claim compare(Claim claim, Collection<Claim> group) {
        List<String> conflicts = group.stream()
                .filter(other -> contradicts(claim, other))
                .map(Claim::getId)
                .toList();
        List<String> approximates = group.stream()
                .filter(other -> restates(claim, other) || restates(other, claim))
                .map(Claim::getId)
                .toList();
        return Claim.newBuilder(claim)
                .setConflicts(conflicts)
                .setSpan(span(claim, group))
                .setApproximates(approximates)
                .build();
    }

    /** Over all who speak of the same period, so that each of them shows the same span. */
    private static @Nullable ClaimSpan span(Claim claim, Collection<Claim> group) {
        List<Claim> all = group.stream()
                .filter(other -> other.getPublisher() != null
                        && other.getStatus() == ClaimStatus.CURRENT
                        && Period.same(claim, other))
                .toList();
        boolean contradiction = all.stream().anyMatch(one -> all.stream().anyMatch(other -> contradicts(one, other)));
        if (!contradiction || claim.getStatus() != ClaimStatus.CURRENT) {
            return null;
        }
        Claim best = Collections.max(all, BEST);
        return new ClaimSpan(
                all.stream().mapToDouble(Figure::value).min().orElseThrow(),
                Figure.value(best),
                all.stream().mapToDouble(Figure::value).max().orElseThrow(),
                "the figure of most independent publishers, then the latest, then the lowest");
    }

    private static boolean contradicts(Claim one, Claim other) {
        return one.getPublisher() != null
                && other.getPublisher() != null
                && !one.getPublisher().equals(other.getPublisher())
                && one.getStatus() == ClaimStatus.CURRENT
                && other.getStatus() == ClaimStatus.CURRENT
                && Period.same(one, other)
                && !Figure.of(one).meets(Figure.of(other));
    }

    private static boolean restates(Claim rough, Claim exact) {
        boolean whoever = rough.getPublisher() == null || Objects.equals(rough.getPublisher(), exact.getPublisher());
        return whoever && Period.same(rough, exact) && Figure.rounds(rough, exact);
    }

    /** One of them names no publisher, and everything else is equal. */
    private static boolean possiblySame(Claim one, Claim other) {
        return !one.getId().equals(other.getId())
                && (one.getPublisher() == null || other.getPublisher() == null)
                && Figure.equal(one, other)
                && Period.same(one, other);
    }
}
