package org.tallywire.aggregate.claims;

import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.Claim;
import org.tallywire.avro.ClaimKind;
import org.tallywire.avro.ClaimMention;
import org.tallywire.avro.Unit;

/**
 * What can be compared at all: claims with the same kind, measure, unit and scope. It is the key by which claims are spread over
 * tasks, so that one task sees all publishers of a number. A claim whose measure is unknown compares with nothing: it is grouped
 * with equal values only.
 */
public final class ClaimGroup {
    private ClaimGroup() {}

    /** Group of a claim, e.g. {@code COUNT|filed|CASES|ru/uk/a337}. */
    public static String of(ClaimMention claim) {
        return of(claim.getKind(), measure(claim.getMeasure(), claim.getValue()), claim.getUnit(), claim.getScope());
    }

    /** Group of a claim of the ledger. */
    public static String of(Claim claim) {
        return of(claim.getKind(), measure(claim.getMeasure(), claim.getValue()), claim.getUnit(), claim.getScope());
    }

    private static String measure(String measure, @Nullable Double value) {
        return measure.isEmpty() ? "=" + value : measure;
    }

    /** Group of all claims of that kind, measure, unit and scope. */
    public static String of(ClaimKind kind, String measure, Unit unit, List<String> scope) {
        return kind + "|" + measure.replace('|', '/') + "|" + unit + "|" + scope(scope);
    }

    /** The statutes of a scope in fixed order, joined by +. */
    static String scope(List<String> statutes) {
        return String.join("+", new TreeSet<>(statutes)).replace('|', '/');
    }
}
