package org.tallywire.enrich.claim;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.Unit;
import org.tallywire.enrich.claim.Terms.Kind;
import org.tallywire.enrich.number.Numeral;
import org.tallywire.enrich.period.Period;
import org.tallywire.enrich.text.Tokens;

/**
 * A number whose noun was left out: "3,470 of which", "в марте — 120", "the 305 it received", "112 in Zaporizhzhia". Noun and unit
 * come from the claim before it.
 */
final class Ellipsis {
    private static final int FIGURE_REACH = 8;

    private final Tokens tokens;
    private final Spans spans;
    private final Beside beside;
    private final Parts parts;
    private final GoesOn goesOn;

    Ellipsis(Tokens tokens, Spans spans, Beside beside, Parts parts) {
        this.tokens = tokens;
        this.spans = spans;
        this.beside = beside;
        this.parts = parts;
        goesOn = new GoesOn(tokens, spans, beside);
    }

    /** Fills in what the number counts; false if it stands for itself. */
    boolean fill(Draft draft, List<Draft> before, @Nullable Draft last) {
        Mark noun = headNoun(draft);
        if (noun != null && reached(draft)) {
            return take(draft, Unit.valueOf(noun.value()), noun.from(), noun.to(), "noun.number-of");
        }
        if (last != null && parts.relate(draft, last)) {
            draft.antecedent = last;
            return take(draft, last.unit, last.countedFrom, last.countedTo, "ellipsis.subset");
        }
        boolean pronoun = pronoun(draft) && !multiplied(draft);
        if (base(draft) && !pronoun) {
            return false;
        }
        boolean them = draft.sentence.endingAt(Kind.THEM, draft.hedgeFrom) != null && beside.closed(draft);
        boolean inList = them || listed(draft) || continues(draft, before) || (noun != null && happened(draft));
        Mark changed = changed(draft) ? own(draft) : null;
        inList |= changed(draft);
        noun = noun == null ? changed : noun;
        noun = noun == null && inList && before.isEmpty() ? goesOn.opening(draft) : noun;
        if (inList && noun != null) {
            return take(draft, Unit.valueOf(noun.value()), noun.from(), noun.to(), "ellipsis.list");
        }
        boolean figure = figure(draft);
        Mark head = inList || pronoun || figure ? null : goesOn.head(draft);
        if (head != null) {
            return take(draft, Unit.valueOf(head.value()), head.from(), head.to(), "noun.before-verb");
        }
        if (last != null && !inList && !pronoun && !figure && goesOn.told(draft, last)) {
            draft.antecedent = last;
            return take(draft, last.unit, last.countedFrom, last.countedTo, "ellipsis.goes-on");
        }
        boolean here = last != null && (before.contains(last) || inList || figure);
        draft.antecedent = here ? last : null;
        String rule = pronoun ? "ellipsis.pronoun" : figure ? "ellipsis.figure" : "ellipsis.list";
        return last != null
                && here
                && (inList || pronoun || figure)
                && take(draft, last.unit, last.countedFrom, last.countedTo, rule);
    }

    /** True if the number goes on with a list that an earlier claim of its sentence began. */
    private boolean continues(Draft draft, List<Draft> before) {
        return !before.isEmpty()
                && (cited(draft) || brokenDown(draft, before.getLast()) || placed(draft) || happened(draft));
    }

    private static boolean take(Draft draft, Unit unit, int from, int to, String rule) {
        draft.unit = unit;
        draft.countedFrom = from;
        draft.countedTo = to;
        draft.elided = rule.startsWith("ellipsis");
        draft.rule(rule);
        return true;
    }

    /** The noun of "the number of X" before this numeral. */
    private static @Nullable Mark headNoun(Draft draft) {
        Mark number = draft.sentence.lastBefore(Kind.NUMBER, draft.sentence.from, draft.hedgeFrom);
        return number == null
                ? null
                : draft.sentence.within(Kind.NOUN, number.to(), Math.min(number.to() + 6, draft.hedgeFrom));
    }

    private boolean reached(Draft draft) {
        Sentence sentence = draft.sentence;
        int at = draft.hedgeFrom;
        Mark verb = sentence.lastBefore(Kind.REACHED, at - 3, at);
        boolean covered = sentence.covering(Kind.REACHED, at) != null;
        boolean dash = tokens.is(at - 1, '-') && !tokens.joined(at);
        boolean grown = sentence.endingAt(Kind.UPTO, at) != null && sentence.changed(sentence.from, at);
        return grown || verb != null || covered || dash || tokens.is(at - 1, ':');
    }

    /** "(218)" after a month, "в марте — 120", "54 in June". */
    private boolean listed(Draft draft) {
        Sentence sentence = draft.sentence;
        int at = draft.hedgeFrom;
        Mark bridge = sentence.endingAt(Kind.BRIDGE, at);
        at = bridge == null ? at : bridge.from();
        boolean sign = tokens.is(at - 1, '(')
                || (tokens.is(at - 1, '-') && !tokens.joined(at))
                || tokens.is(at - 1, ':')
                || (tokens.is(at - 1, ',') && beside.closed(draft) && bridge != null);
        Period left = sentence.periodAt(sign ? at - 2 : at - 1);
        Period right = sentence.periodAt(draft.numeral.to());
        boolean bracket = tokens.is(at - 1, '(') && tokens.is(draft.numeral.to(), ')');
        boolean datedLeft = left != null && left.kind() == Period.Kind.SPAN;
        boolean dash = tokens.is(draft.numeral.to(), '-') && !tokens.joined(draft.numeral.to() + 1);
        right = right == null && dash ? sentence.periodAt(draft.numeral.to() + 1) : right;
        boolean datedRight = right != null && right.kind() == Period.Kind.SPAN && right.grain() != Period.Grain.WEEKDAY;
        boolean rate = right != null && right.kind() == Period.Kind.RATE;
        boolean statute = sign && at - 2 >= sentence.from && spans.statute(tokens.start(at - 2));
        return (datedLeft && (sign || bracket)) || statute || datedRight || rate;
    }

    /** "Годом ранее было вдвое меньше — 4373", "half as many: 960": a change and, behind a sign, the count that changed. */
    private boolean changed(Draft draft) {
        Sentence sentence = draft.sentence;
        int sign = draft.hedgeFrom - 1;
        boolean parted = tokens.is(sign, ':') || (tokens.is(sign, '-') && !tokens.joined(draft.hedgeFrom));
        boolean change = sentence.changed(sign - 3, sign) || sentence.lastBefore(Kind.TIMES, sign - 2, sign) != null;
        return parted && change && beside.closed(draft);
    }

    /** The noun between the last numeral and this one: "таких приговоров было вдвое меньше — 4373". */
    private @Nullable Mark own(Draft draft) {
        Sentence sentence = draft.sentence;
        Mark noun = sentence.lastBefore(Kind.NOUN, sentence.from - 1, draft.hedgeFrom);
        for (int i = noun == null ? draft.hedgeFrom : noun.to(); i < draft.hedgeFrom; i++) {
            Numeral numeral = sentence.numerals.startingAt(i);
            noun = numeral != null && numeral.shape() == Numeral.Shape.CARDINAL ? null : noun;
        }
        return noun == null || sentence.covering(Kind.NOTNOUN, noun.from()) != null ? null : noun;
    }

    /** "that number had jumped to 10 per month". */
    private boolean figure(Draft draft) {
        Sentence sentence = draft.sentence;
        Mark figure = sentence.lastBefore(Kind.FIGURE, sentence.from, draft.hedgeFrom);
        return figure != null && reached(draft) && draft.hedgeFrom - figure.to() < FIGURE_REACH;
    }

    /** "the 305 it received". */
    private boolean pronoun(Draft draft) {
        Sentence sentence = draft.sentence;
        int before = draft.numeral.from() - 1;
        boolean the =
                tokens.is(before, Tokens.Kind.WORD) && tokens.folded(before).equals("the");
        return the && sentence.startingAt(Kind.PRONOUN, draft.numeral.to()) != null;
    }

    /** True if this count is the base of a claim before it in the sentence: "600 cases, against 305 cases a year earlier". */
    static boolean comparedWith(Draft draft, List<Draft> before) {
        Mark compared = draft.sentence.lastBefore(Kind.COMPARED, draft.hedgeFrom - 2, draft.hedgeFrom);
        return compared != null && !before.isEmpty() && before.getLast().unit == draft.unit;
    }

    /** True after a comma, a semicolon or "and", with "another" and the like passed by. */
    private boolean linked(Draft draft) {
        Mark bridge = draft.sentence.endingAt(Kind.BRIDGE, draft.hedgeFrom);
        int at = bridge == null ? draft.hedgeFrom : bridge.from();
        return tokens.is(at - 1, ',') || tokens.is(at - 1, ';') || draft.sentence.endingAt(Kind.AND, at) != null;
    }

    /** "142 дела по статье 337 и ещё 27 — по статье 338", "and 27 under Article 338". */
    private boolean cited(Draft draft) {
        int next = draft.numeral.to();
        boolean dash = tokens.is(next, '-') && !tokens.joined(next);
        boolean statute = next + 1 < draft.sentence.to && spans.statute(tokens.start(next + 1));
        return linked(draft) && (dash || statute);
    }

    /** "Осуждены 49 человек: 31 получил реальный срок": the first part of a whole that a colon opens. */
    private boolean brokenDown(Draft draft, Draft whole) {
        return tokens.is(draft.hedgeFrom - 1, ':')
                && draft.numeral.value() < whole.numeral.value()
                && beside.predicate(draft.sentence, draft.numeral.to());
    }

    /** "112 in Zaporizhzhia and 348 in Donetsk", "in Moscow, nine.", "в Москве — 31": the next place of a list. */
    private boolean placed(Draft draft) {
        Sentence sentence = draft.sentence;
        boolean right = linked(draft) && place(sentence, draft.numeral.to());
        int sign = draft.hedgeFrom - 1;
        boolean parted = tokens.is(sign, ',') || (tokens.is(sign, '-') && !tokens.joined(draft.hedgeFrom));
        for (int back = 2; parted && beside.closed(draft) && back <= 4; back++) {
            boolean opens = tokens.is(sign - back - 1, ',')
                    || tokens.is(sign - back - 1, ';')
                    || sentence.endingAt(Kind.AND, sign - back) != null;
            if (opens && place(sentence, sign - back)) {
                return true;
            }
        }
        return right;
    }

    private boolean place(Sentence sentence, int i) {
        Mark in = sentence.startingAt(Kind.PLACE, i);
        return in != null && in.to() < sentence.to && tokens.capital(in.to()) && sentence.periodAt(i) == null;
    }

    /** "890 передано в суд", "and just 22 ended in acquittal", "воздержались двое": what happened to so many more of them. */
    private boolean happened(Draft draft) {
        Sentence sentence = draft.sentence;
        int next = draft.numeral.to();
        boolean free = !tokens.is(draft.hedgeFrom - 1, '-') && draft.numeral.value() >= 2;
        boolean when = sentence.endingAt(Kind.RELATIVE, draft.hedgeFrom) != null;
        boolean after = (linked(draft) || when) && (beside.predicate(sentence, next) || known(sentence, next));
        boolean before = beside.closed(draft)
                && beside.predicate(sentence, draft.hedgeFrom - 1)
                && sentence.covering(Kind.AUXILIARY, draft.hedgeFrom - 1) == null
                && sentence.startingAt(Kind.AFTER, next) == null;
        return free && (after || before);
    }

    private static boolean known(Sentence sentence, int i) {
        return sentence.startingAt(Kind.MEASURE, i) != null || sentence.startingAt(Kind.AUXILIARY, i) != null;
    }

    /** True if an earlier count is meant that another one is compared with. */
    boolean base(Draft draft) {
        Sentence sentence = draft.sentence;
        int at = draft.hedgeFrom;
        boolean compared = sentence.lastBefore(Kind.COMPARED, at - 2, at) != null;
        boolean from = sentence.endingAt(Kind.UPFROM, at) != null && sentence.changed(sentence.from, at);
        return compared || from || multiplied(draft);
    }

    /** "double the 960 recorded a year before": what a multiple is taken of. */
    private boolean multiplied(Draft draft) {
        Sentence sentence = draft.sentence;
        int at = draft.numeral.from() - 1;
        at = tokens.is(at, Tokens.Kind.WORD) && tokens.folded(at).equals("the") ? at - 1 : at;
        int index = sentence.numerals.indexAt(at);
        return index >= 0 && sentence.numeral(index).shape() == Numeral.Shape.TIMES;
    }
}
