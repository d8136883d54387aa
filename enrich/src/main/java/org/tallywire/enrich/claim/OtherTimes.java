package org.tallywire.enrich.claim;

import java.util.List;
import java.util.Set;
import org.tallywire.avro.Per;
import org.tallywire.enrich.claim.Terms.Kind;
import org.tallywire.enrich.number.Numeral;
import org.tallywire.enrich.period.Period;
import org.tallywire.enrich.text.Tokens;

/** Tells the times of a sentence that do not date a count: the day of a report, an aside, a base, a birth, an event. */
final class OtherTimes {
    private static final int ASIDE = 10;
    /** A relative clause right behind a count belongs to the count. */
    private static final int NEAR = 4;

    private final Tokens tokens;
    private final Set<String> dated;
    private final Set<String> that;

    OtherTimes(Tokens tokens, Terms terms) {
        this.tokens = tokens;
        dated = terms.forms(Kind.DATED).keySet();
        that = terms.forms(Kind.THAT).keySet();
    }

    /** True if this time dates something else than this count. */
    boolean tells(Sentence sentence, Period period, Draft draft, List<Draft> drafts) {
        return period.kind() == Period.Kind.RATE
                || reportDay(sentence, period, drafts)
                || document(sentence, period)
                || base(sentence, period, draft)
                || apart(sentence, draft, period, drafts);
    }

    /** True for a time that dates something else: in an aside such as ", which opened in January," or behind a semicolon. */
    private boolean apart(Sentence sentence, Draft draft, Period period, List<Draft> drafts) {
        int low = Math.min(period.from(), draft.numeral.from());
        int high = Math.max(period.from(), draft.numeral.from());
        boolean leads = period.from() - sentence.from <= 1 && period.kind() == Period.Kind.SPAN;
        for (int i = low; i < high; i++) {
            if (tokens.is(i, ';') && !leads) {
                return true;
            }
        }
        Mark clause = sentence.lastBefore(Kind.RELATIVE, period.from() - ASIDE, period.from());
        if (clause == null || !tokens.is(clause.from() - 1, ',')) {
            return claimed(sentence, draft, period, drafts);
        }
        int end = clause.to();
        while (end < sentence.to && !tokens.is(end, ',') && !tokens.is(end, ';')) {
            end++;
        }
        boolean inside = period.from() < end && end < sentence.to;
        return claimed(sentence, draft, period, drafts)
                || inside && (draft.numeral.from() < clause.from() - 1 - NEAR || draft.numeral.from() >= end);
    }

    /** "40–60 a year are convicted, but in 2024 there were 115": a time behind a comma that opens the clause of the next count. */
    private static boolean claimed(Sentence sentence, Draft draft, Period period, List<Draft> drafts) {
        boolean parted = period.from() >= draft.numeral.to() && sentence.parted(draft.numeral.to(), period.from());
        return parted
                && draft.per != Per.NONE
                && drafts.stream()
                        .anyMatch(other -> other.numeral.from() >= period.to()
                                && !sentence.parted(period.to(), other.numeral.from()));
    }

    /** True for the day of a document, told right behind its noun: "після ухвали суду від 21 березня", "приказ от 5 мая". */
    private boolean document(Sentence sentence, Period period) {
        int link = period.from() - 1;
        return period.grain() == Period.Grain.DAY
                && link > sentence.from
                && tokens.is(link, Tokens.Kind.WORD)
                && dated.contains(tokens.folded(link))
                && tokens.is(link - 1, Tokens.Kind.WORD);
    }

    /** True for the day on which somebody said it: "reported Wednesday", "On Tuesday, X noted". */
    private boolean reportDay(Sentence sentence, Period period, List<Draft> drafts) {
        if (period.end() == null) {
            return false;
        }
        Mark adjacent = sentence.lastBefore(Kind.SAY, period.from() - 1, period.from());
        adjacent = adjacent != null ? adjacent : sentence.lastBefore(Kind.ISSUED, period.from() - 2, period.from());
        if (adjacent != null && period.kind() == Period.Kind.SPAN && period.end() != null) {
            return true;
        }
        boolean day = period.grain() == Period.Grain.WEEKDAY || period.grain() == Period.Grain.DAY;
        Mark said = sentence.lastBefore(Kind.SAY, period.from() - 5, period.from());
        if (said != null && clause(period.to()) && !Draft.between(drafts, said.to(), period.from())) {
            return true;
        }
        if (!day || period.kind() != Period.Kind.SPAN) {
            return false;
        }
        Mark says = sentence.within(Kind.SAY, period.to(), period.to() + 7);
        return (said != null && !Draft.between(drafts, said.to(), period.from()))
                || (says != null
                        && !Draft.between(drafts, period.to(), says.from())
                        && !closesCount(sentence, period, drafts));
    }

    /** "said in an update last week that", "рассказали в марте, что": what was said begins here. */
    private boolean clause(int i) {
        int at = tokens.is(i, ',') ? i + 1 : i;
        return tokens.is(at, Tokens.Kind.WORD) && that.contains(tokens.folded(at));
    }

    /** "detained 43 people on Saturday, X reported": the day stands in the clause of the count, the saying behind a comma. */
    private boolean closesCount(Sentence sentence, Period period, List<Draft> drafts) {
        return tokens.is(period.to(), ',')
                && drafts.stream()
                        .anyMatch(draft -> draft.numeral.to() <= period.from()
                                && !sentence.parted(draft.numeral.to(), period.from()));
    }

    /** True for the period of an earlier count that this one is compared with, and for years of birth. */
    private boolean base(Sentence sentence, Period period, Draft draft) {
        int at = period.from();
        int ordinal = sentence.numerals.indexAt(at - 1);
        if (ordinal >= 0 && sentence.numeral(ordinal).shape() == Numeral.Shape.ORDINAL) {
            return true;
        }
        if (attributive(period)) {
            return true;
        }
        boolean when = tokens.is(period.to(), ',') && sentence.startingAt(Kind.RELATIVE, period.to() + 1) != null;
        if (when && draft.numeral.from() > period.to()) {
            return false;
        }
        if (sentence.startingAt(Kind.BIRTH, period.to()) != null || sentence.endingAt(Kind.BIRTH, at) != null) {
            return true;
        }
        boolean bracket = tokens.is(draft.hedgeFrom - 1, '(') && period.to() == draft.hedgeFrom - 1;
        int before = sentence.numerals.indexAt(at - 1);
        boolean counts = before >= 0 && sentence.numeral(before) != draft.numeral;
        at = before >= 0 ? sentence.numeral(before).from() : at;
        boolean from = counts && sentence.endingAt(Kind.UPFROM, at) != null && sentence.changed(sentence.from, at);
        if (bracket || from) {
            return from;
        }
        Mark compared = sentence.lastBefore(Kind.COMPARED, at - 2, at);
        Mark hedge = compared == null ? null : sentence.covering(Kind.BOUND, compared.from());
        boolean hedges = hedge != null && sentence.numerals.startingAt(hedge.to()) != null;
        return compared != null && !hedges;
    }

    /** "taking part in the 2020 protests": the year names an event and dates no count. */
    private boolean attributive(Period period) {
        int last = period.to() - 1;
        boolean the =
                tokens.is(last - 1, Tokens.Kind.WORD) && tokens.folded(last - 1).equals("the");
        boolean noun = tokens.is(period.to(), Tokens.Kind.WORD)
                && !tokens.capital(period.to())
                && tokens.sentence(period.to()) == tokens.sentence(last);
        return period.grain() == Period.Grain.YEAR && the && noun && tokens.is(last, Tokens.Kind.DIGITS);
    }
}
