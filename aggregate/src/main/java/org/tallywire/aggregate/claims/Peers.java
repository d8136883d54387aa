package org.tallywire.aggregate.claims;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.Claim;
import org.tallywire.avro.ClaimSpan;
import org.tallywire.avro.ClaimStatus;

/** A claim beside the others of its group: who contradicts it, what that leaves open, and which exact number it rounds. */
final class Peers {
    private static final Comparator<Claim> BEST = Comparator.comparingInt(Claim::getIndependentSources)
            .thenComparing(Claim::getLastSeen, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Figure::value, Comparator.reverseOrder());

    private Peers() {}

    /** The claim with its conflicts and, in both directions, its rounded restatements. */
    static Claim link(Claim claim, Collection<Claim> group) {
        if (claim.getMeasure().isEmpty()) {
            return claim;
        }
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
                        && samePeriod(claim, other))
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
                "most independent sources, then latest, then lowest");
    }

    private static boolean contradicts(Claim one, Claim other) {
        return one.getPublisher() != null
                && other.getPublisher() != null
                && !one.getPublisher().equals(other.getPublisher())
                && one.getStatus() == ClaimStatus.CURRENT
                && other.getStatus() == ClaimStatus.CURRENT
                && samePeriod(one, other)
                && !Figure.of(one).meets(Figure.of(other));
    }

    private static boolean restates(Claim rough, Claim exact) {
        boolean whoever = rough.getPublisher() == null || Objects.equals(rough.getPublisher(), exact.getPublisher());
        return whoever && samePeriod(rough, exact) && Figure.rounds(rough, exact);
    }

    private static boolean samePeriod(Claim one, Claim other) {
        return one.getPer() == other.getPer()
                && Objects.equals(one.getFrom(), other.getFrom())
                && Objects.equals(one.getTo(), other.getTo());
    }
}
