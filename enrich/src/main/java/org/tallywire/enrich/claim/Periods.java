package org.tallywire.enrich.claim;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.Bound;
import org.tallywire.avro.ClaimKind;
import org.tallywire.avro.Per;
import org.tallywire.enrich.claim.Terms.Kind;
import org.tallywire.enrich.number.Numeral;
import org.tallywire.enrich.period.Period;
import org.tallywire.enrich.text.Tokens;

/** Gives each claim of a sentence its period and rate: the nearest phrase of time that is neither a report day nor a base. */
final class Periods {
    private static final int CROSSING = 12;
    private static final int CLAUSE = 3;
    private static final int RATE_REACH = 12;
    private static final int ASIDE = 10;
    /** A relative clause right behind a count belongs to the count. */
    private static final int NEAR = 4;

    private final Tokens tokens;
    private final Years years;
    /** The interval named last, for "that month". */
    private @Nullable Period last;

    Periods(Tokens tokens, @Nullable LocalDate today) {
        this.tokens = tokens;
        years = new Years(tokens, today);
    }

    /** Sets period and rate of these drafts, all of one sentence, in order. */
    void attach(Sentence sentence, List<Draft> drafts) {
        for (Draft draft : drafts) {
            rate(sentence, draft, drafts);
        }
        List<@Nullable Period> found = new ArrayList<>();
        for (Draft draft : drafts) {
            found.add(nearest(sentence, draft, drafts));
        }
        years.settle(sentence, found::contains);
        for (int k = 0; k < found.size(); k++) {
            Period best = found.get(k);
            Period settled = best == null ? null : sentence.periodAt(best.from());
            if (settled != null) {
                set(drafts.get(k), settled, sentence);
            }
        }
        for (Draft draft : drafts) {
            inherit(draft, drafts);
        }
        for (Period period : sentence.periods) {
            last = period.kind() == Period.Kind.SPAN && period.dated() ? period : last;
        }
    }

    private void set(Draft draft, Period period, Sentence sentence) {
        draft.period = period;
        Period dated = period.kind() == Period.Kind.SAME ? before(sentence, period) : period;
        dated = dated == null || dated == period ? dated : inYear(sentence, period, dated);
        if (dated == null) {
            return;
        }
        draft.from = dated.start();
        draft.to = dated.end();
        if (dated.kind() == Period.Kind.UNTIL) {
            boolean holds = draft.per != Per.NONE;
            draft.from = holds ? dated.start() : null;
            draft.to = holds ? null : dated.end();
        }
        draft.rule(
                period.kind() == Period.Kind.SAME
                        ? "period.same"
                        : "period." + period.kind().name().toLowerCase(java.util.Locale.ROOT));
    }

    /** "the same period of last year": the same days, in the year that is named behind. */
    private Period inYear(Sentence sentence, Period same, Period dated) {
        Period year = sentence.periodAt(same.to());
        year = year != null ? year : sentence.periodAt(same.to() + 1);
        boolean named = year != null && year.grain() == Period.Grain.YEAR && year.start() != null;
        if (!named || year == null || year.start() == null || dated.start() == null || dated.end() == null) {
            return dated;
        }
        int back = dated.start().getYear() - year.start().getYear();
        return dated.dated(dated.start().minusYears(back), dated.end().minusYears(back));
    }

    /** The interval that "that month" means: the last one named before it. */
    private @Nullable Period before(Sentence sentence, Period same) {
        Period found = last;
        for (Period period : sentence.periods) {
            if (period.from() >= same.from()) {
                break;
            }
            found = period.kind() == Period.Kind.SPAN && period.dated() ? period : found;
        }
        return found;
    }

    private @Nullable Period nearest(Sentence sentence, Draft draft, List<Draft> drafts) {
        Period best = null;
        int cheapest = Integer.MAX_VALUE;
        for (Period period : sentence.periods) {
            boolean other = period.kind() == Period.Kind.RATE
                    || reportDay(sentence, period, drafts)
                    || base(sentence, period, draft)
                    || apart(sentence, draft, period, drafts);
            if (other) {
                continue;
            }
            int cost = cost(sentence, draft, period, drafts) + (period.kind() == Period.Kind.PHRASE ? 6 : 0);
            if (cost < cheapest) {
                cheapest = cost;
                best = period;
            }
        }
        return best;
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

    private int cost(Sentence sentence, Draft draft, Period period, List<Draft> drafts) {
        boolean right = period.from() >= draft.numeral.to();
        int low = right ? draft.numeral.to() : period.to();
        int high = right ? period.from() : draft.numeral.from();
        int cost = Math.max(0, high - low);
        for (Draft other : drafts) {
            boolean between = other != draft && other.numeral.from() >= low && other.numeral.to() <= high;
            cost += between ? CROSSING : 0;
        }
        boolean leads = period.from() - sentence.from <= 1;
        for (int i = leads && !right ? low + 1 : low; i < high; i++) {
            cost += tokens.is(i, ';') ? CROSSING : sentence.parted(i, i + 1) ? CLAUSE : 0;
        }
        return right || leads ? cost : cost + 1;
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
        if (!day || period.kind() != Period.Kind.SPAN) {
            return false;
        }
        Mark said = sentence.lastBefore(Kind.SAY, period.from() - 5, period.from());
        Mark says = sentence.within(Kind.SAY, period.to(), period.to() + 7);
        return (said != null && !between(drafts, said.to(), period.from()))
                || (says != null
                        && !between(drafts, period.to(), says.from())
                        && !closesCount(sentence, period, drafts));
    }

    /** "detained 43 people on Saturday, X reported": the day stands in the clause of the count, the saying behind a comma. */
    private boolean closesCount(Sentence sentence, Period period, List<Draft> drafts) {
        return tokens.is(period.to(), ',')
                && drafts.stream()
                        .anyMatch(draft -> draft.numeral.to() <= period.from()
                                && !sentence.parted(draft.numeral.to(), period.from()));
    }

    private static boolean between(List<Draft> drafts, int low, int high) {
        for (Draft draft : drafts) {
            if (draft.numeral.from() >= low && draft.numeral.from() < high) {
                return true;
            }
        }
        return false;
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

    private void rate(Sentence sentence, Draft draft, List<Draft> drafts) {
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
                    ? !between(drafts, draft.numeral.to(), period.from())
                            && sentence.numerals.firstFrom(draft.numeral.to())
                                    >= sentence.numerals.firstFrom(period.from())
                    : !between(drafts, period.to(), draft.numeral.from());
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
        String before = period.from() > 0 && tokens.is(period.from() - 1, Tokens.Kind.WORD)
                ? tokens.folded(period.from() - 1)
                : "";
        return switch (before) {
            case "in",
                    "for",
                    "of",
                    "within",
                    "half",
                    "than",
                    "after",
                    "over",
                    "once",
                    "twice",
                    "times",
                    "about",
                    "nearly",
                    "almost",
                    "раз",
                    "рази",
                    "разів",
                    "under" -> true;
            default -> false;
        };
    }

    private static void inherit(Draft draft, List<Draft> drafts) {
        if (draft.period != null) {
            return;
        }
        Draft from = draft.base;
        if (from == null && draft.elided) {
            for (Draft other : drafts) {
                from = other.numeral.from() < draft.numeral.from() && other.dated() ? other : from;
            }
            from = from == null ? draft.antecedent : from;
        }
        from = from == null && draft.kind == ClaimKind.COUNT && !draft.elided ? draft.antecedent : from;
        if (from != null && from.dated()) {
            draft.from = from.from;
            draft.to = from.to;
            draft.per = draft.per == Per.NONE && draft.base == null ? from.per : draft.per;
            draft.rule("period.inherited");
        }
    }
}
