package org.tallywire.aggregate.claims;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.Claim;
import org.tallywire.avro.ClaimStatus;
import org.tallywire.avro.ClaimValue;

/**
 * What a publisher said before. Claims of one publisher form a chain when their periods have the same beginning: there a figure with
 * a later end takes the place of the earlier, for a running total has grown. A total that falls, and another figure for the same
 * closed period, is a correction. A rounded restatement takes nobody's place.
 */
final class History {
    private History() {}

    /** The claims of one group with status, successor and earlier values. */
    static Map<String, Claim> of(Map<String, Claim> claims) {
        Map<String, Claim> result = new TreeMap<>(claims);
        claims.values().stream()
                .filter(History::chained)
                .collect(Collectors.groupingBy(History::chain))
                .values()
                .forEach(chain -> succeed(chain, result));
        return result;
    }

    private static boolean chained(Claim claim) {
        return claim.getPublisher() != null && !claim.getMeasure().isEmpty();
    }

    private static String chain(Claim claim) {
        return claim.getPublisher() + "|" + Period.chain(claim);
    }

    private static void succeed(Collection<Claim> all, Map<String, Claim> result) {
        List<Claim> chain = all.stream()
                .filter(claim ->
                        all.stream().noneMatch(other -> Period.same(claim, other) && Figure.rounds(claim, other)))
                .sorted(Comparator.comparing(Period::asOf)
                        .thenComparing(History::firstSeen)
                        .thenComparing(Figure::value)
                        .thenComparing(Claim::getId))
                .toList();
        List<ClaimValue> earlier = new ArrayList<>();
        for (int i = 0; i < chain.size(); i++) {
            Claim claim = chain.get(i);
            Claim next = i + 1 < chain.size() ? chain.get(i + 1) : null;
            result.put(claim.getId(), with(claim, next, List.copyOf(earlier)));
            earlier.add(value(claim));
        }
    }

    private static Claim with(Claim claim, @Nullable Claim next, List<ClaimValue> earlier) {
        return Claim.newBuilder(claim)
                .setHistory(earlier)
                .setStatus(next == null ? ClaimStatus.CURRENT : replaced(claim, next))
                .setSupersededBy(next == null ? null : next.getId())
                .build();
    }

    private static ClaimStatus replaced(Claim claim, Claim next) {
        boolean samePeriod = claim.getTo() != null && claim.getTo().equals(next.getTo());
        boolean falls = Figure.value(next) < Figure.value(claim);
        return samePeriod || falls ? ClaimStatus.CORRECTED : ClaimStatus.SUPERSEDED;
    }

    private static LocalDate firstSeen(Claim claim) {
        LocalDate day = claim.getFirstSeen();
        return day == null ? LocalDate.MAX : day;
    }

    private static ClaimValue value(Claim claim) {
        return ClaimValue.newBuilder()
                .setClaimId(claim.getId())
                .setValue(claim.getValue())
                .setHigh(claim.getHigh())
                .setBound(claim.getBound())
                .setFrom(claim.getFrom())
                .setTo(claim.getTo())
                .setDay(claim.getFirstSeen())
                .build();
    }
}
