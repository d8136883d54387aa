package org.tallywire.enrich.claim;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.Bound;
import org.tallywire.avro.Per;
import org.tallywire.avro.Unit;
import org.tallywire.enrich.claim.Terms.Kind;
import org.tallywire.enrich.number.Numeral;
import org.tallywire.enrich.period.Period;
import org.tallywire.enrich.text.Tokens;

/** Turns down counts that no one published as a number: plans, patients, members of a family, the small numbers of a story. */
final class Plausible {
    /** A count below it needs a publisher, a period, a rate or a larger count beside it. */
    private static final double SMALL = 10;

    private static final int PLAN_REACH = 8;

    private final Tokens tokens;
    private final boolean english;

    Plausible(Tokens tokens, boolean english) {
        this.tokens = tokens;
        this.english = english;
    }

    /** What speaks against the count; null if nothing does. "Cases of torture" become events on the way. */
    @Nullable
    NumberType against(Draft draft) {
        double value = Math.abs(draft.numeral.value());
        if (planned(draft)) {
            return NumberType.HYPOTHETICAL;
        }
        if (value < SMALL && draft.sentence.endingAt(Kind.FAMILY, draft.hedgeFrom) != null) {
            return NumberType.NARRATIVE;
        }
        if (sized(draft)) {
            return NumberType.OBJECTS;
        }
        if (medical(draft)) {
            return NumberType.MEDICAL;
        }
        boolean whole = value == Math.rint(value) && !(value < 1);
        boolean single = value == 1 && draft.numeral.spelled() && !rated(draft.sentence);
        if (!whole || single) {
            return single ? NumberType.IDIOM : NumberType.UNCOUNTED;
        }
        if (draft.unit == Unit.CASES && english && events(draft)) {
            draft.unit = Unit.EVENTS;
            draft.rule("unit.cases-of");
        }
        return null;
    }

    private static boolean rated(Sentence sentence) {
        return sentence.periods.stream().anyMatch(period -> period.kind() == Period.Kind.RATE);
    }

    /** True for a small number of a story, told without publisher, period or rate; asked when all these are known. */
    boolean narrative(Draft draft, List<Draft> others) {
        boolean sourced = draft.source != null && draft.source.id() != null;
        double value = Math.abs(draft.numeral.value());
        if (value < 2 && draft.per == Per.NONE) {
            return draft.bound == Bound.EXACT && !sourced;
        }
        boolean companions = draft.sentence.startingAt(Kind.COMPANIONS, draft.numeral.to()) != null;
        if (value < SMALL && companions && !sourced && draft.per == Per.NONE) {
            return true;
        }
        boolean plain =
                draft.per == Per.NONE && !draft.dated() && draft.base == null && Double.isNaN(draft.numeral.high());
        boolean company = others.stream().anyMatch(other -> other != draft && Math.abs(other.numeral.value()) >= SMALL);
        boolean harm = draft.measure.equals("killed") || draft.measure.equals("wounded");
        return value < SMALL && plain && !sourced && !company && !(harm && draft.unit == Unit.PERSONS);
    }

    private boolean planned(Draft draft) {
        Sentence sentence = draft.sentence;
        for (int i = draft.hedgeFrom - 1; i >= Math.max(sentence.from, draft.hedgeFrom - PLAN_REACH); i--) {
            if (sentence.parted(i, i + 1)) {
                break;
            }
            Mark plan = sentence.startingAt(Kind.PLAN, i);
            if (plan != null && !tokens.capital(i) || (plan != null && i == sentence.from)) {
                return sentence.covering(Kind.BOUND, i) == null && sentence.periodAt(i) == null;
            }
        }
        Mark after = sentence.within(Kind.PLAN, draft.countedTo, draft.countedTo + 2);
        return after != null && !tokens.capital(after.from()) && !sentence.parted(draft.countedTo, after.from());
    }

    /** "рота из 80 человек", "На 1000 осужденных приходится": the size of a unit or of a scale, counted by nobody. */
    private static boolean sized(Draft draft) {
        Sentence sentence = draft.sentence;
        boolean unit = sentence.endingAt(Kind.SIZED, draft.hedgeFrom) != null;
        return unit
                || sentence.within(Kind.SCALED, draft.numeral.from() - 6, draft.numeral.from()) != null
                || (sentence.within(Kind.SCALED, draft.numeral.to(), draft.numeral.to() + 6) != null
                        && sentence.endingAt(Kind.PLACE, draft.hedgeFrom) != null)
                || sentence.endingAt(Kind.SCALED, draft.hedgeFrom) != null;
    }

    private static boolean medical(Draft draft) {
        boolean unit = draft.unit == Unit.CASES || draft.unit == Unit.EVENTS;
        Numeral numeral = draft.numeral;
        return unit && draft.sentence.within(Kind.MEDICAL, numeral.to(), draft.countedTo + 5) != null;
    }

    /** "cases of torture": events, unless courts, statutes or a stage of proceedings are near. */
    private boolean events(Draft draft) {
        Sentence sentence = draft.sentence;
        boolean of = tokens.is(draft.countedTo, Tokens.Kind.WORD)
                && tokens.folded(draft.countedTo).equals("of");
        if (!of || draft.countedTo - draft.countedFrom > 1) {
            return false;
        }
        boolean court = !sentence.all(Kind.COURT).isEmpty();
        boolean stage = sentence.all(Kind.MEASURE).stream().anyMatch(mark -> switch (mark.value()) {
            case "opened", "filed", "sentenced", "convicted", "terminated", "returned", "acquitted" -> true;
            default -> false;
        });
        return !court && !stage;
    }
}
