package org.tallywire.enrich.claim;

import org.jspecify.annotations.Nullable;
import org.tallywire.avro.Bound;
import org.tallywire.avro.Unit;
import org.tallywire.enrich.claim.Terms.Kind;
import org.tallywire.enrich.number.Numeral;
import org.tallywire.enrich.text.Tokens;

/** Finds the thing that a numeral counts: a noun in its phrase, a noun before it, or a verb that only persons are the object of. */
final class Counted {
    private static final int REACH = 5;
    private static final int DEAD_END = -1;

    private final Tokens tokens;
    private final boolean english;
    private final Beside beside;
    private final CountedPersons persons;

    Counted(Tokens tokens, Terms terms, Beside beside, boolean english) {
        this.tokens = tokens;
        this.english = english;
        this.beside = beside;
        persons = new CountedPersons(tokens, terms, beside);
    }

    /** Fills in the unit and the words counted; false if the numeral counts nothing that claims are made of. */
    boolean find(Draft draft) {
        return right(draft) || outOf(draft) || left(draft) || persons.find(draft);
    }

    private boolean right(Draft draft) {
        Sentence sentence = draft.sentence;
        int i = beside.afterHedge(sentence, draft.numeral.to());
        int steps = 0;
        Mark found = null;
        while (i < sentence.to && steps <= REACH && i != DEAD_END) {
            Mark noun = noun(sentence, i);
            if (noun != null) {
                found = noun;
                i = english ? noun.to() : sentence.to;
                steps = REACH;
                continue;
            }
            if (found != null || blocked(sentence, i)) {
                break;
            }
            i++;
            steps++;
        }
        if (found == null) {
            return false;
        }
        draft.unit = Unit.valueOf(found.value());
        draft.countedFrom = beside.afterHedge(sentence, draft.numeral.to());
        draft.countedTo = found.to();
        Mark of = sentence.startingAt(Kind.OUTOF, found.to());
        Numeral whole = of == null ? null : sentence.numerals.startingAt(of.to());
        draft.partOfNext = of != null
                && whole != null
                && whole.value() > draft.numeral.value()
                && sentence.periodAt(of.to()) == null;
        draft.doubt += 0.03 * Math.max(0, found.from() - draft.numeral.to() - 1);
        draft.rule("noun.right");
        return true;
    }

    /** A noun within two words of token i, with nothing but names of peoples and places or participles before it; sets the words counted. */
    boolean group(Draft draft, int i) {
        Sentence sentence = draft.sentence;
        for (int at = i; at < Math.min(sentence.to, i + 3); at++) {
            Mark noun = noun(sentence, at);
            if (noun != null) {
                draft.countedFrom = i;
                draft.countedTo = noun.to();
                return true;
            }
            boolean passes = !english || tokens.capital(at) || beside.word(at).endsWith("ed");
            if (!passes || blocked(sentence, at)) {
                return false;
            }
        }
        return false;
    }

    /** "12 of the 18 defendants", "двенадцать из восемнадцати подсудимых": the noun stands behind the whole. */
    private boolean outOf(Draft draft) {
        Sentence sentence = draft.sentence;
        int at = draft.numeral.to();
        boolean of = sentence.startingAt(Kind.OUTOF, at) != null;
        int next = beside.word(at + 1).equals("the") || beside.word(at + 1).equals("these") ? at + 2 : at + 1;
        Numeral whole = of ? sentence.numerals.startingAt(next) : null;
        if (whole == null
                || next >= sentence.to
                || !(whole.value() > draft.numeral.value())
                || sentence.periodAt(next) != null) {
            return false;
        }
        Draft other = new Draft(sentence, whole);
        if (!right(other)) {
            return false;
        }
        draft.unit = other.unit;
        draft.countedFrom = other.countedFrom;
        draft.countedTo = other.countedTo;
        draft.partOfNext = true;
        draft.rule("noun.out-of");
        return true;
    }

    private @Nullable Mark noun(Sentence sentence, int i) {
        Mark noun = sentence.startingAt(Kind.NOUN, i);
        return noun == null || sentence.covering(Kind.NOTNOUN, i) != null ? null : noun;
    }

    private boolean blocked(Sentence sentence, int i) {
        if (tokens.is(i, Tokens.Kind.PUNCT)) {
            return !(tokens.is(i, '"') || tokens.is(i, '-') || tokens.is(i, '\'') || tokens.is(i, '’'));
        }
        Mark verb = sentence.startingAt(Kind.MEASURE, i);
        boolean phrase = verb != null && verb.to() - verb.from() > 1;
        return phrase
                || (!english && beside.verbal(i))
                || sentence.startingAt(Kind.STOP, i) != null
                || sentence.startingAt(Kind.AFTER, i) != null
                || sentence.startingAt(Kind.SAY, i) != null
                || sentence.periodAt(i) != null
                || sentence.numerals.indexAt(i) >= 0;
    }

    /** "человек двадцать", "убитых — 12", "cases: 40". */
    private boolean left(Draft draft) {
        Sentence sentence = draft.sentence;
        int end = draft.hedgeFrom;
        boolean sign = tokens.is(end - 1, ':') || tokens.is(end - 1, '-');
        Mark bridge = sentence.endingAt(Kind.BRIDGE, end);
        Mark be = sentence.endingAt(Kind.BE, bridge == null ? end : bridge.from());
        Mark noun = sentence.endingAt(Kind.NOUN, sign ? end - 1 : be != null ? be.from() : end);
        boolean free =
                noun != null && noun(sentence, noun.from()) != null && sentence.numerals.indexAt(noun.from() - 1) < 0;
        boolean closed = beside.closed(draft);
        sign |= be != null && closed;
        boolean list = !english && closed && !draft.numeral.spelled();
        boolean inverted = !english && draft.numeral.spelled();
        if (noun == null || !free || !(sign || list || inverted)) {
            return false;
        }
        draft.unit = Unit.valueOf(noun.value());
        draft.countedFrom = noun.from();
        draft.countedTo = noun.to();
        draft.doubt += 0.1;
        boolean about = inverted && (!closed || sentence.startingAt(Kind.COUNTWORD, noun.from()) != null);
        if (about) {
            draft.bound = Bound.ABOUT;
        }
        draft.rule(about ? "noun.inverted" : "noun.list");
        return true;
    }
}
