package org.tallywire.aggregate.claims;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tallywire.aggregate.spike.ClaimJump;
import org.tallywire.avro.Bound;
import org.tallywire.avro.Claim;
import org.tallywire.avro.ClaimStatus;
import org.tallywire.avro.Per;

/**
 * A claim beside the earlier figures of its publisher: a stock beside the values with the same beginning, a rate beside earlier rates, a
 * figure for a closed period beside those for earlier periods of the same length. Figures are compared, never added.
 */
public final class Jumps {
    private static final double SAME_LENGTH = 0.15;
    private static final int LEAST_RATIOS = 3;
    private static final double OUTSIDE = 1.5;

    private Jumps() {}

    /** Growth of the claim against what its publisher's figures led to expect; empty while there are too few of them. */
    public static Optional<ClaimJump.Jump> of(Claim claim, Collection<Claim> group) {
        if (claim.getPublisher() == null || claim.getStatus() != ClaimStatus.CURRENT || asOf(claim) == null) {
            return Optional.empty();
        }
        if (claim.getPer() != Per.NONE) {
            return ClaimJump.newestOf(figures(claim, group, other -> true, other -> 1L));
        }
        List<Claim> stock = upTo(claim, group, other -> Objects.equals(claim.getFrom(), other.getFrom()));
        if (stock.size() > 1 || claim.getTo() == null || claim.getFrom() == null) {
            return ClaimJump.newest(stock.stream().map(Jumps::value).toList());
        }
        return ClaimJump.newestOf(figures(claim, group, other -> sameLength(claim, other), Jumps::length));
    }

    /** True if our own count falls behind the claim, or the claim behind it, as it never did with this publisher's earlier figures. */
    public static boolean leavesOwnCount(Claim claim, Collection<Claim> group) {
        Double ratio = ratio(claim);
        if (ratio == null || asOf(claim) == null) {
            return false;
        }
        List<Double> earlier = upTo(claim, group, other -> !other.getId().equals(claim.getId())).stream()
                .map(Jumps::ratio)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        return earlier.size() >= LEAST_RATIOS
                && (ratio > OUTSIDE * earlier.getLast() || ratio < earlier.getFirst() / OUTSIDE);
    }

    private static @Nullable Double ratio(Claim claim) {
        return claim.getOwn() == null ? null : claim.getOwn().getRatio();
    }

    private static List<ClaimJump.Growth> figures(
            Claim claim, Collection<Claim> group, Predicate<Claim> alike, Function<Claim, Long> days) {
        return upTo(claim, group, alike).stream()
                .map(other -> new ClaimJump.Growth(day(other), value(other).low(), days.apply(other)))
                .toList();
    }

    /** The publisher's figures of that kind up to the claim, oldest first; corrected ones and roundings left out. */
    private static List<Claim> upTo(Claim claim, Collection<Claim> group, Predicate<Claim> alike) {
        return group.stream()
                .filter(other -> Objects.equals(claim.getPublisher(), other.getPublisher())
                        && claim.getPer() == other.getPer()
                        && other.getStatus() != ClaimStatus.CORRECTED
                        && asOf(other) != null
                        && day(other) <= day(claim))
                .filter(alike)
                .filter(other -> group.stream().noneMatch(exact -> Figure.rounds(other, exact)))
                .sorted(Comparator.comparing(Jumps::day)
                        .thenComparing(other -> other.getId().equals(claim.getId()))
                        .thenComparing(Figure::value))
                .toList();
    }

    private static boolean sameLength(Claim claim, Claim other) {
        return other.getFrom() != null
                && other.getTo() != null
                && Math.abs(length(claim) - length(other)) <= SAME_LENGTH * length(claim);
    }

    private static long length(Claim claim) {
        LocalDate from = Objects.requireNonNull(claim.getFrom());
        return Math.max(1, Objects.requireNonNull(claim.getTo()).toEpochDay() - from.toEpochDay());
    }

    /** The day up to which it counts: the end of its period, else the day on which it was first read. */
    private static @Nullable LocalDate asOf(Claim claim) {
        return claim.getTo() != null ? claim.getTo() : claim.getFirstSeen();
    }

    private static long day(Claim claim) {
        return Objects.requireNonNull(asOf(claim)).toEpochDay();
    }

    /** "Over 4,100" stands for 4,100 to 4,199: whoever knows of 4,200 says so. */
    private static ClaimJump.Value value(Claim claim) {
        Figure figure = Figure.of(claim);
        double value = Figure.value(claim);
        boolean open = claim.getBound() == Bound.AT_LEAST || claim.getBound() == Bound.MORE_THAN;
        double low = Double.isInfinite(figure.low()) ? value - Figure.grain(value) + 1 : figure.low();
        double high = open ? value + Figure.grain(value) - 1 : figure.high();
        return new ClaimJump.Value(day(claim), Math.max(0, Math.round(low)), Math.max(0, Math.round(high)));
    }
}
