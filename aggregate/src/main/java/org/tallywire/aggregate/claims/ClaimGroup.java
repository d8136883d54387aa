package org.tallywire.aggregate.claims;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tallywire.aggregate.series.Statutes;
import org.tallywire.avro.CarriedClaim;
import org.tallywire.avro.Claim;
import org.tallywire.avro.ClaimKind;
import org.tallywire.avro.ClaimMention;
import org.tallywire.avro.Unit;

/**
 * What can be compared at all: claims with the same kind, measure, unit and scope. A claim whose measure is unknown compares with
 * nothing: it is grouped with equal values only. The groups of one law stand on one shelf, which is the key by which claims and
 * our own counts are spread over tasks.
 */
public final class ClaimGroup {
    private ClaimGroup() {}

    /** Group of a claim, e.g. {@code COUNT|filed|CASES|ru/uk/a337+ru/uk/a338}. */
    public static String of(ClaimMention claim) {
        return front(claim.getKind(), measure(claim.getMeasure(), claim.getValue()), claim.getUnit())
                + scope(claim.getScope());
    }

    /** Group of a claim of the ledger. */
    public static String of(Claim claim) {
        return front(claim.getKind(), measure(claim.getMeasure(), claim.getValue()), claim.getUnit())
                + scope(claim.getScope());
    }

    /** Shelf of a claim, e.g. {@code COUNT|filed|CASES|ru/uk}; a scope of no law or of several stands on one without. */
    public static String shelf(CarriedClaim carried) {
        ClaimMention claim = carried.getMention();
        Set<String> laws = claim.getScope().stream().map(Statutes::act).collect(Collectors.toSet());
        return front(claim.getKind(), measure(claim.getMeasure(), claim.getValue()), claim.getUnit())
                + (laws.size() == 1 ? escape(laws.iterator().next()) : "");
    }

    /** Shelf of the counts of a law. */
    public static String shelf(String measure, Unit unit, String law) {
        return front(ClaimKind.COUNT, measure, unit) + escape(law);
    }

    private static String measure(String measure, @Nullable Double value) {
        return measure.isEmpty() ? "=" + value : measure;
    }

    private static String front(ClaimKind kind, String measure, Unit unit) {
        return kind + "|" + escape(measure) + "|" + unit + "|";
    }

    /** The statutes of a scope in fixed order, joined by +. */
    private static String scope(List<String> statutes) {
        return escape(String.join("+", new TreeSet<>(statutes)));
    }

    private static String escape(String text) {
        return text.replace('|', '/');
    }
}
