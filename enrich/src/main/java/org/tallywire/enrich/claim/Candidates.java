package org.tallywire.enrich.claim;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tallywire.enrich.number.Numeral;
import org.tallywire.enrich.text.Tokens;

/** Decides whether a numeral that could be a count is a claim: by its noun, else by what was left out beside an earlier claim. */
final class Candidates {
    private final Tokens tokens;
    private final Counted counted;
    private final Hedges hedges;
    private final Parts parts;
    private final Ellipsis ellipsis;
    private final Plausible plausible;
    private @Nullable Draft planned;
    private NumberType rejection = NumberType.UNCOUNTED;

    Candidates(Tokens tokens, Terms terms, Spans spans, Counted counted, Beside beside, Plausible plausible) {
        this.tokens = tokens;
        this.plausible = plausible;
        this.counted = counted;
        hedges = new Hedges(tokens, terms);
        parts = new Parts(tokens, beside);
        ellipsis = new Ellipsis(tokens, spans, beside, parts);
    }

    /** The claims before and a plan before, which lends its noun too: "план — 135 тысяч человек, призвали 133 тысячи". */
    private List<Draft> context(Sentence sentence, List<Draft> before) {
        Draft plan = planned;
        return before.isEmpty() && plan != null && plan.sentence == sentence ? List.of(plan) : before;
    }

    /** "In St. Petersburg, 16 were taken into custody": a verb without a noun goes on with the count of the sentence before. */
    private void goesOn(Draft draft, List<Draft> before, @Nullable Draft earlier) {
        boolean bare = draft.countedFrom >= draft.numeral.to() && draft.rules.contains("persons.verb.right");
        boolean next = earlier != null && earlier.sentence.index == draft.sentence.index - 1;
        boolean same = earlier != null
                && tokens.paragraph(earlier.sentence.from) == tokens.paragraph(draft.sentence.from)
                && earlier.numeral.value() > draft.numeral.value();
        draft.antecedent = bare && next && same && before.isEmpty() ? earlier : draft.antecedent;
    }

    /** Reads the bound of a base, which became a claim only behind the count that it is compared with. */
    void bound(Draft base) {
        hedges.read(base);
    }

    /** Why the last numeral asked about is no claim. */
    NumberType rejection() {
        return rejection;
    }

    /**
     * The claim that a numeral makes; null if it makes none.
     *
     * @param before claims of the same sentence, in order
     * @param earlier the last claim before the sentence, null if there is none near
     */
    @Nullable
    Draft draft(Sentence sentence, Numeral numeral, List<Draft> before, @Nullable Draft earlier) {
        rejection = NumberType.UNCOUNTED;
        Draft draft = new Draft(sentence, numeral);
        hedges.read(draft);
        List<Draft> context = context(sentence, before);
        Draft last = context.isEmpty() ? earlier : context.getLast();
        if (counted.find(draft)) {
            if (Ellipsis.comparedWith(draft, before)) {
                rejection = NumberType.BASE;
                return null;
            }
            hedges.afterNoun(draft);
            hedges.spread(draft, before);
            parts.relate(draft, last);
            goesOn(draft, before, earlier);
        } else if (!ellipsis.fill(draft, context, last)) {
            rejection = ellipsis.base(draft) ? NumberType.BASE : NumberType.UNCOUNTED;
            return null;
        }
        NumberType against = plausible.against(draft);
        rejection = against == null ? rejection : against;
        planned = against == NumberType.HYPOTHETICAL ? draft : planned;
        return against == null ? draft : null;
    }
}
