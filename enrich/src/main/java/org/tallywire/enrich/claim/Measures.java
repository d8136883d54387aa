package org.tallywire.enrich.claim;

import org.jspecify.annotations.Nullable;
import org.tallywire.avro.Unit;
import org.tallywire.enrich.claim.Terms.Kind;
import org.tallywire.enrich.text.Tokens;

/** Says what happened to the things counted: the nearest word for it that is neither denied nor only planned. */
final class Measures {
    private static final int NEGATION_REACH = 3;

    private final Tokens tokens;

    Measures(Tokens tokens) {
        this.tokens = tokens;
    }

    void read(Draft draft) {
        Mark best = null;
        int cheapest = Integer.MAX_VALUE;
        for (Mark mark : draft.sentence.all(Kind.MEASURE)) {
            int cost = cost(draft, mark);
            if (cost < cheapest) {
                cheapest = cost;
                best = mark;
            }
        }
        if (best != null && blocked(draft, best)) {
            draft.rule("measure.denied");
            return;
        }
        String measure = best == null ? byUnit(draft.unit) : best.value();
        draft.measure = measure;
    }

    private static String byUnit(Unit unit) {
        return unit == Unit.VERDICTS ? "sentenced" : unit == Unit.REQUESTS ? "requested_help" : "";
    }

    private int cost(Draft draft, Mark mark) {
        Sentence sentence = draft.sentence;
        boolean right = mark.from() >= draft.numeral.to();
        int low = right ? draft.numeral.to() : mark.to();
        int high = right ? mark.from() : draft.numeral.from();
        int cost = Math.max(0, high - low) + (right ? 0 : 2);
        for (int i = low; i < high; i++) {
            cost += sentence.parted(i, i + 1) ? 4 : 0;
            cost += sentence.numerals.startingAt(i) != null && sentence.periodAt(i) == null ? 6 : 0;
        }
        return cost;
    }

    private boolean blocked(Draft draft, @Nullable Mark mark) {
        if (mark == null) {
            return false;
        }
        for (int i = Math.max(draft.sentence.from, mark.from() - NEGATION_REACH); i < mark.from(); i++) {
            boolean plain = !tokens.capital(i);
            if (plain
                    && (draft.sentence.startingAt(Kind.NEGATION, i) != null
                            || draft.sentence.startingAt(Kind.PLAN, i) != null)) {
                return draft.sentence.covering(Kind.BOUND, i) == null;
            }
        }
        return false;
    }
}
