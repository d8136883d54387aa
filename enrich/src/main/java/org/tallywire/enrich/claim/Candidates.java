package org.tallywire.enrich.claim;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.Per;
import org.tallywire.avro.Unit;
import org.tallywire.enrich.claim.Terms.Kind;
import org.tallywire.enrich.number.Numeral;
import org.tallywire.enrich.period.Period;
import org.tallywire.enrich.text.Tokens;

/** Decides whether a numeral that could be a count is a claim: by its noun, else by what was left out beside an earlier claim. */
final class Candidates {
    private static final double SMALL = 10;

    private final Tokens tokens;
    private final Spans spans;
    private final boolean english;
    private final Counted counted;
    private final Hedges hedges;
    private NumberType rejection = NumberType.UNCOUNTED;

    Candidates(Tokens tokens, Spans spans, boolean english) {
        this.tokens = tokens;
        this.spans = spans;
        this.english = english;
        counted = new Counted(tokens, english);
        hedges = new Hedges(tokens);
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
        Draft last = before.isEmpty() ? earlier : before.getLast();
        boolean own = counted.find(draft);
        if (own && comparedWith(draft, before)) {
            rejection = NumberType.BASE;
            return null;
        }
        if (own) {
            hedges.afterNoun(draft);
            relate(draft, last);
        } else if (!elided(draft, before, last)) {
            rejection = base(draft) ? NumberType.BASE : NumberType.UNCOUNTED;
            return null;
        }
        return accepted(draft) ? draft : null;
    }

    private boolean accepted(Draft draft) {
        if (planned(draft)) {
            rejection = NumberType.HYPOTHETICAL;
            return false;
        }
        boolean small = Math.abs(draft.numeral.value()) < SMALL;
        if (small && draft.sentence.endingAt(Kind.FAMILY, draft.hedgeFrom) != null) {
            rejection = NumberType.NARRATIVE;
            return false;
        }
        if (medical(draft)) {
            rejection = NumberType.MEDICAL;
            return false;
        }
        double value = Math.abs(draft.numeral.value());
        boolean whole = value == Math.rint(value) && !(value < 1);
        boolean single = value == 1 && draft.numeral.spelled() && !rated(draft.sentence);
        if (!whole || single) {
            rejection = single ? NumberType.IDIOM : NumberType.UNCOUNTED;
            return false;
        }
        if (draft.unit == Unit.CASES && english && events(draft)) {
            draft.unit = Unit.EVENTS;
            draft.rule("unit.cases-of");
        }
        return true;
    }

    private static boolean rated(Sentence sentence) {
        return sentence.periods.stream().anyMatch(period -> period.kind() == Period.Kind.RATE);
    }

    /** True for a small number of a story, told without publisher, period or rate. */
    boolean narrative(Draft draft, List<Draft> others) {
        boolean plain =
                draft.per == Per.NONE && !draft.dated() && draft.base == null && Double.isNaN(draft.numeral.high());
        boolean sourced = draft.source != null && draft.source.id() != null;
        double value = Math.abs(draft.numeral.value());
        if (value < 2 && draft.per == Per.NONE) {
            return draft.bound == org.tallywire.avro.Bound.EXACT && !sourced;
        }
        boolean company = others.stream().anyMatch(other -> other != draft && Math.abs(other.numeral.value()) >= SMALL);
        String next = tokens.is(draft.numeral.to(), Tokens.Kind.WORD) ? tokens.folded(draft.numeral.to()) : "";
        boolean companions = next.equals("other") || next.startsWith("други") || next.startsWith("інши");
        if (value < SMALL && companions && !sourced && draft.per == Per.NONE) {
            return true;
        }
        boolean harm = draft.measure.equals("killed") || draft.measure.equals("wounded");
        return value < SMALL && plain && !sourced && !company && !(harm && draft.unit == Unit.PERSONS);
    }

    /** Ties a claim to the one that it is a part of: of which, из них, including. */
    private boolean relate(Draft draft, @Nullable Draft last) {
        Sentence sentence = draft.sentence;
        Mark right = sentence.startingAt(Kind.SUBSET, counted.afterHedge(sentence, draft.numeral.to()));
        Mark left = sentence.lastBefore(Kind.SUBSET, draft.hedgeFrom - 4, draft.hedgeFrom);
        boolean clear = left != null
                && sentence.numerals.firstFrom(left.to()) >= sentence.numerals.firstFrom(draft.numeral.from());
        boolean ofThem = last != null && last.sentence == sentence && opensWithOf(last) && verbal(draft);
        if (right == null
                && !clear
                && last != null
                && last.base != null
                && last.sentence == sentence
                && sibling(last, draft)) {
            draft.base = last.base;
            draft.rule("subset");
            return true;
        }
        if ((right == null && !clear && !ofThem)
                || last == null
                || Math.abs(last.numeral.value()) < Math.abs(draft.numeral.value())) {
            return false;
        }
        draft.base = last;
        draft.rule("subset");
        return true;
    }

    /** "including 312 women and 45 minors": only a comma or "and" stands between two parts. */
    private boolean sibling(Draft part, Draft next) {
        int gap = next.hedgeFrom - part.countedTo;
        boolean sign = tokens.is(part.countedTo, ',');
        boolean and = tokens.is(next.hedgeFrom - 1, Tokens.Kind.WORD)
                && switch (tokens.folded(next.hedgeFrom - 1)) {
                    case "and", "и", "та", "і", "й" -> true;
                    default -> false;
                };
        return gap >= 1 && gap <= 2 && (and || (sign && gap == 1)) && next.countedTo > next.numeral.to();
    }

    /** "Of the 640 sentences, 512 were suspended": the sentence begins with the whole. */
    private boolean opensWithOf(Draft whole) {
        int before = whole.hedgeFrom - 1;
        boolean article =
                tokens.is(before, Tokens.Kind.WORD) && tokens.folded(before).equals("the");
        int at = article ? before - 1 : before;
        if (at < whole.sentence.from || at > whole.sentence.from + 2 || !tokens.is(at, Tokens.Kind.WORD)) {
            return false;
        }
        return switch (tokens.folded(at)) {
            case "of", "from", "among", "из", "среди", "із", "з", "зі", "серед" -> true;
            default -> false;
        };
    }

    /** True if what happened stands right behind the numeral. */
    private boolean verbal(Draft draft) {
        int next = draft.numeral.to();
        Mark verb = draft.sentence.within(Kind.MEASURE, next, next + 4);
        boolean known = verb != null && !draft.sentence.parted(next, verb.from());
        int previous = draft.hedgeFrom - 1;
        boolean opensClause = tokens.is(previous, ',');
        boolean verbBefore =
                !english && tokens.is(previous, Tokens.Kind.WORD) && Counted.verbal(tokens.folded(previous));
        return known
                || opensClause
                || verbBefore
                || (!english && tokens.is(next, Tokens.Kind.WORD) && Counted.verbal(tokens.folded(next)));
    }

    /** A number whose noun was left out: "3,470 of which", "в марте — 120", "the 305 it received". */
    private boolean elided(Draft draft, List<Draft> before, @Nullable Draft last) {
        Mark noun = headNoun(draft);
        boolean reached = noun != null && reached(draft);
        if (reached && noun != null) {
            return take(draft, Unit.valueOf(noun.value()), noun.from(), noun.to(), "noun.number-of");
        }
        if (relate(draft, last) && last != null) {
            return take(draft, last.unit, last.countedFrom, last.countedTo, "ellipsis.subset");
        }
        boolean pronoun = pronoun(draft);
        if (base(draft) && !pronoun) {
            return false;
        }
        boolean inList = listed(draft) || conjoined(draft, before) || brokenDown(draft, before);
        if (inList && noun != null) {
            return take(draft, Unit.valueOf(noun.value()), noun.from(), noun.to(), "ellipsis.list");
        }
        boolean figure = figure(draft);
        boolean here = last != null && (before.contains(last) || inList || figure);
        return last != null
                && here
                && (inList || pronoun || figure)
                && take(
                        draft,
                        last.unit,
                        last.countedFrom,
                        last.countedTo,
                        pronoun ? "ellipsis.pronoun" : figure ? "ellipsis.figure" : "ellipsis.list");
    }

    private boolean take(Draft draft, Unit unit, int from, int to, String rule) {
        draft.unit = unit;
        draft.countedFrom = from;
        draft.countedTo = to;
        draft.elided = !rule.equals("noun.number-of");
        draft.rule(rule);
        return true;
    }

    /** The noun of "the number of X" before this numeral. */
    private @Nullable Mark headNoun(Draft draft) {
        Mark number = draft.sentence.lastBefore(Kind.NUMBER, draft.sentence.from, draft.hedgeFrom);
        Mark noun = number == null
                ? null
                : draft.sentence.within(Kind.NOUN, number.to(), Math.min(number.to() + 6, draft.hedgeFrom));
        return noun;
    }

    private boolean reached(Draft draft) {
        Sentence sentence = draft.sentence;
        int at = draft.hedgeFrom;
        Mark verb = sentence.lastBefore(Kind.REACHED, at - 3, at);
        boolean covered = sentence.covering(Kind.REACHED, at) != null;
        boolean dash = tokens.is(at - 1, '-') && !tokens.joined(at);
        String before = tokens.is(at - 1, Tokens.Kind.WORD) ? tokens.folded(at - 1) : "";
        boolean grown = (before.equals("до") || before.equals("to"))
                && (sentence.lastBefore(Kind.UP, sentence.from, at) != null
                        || sentence.lastBefore(Kind.DOWN, sentence.from, at) != null);
        return grown || verb != null || covered || dash || (tokens.is(at - 1, ':'));
    }

    /** "(218)" after a month, "в марте — 120", "54 in June". */
    private boolean listed(Draft draft) {
        Sentence sentence = draft.sentence;
        int at = draft.hedgeFrom;
        Mark bridge = sentence.endingAt(Kind.BRIDGE, at);
        at = bridge == null ? at : bridge.from();
        boolean closed = draft.numeral.to() >= sentence.to || tokens.is(draft.numeral.to(), Tokens.Kind.PUNCT);
        boolean sign = tokens.is(at - 1, '(')
                || (tokens.is(at - 1, '-') && !tokens.joined(at))
                || tokens.is(at - 1, ':')
                || (tokens.is(at - 1, ',') && closed && bridge != null);
        Period left = sentence.periodAt(sign ? at - 2 : at - 1);
        Period right = sentence.periodAt(draft.numeral.to());
        boolean bracket = tokens.is(at - 1, '(') && tokens.is(draft.numeral.to(), ')');
        boolean datedLeft = left != null && left.kind() == Period.Kind.SPAN;
        boolean datedRight = right != null && right.kind() == Period.Kind.SPAN && right.grain() != Period.Grain.WEEKDAY;
        boolean rate = right != null && right.kind() == Period.Kind.RATE;
        boolean cited = sign && at - 2 >= sentence.from && spans.statute(tokens.start(at - 2));
        return (datedLeft && sign) || cited || datedRight || rate || (bracket && datedLeft);
    }

    /** "that number had jumped to 10 per month". */
    private boolean figure(Draft draft) {
        Sentence sentence = draft.sentence;
        Mark figure = sentence.lastBefore(Kind.FIGURE, sentence.from, draft.hedgeFrom);
        return figure != null && reached(draft) && draft.hedgeFrom - figure.to() < 8;
    }

    private boolean pronoun(Draft draft) {
        int after = draft.numeral.to();
        String before =
                tokens.is(draft.numeral.from() - 1, Tokens.Kind.WORD) ? tokens.folded(draft.numeral.from() - 1) : "";
        String next = tokens.is(after, Tokens.Kind.WORD) ? tokens.folded(after) : "";
        return before.equals("the")
                && switch (next) {
                    case "it",
                            "they",
                            "he",
                            "she",
                            "we",
                            "that",
                            "recorded",
                            "registered",
                            "received",
                            "reported",
                            "counted" -> true;
                    default -> false;
                };
    }

    /** True if this count is the base of a claim before it in the sentence: "600 cases, against 305 cases a year earlier". */
    private static boolean comparedWith(Draft draft, List<Draft> before) {
        Mark compared = draft.sentence.lastBefore(Kind.COMPARED, draft.hedgeFrom - 2, draft.hedgeFrom);
        return compared != null && !before.isEmpty() && before.getLast().unit == draft.unit;
    }

    /** "142 дела по статье 337 и ещё 27 — по статье 338", "and 27 under Article 338": a second number of the same list. */
    private boolean conjoined(Draft draft, List<Draft> before) {
        Mark bridge = draft.sentence.endingAt(Kind.BRIDGE, draft.hedgeFrom);
        int at = (bridge == null ? draft.hedgeFrom : bridge.from()) - 1;
        boolean and = tokens.is(at, Tokens.Kind.WORD)
                && switch (tokens.folded(at)) {
                    case "and", "и", "та", "і", "й", "а" -> true;
                    default -> false;
                };
        boolean dash = tokens.is(draft.numeral.to(), '-') && !tokens.joined(draft.numeral.to());
        boolean cited =
                draft.numeral.to() + 1 < draft.sentence.to && spans.statute(tokens.start(draft.numeral.to() + 1));
        return !before.isEmpty() && (and || tokens.is(at, ',')) && (dash || cited);
    }

    /** "Осуждены 49 человек: 31 получил реальный срок": the first part of a whole that a colon opens. */
    private boolean brokenDown(Draft draft, List<Draft> before) {
        int next = draft.numeral.to();
        boolean part = !before.isEmpty()
                && tokens.is(draft.hedgeFrom - 1, ':')
                && draft.numeral.value() < before.getLast().numeral.value();
        return part && tokens.is(next, Tokens.Kind.WORD) && Counted.predicate(tokens.folded(next));
    }

    /** True if an earlier count is meant that another one is compared with. */
    private boolean base(Draft draft) {
        Sentence sentence = draft.sentence;
        int at = draft.hedgeFrom;
        Mark compared = sentence.lastBefore(Kind.COMPARED, at - 2, at);
        String before = tokens.is(at - 1, Tokens.Kind.WORD) ? tokens.folded(at - 1) : "";
        boolean from = switch (before) {
            case "с", "со", "з", "із", "від", "from" ->
                sentence.lastBefore(Kind.UP, sentence.from, at) != null
                        || sentence.lastBefore(Kind.DOWN, sentence.from, at) != null;
            default -> false;
        };
        return compared != null || from;
    }

    private boolean planned(Draft draft) {
        Sentence sentence = draft.sentence;
        for (int i = draft.hedgeFrom - 1; i >= Math.max(sentence.from, draft.hedgeFrom - 8); i--) {
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

    private static boolean medical(Draft draft) {
        boolean unit = draft.unit == Unit.CASES || draft.unit == Unit.EVENTS;
        return unit && draft.sentence.within(Kind.MEDICAL, draft.numeral.to(), draft.countedTo + 5) != null;
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
