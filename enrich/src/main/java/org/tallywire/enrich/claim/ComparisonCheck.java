package org.tallywire.enrich.claim;

import org.tallywire.avro.Bound;
import org.tallywire.avro.ChangeKind;
import org.tallywire.avro.Comparison;

/** Checks change = (value - base) / base where all three are told: what does not agree beyond rounding makes the claim doubtful. */
final class ComparisonCheck {
    /** In percent points. */
    private static final double ROUNDING = 1.0;

    private ComparisonCheck() {}

    static void of(Draft owner, Comparison comparison) {
        Double base = comparison.getBaseValue();
        Double change = comparison.getChange();
        if (base == null || change == null || base == 0 || comparison.getBound() != Bound.EXACT) {
            return;
        }
        double ratio = owner.numeral.value() / base;
        double computed = comparison.getChangeKind() == ChangeKind.PERCENT
                ? Math.abs(ratio - 1) * 100
                : Math.max(ratio, 1 / ratio);
        double slack = comparison.getChangeKind() == ChangeKind.PERCENT ? ROUNDING : 0.1 * change;
        boolean holds = Math.abs(computed - change) <= slack;
        owner.rule(holds ? "comparison.checked" : "comparison.mismatch");
        owner.doubt += holds ? -0.05 : 0.2;
    }
}
