package org.tallywire.enrich.claim;

import org.jspecify.annotations.Nullable;
import org.tallywire.enrich.claim.Terms.Kind;
import org.tallywire.enrich.number.Numeral;
import org.tallywire.enrich.number.Numeral.Shape;
import org.tallywire.enrich.period.Period;
import org.tallywire.enrich.text.Tokens;

/** Finds what a change is measured from: the base and its time. */
final class BaseFinder {
    private static final int REACH = 12;

    private final Tokens tokens;

    BaseFinder(Tokens tokens) {
        this.tokens = tokens;
    }

    /** The number that this change of the owner is measured from. */
    @Nullable
    Numeral base(Sentence sentence, Numeral numeral, Draft owner) {
        int the = tokens.is(numeral.to(), Tokens.Kind.WORD)
                        && tokens.folded(numeral.to()).equals("the")
                ? 1
                : 0;
        Numeral multiplied = numeral.shape() == Shape.TIMES ? sentence.numerals.startingAt(numeral.to() + the) : null;
        if (multiplied != null
                && multiplied.shape() == Shape.CARDINAL
                && sentence.periodAt(multiplied.from()) == null) {
            return multiplied;
        }
        Mark when = owner.sentence == sentence ? null : sentence.within(Kind.RELATIVE, numeral.to(), sentence.to);
        Numeral told = when == null ? null : sentence.numerals.startingAt(when.to());
        if (told != null && told.shape() == Shape.CARDINAL && sentence.periodAt(told.from()) == null) {
            return told;
        }
        for (Mark compared : sentence.all(Kind.COMPARED)) {
            if (compared.from() < numeral.to() || compared.from() > numeral.to() + REACH) {
                continue;
            }
            for (int i = compared.to(); i < Math.min(sentence.to, compared.to() + 6); i++) {
                if (i >= compared.to() + 3 && !tokens.is(i - 1, '(')) {
                    continue;
                }
                Numeral found = sentence.numerals.startingAt(i);
                boolean plain = found != null
                        && found.shape() == Shape.CARDINAL
                        && found != owner.numeral
                        && sentence.periodAt(i) == null;
                if (plain) {
                    return found;
                }
            }
        }
        return null;
    }

    /** The time of a base: the phrase of time behind token {@code from}. */
    @Nullable
    Period period(Sentence sentence, int from, boolean afterBase, Draft owner) {
        Mark compared = sentence.within(Kind.COMPARED, from, from + REACH);
        Mark amount = sentence.within(Kind.UP, from - 1, from + 4);
        for (Period period : sentence.periods) {
            boolean same = period.kind() == Period.Kind.SAME && owner.dated();
            boolean behind = period.from() >= from && period.from() <= from + REACH && (period.dated() || same);
            boolean linked = afterBase || (compared != null && compared.to() <= period.from() + 1) || amount != null;
            if (behind
                    && linked
                    && period != owner.period
                    && !sentence.parted(
                            afterBase ? from : Math.max(from, compared == null ? from : compared.to()),
                            period.from())) {
                return period;
            }
        }
        return null;
    }
}
