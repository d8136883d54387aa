package org.tallywire.enrich.claim;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.ClaimKind;
import org.tallywire.avro.Per;
import org.tallywire.enrich.period.Period;
import org.tallywire.enrich.text.Tokens;

/** Gives each claim of a sentence its period and rate: the nearest phrase of time that is neither a report day nor a base. */
final class Periods {
    private static final int CROSSING = 12;
    private static final int CLAUSE = 3;

    private final Years years;
    private final Rates rates;
    private final OtherTimes others;
    private final Tokens tokens;
    /** The interval named last, for "that month". */
    private @Nullable Period last;

    Periods(Tokens tokens, Terms terms, @Nullable LocalDate today) {
        this.tokens = tokens;
        years = new Years(tokens, today);
        rates = new Rates(tokens, terms);
        others = new OtherTimes(tokens, terms);
    }

    /** Sets period and rate of these drafts, all of one sentence, in order. */
    void attach(Sentence sentence, List<Draft> drafts) {
        for (Draft draft : drafts) {
            rates.attach(sentence, draft, drafts);
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
        year = year != null ? year : sentence.periodAt(same.from() - 1);
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
            boolean yearOfSame = period.grain() == Period.Grain.YEAR && period.to() == same.from();
            found = period.kind() == Period.Kind.SPAN && period.dated() && !yearOfSame ? period : found;
        }
        return found;
    }

    private @Nullable Period nearest(Sentence sentence, Draft draft, List<Draft> drafts) {
        Period best = null;
        int cheapest = Integer.MAX_VALUE;
        for (Period period : sentence.periods) {
            if (others.tells(sentence, period, draft, drafts)) {
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
