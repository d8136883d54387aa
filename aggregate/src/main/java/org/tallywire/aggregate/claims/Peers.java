package org.tallywire.aggregate.claims;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.tallywire.avro.Claim;
import org.tallywire.avro.ClaimStatus;

/** A claim beside the others of its group: who contradicts it, and which exact number it rounds. */
final class Peers {
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
                .setApproximates(approximates)
                .build();
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
