package org.tallywire.enrich.claim;

import java.util.List;
import java.util.Set;
import org.tallywire.avro.Bound;
import org.tallywire.enrich.claim.Terms.Kind;
import org.tallywire.enrich.period.Period;
import org.tallywire.enrich.text.Tokens;

/** Gives each count its rate: "a month", "ежедневно". */
final class Rates {
    private static final int RATE_REACH = 12;

    private final Tokens tokens;
    private final Set<String> lengths;

    Rates(Tokens tokens, Terms terms) {
        this.tokens = tokens;
        lengths = terms.forms(Kind.LENGTH).keySet();
    }

    void attach(Sentence sentence, Draft draft, List<Draft> drafts) {
        for (Period period : sentence.periods) {
            if (period.kind() != Period.Kind.RATE || duration(period)) {
                continue;
            }
            boolean right = period.from() >= draft.numeral.to();
            int gap = right
                    ? period.from() - Math.max(draft.countedTo, draft.numeral.to())
                    : draft.hedgeFrom - period.to();
            boolean leads = period.from() - sentence.from <= 1;
            boolean clear = right
                    ? !Draft.between(drafts, draft.numeral.to(), period.from())
                            && sentence.numerals.firstFrom(draft.numeral.to())
                                    >= sentence.numerals.firstFrom(period.from())
                    : !Draft.between(drafts, period.to(), draft.numeral.from());
            if (clear
                    && (leads || gap <= RATE_REACH)
                    && !(right && sentence.parted(draft.numeral.to(), period.from()))) {
                draft.per = period.per();
                draft.rule("rate." + period.per().name().toLowerCase(java.util.Locale.ROOT));
                if (draft.bound == Bound.EXACT && !sentence.all(Kind.AVERAGE).isEmpty()) {
                    draft.bound = Bound.ABOUT;
                    draft.rule("bound.average");
                }
                return;
            }
        }
    }

    /** True for "in a year", "for a month": a length of time, no rate. */
    private boolean duration(Period period) {
        int before = period.from() - 1;
        return tokens.is(before, Tokens.Kind.WORD) && lengths.contains(tokens.folded(before));
    }
}
