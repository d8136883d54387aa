package org.tallywire.enrich.claim;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.Unit;
import org.tallywire.enrich.claim.Terms.Kind;
import org.tallywire.enrich.number.Numeral;
import org.tallywire.enrich.text.Tokens;

/** Finds the thing that a numeral counts: a noun in its phrase, a noun before it, or a verb that only persons are the object of. */
final class Counted {
    private static final int REACH = 5;
    private static final int DEAD_END = -1;
    private static final int ASIDE = 10;
    private final Tokens tokens;
    private final boolean english;
    private final List<String> verbEndings;
    private final List<String> participles;

    Counted(Tokens tokens, Terms terms, boolean english) {
        this.tokens = tokens;
        this.english = english;
        verbEndings = terms.endings(Kind.VERBENDING);
        participles = terms.endings(Kind.PARTICIPLE);
    }

    /** Fills in the unit and the words counted; false if the numeral counts nothing that claims are made of. */
    boolean find(Draft draft) {
        return right(draft) || outOf(draft) || left(draft) || verb(draft) || person(draft);
    }

    private boolean right(Draft draft) {
        Sentence sentence = draft.sentence;
        int i = afterHedge(sentence, draft.numeral.to());
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
        draft.countedFrom = afterHedge(sentence, draft.numeral.to());
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
            boolean passes = !english || tokens.capital(at) || word(at).endsWith("ed");
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
        int next = word(at + 1).equals("the") || word(at + 1).equals("these") ? at + 2 : at + 1;
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

    /** Skips "or more", "и более", and "of the" behind a numeral. */
    int afterHedge(Sentence sentence, int i) {
        Mark after = sentence.startingAt(Kind.BOUNDAFTER, i);
        int at = after == null ? i : after.to();
        boolean of = english
                && word(at).equals("of")
                && (word(at + 1).equals("the")
                        || word(at + 1).equals("those")
                        || word(at + 1).equals("these")
                        || word(at + 1).equals("its"));
        return of ? at + 2 : at;
    }

    private String word(int i) {
        return tokens.is(i, Tokens.Kind.WORD) ? tokens.folded(i) : "";
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
                || (!english && verbal(word(i)))
                || sentence.startingAt(Kind.STOP, i) != null
                || sentence.startingAt(Kind.AFTER, i) != null
                || sentence.startingAt(Kind.SAY, i) != null
                || sentence.periodAt(i) != null
                || sentence.numerals.indexAt(i) >= 0;
    }

    /** True for endings that verbs have and adjectives and nouns after a numeral have not. */
    private boolean verbal(String word) {
        return word.length() > 4 && verbEndings.stream().anyMatch(word::endsWith);
    }

    /** True for a verb that can stand right beside a number whose noun was left out: "31 получил", "31 received". */
    boolean predicate(Sentence sentence, int i) {
        return sentence.startingAt(Kind.PREDICATE, i) != null || verbal(word(i));
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
        boolean closed = closed(draft);
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
        boolean about = inverted && !closed;
        if (about) {
            draft.bound = org.tallywire.avro.Bound.ABOUT;
        }
        draft.rule(about ? "noun.inverted" : "noun.list");
        return true;
    }

    private boolean closed(Draft draft) {
        return draft.numeral.to() >= draft.sentence.to || tokens.is(draft.numeral.to(), Tokens.Kind.PUNCT);
    }

    /** "внес в реестр еще шестерых", "300 подписавших": a collective numeral or a participle names persons by itself. */
    private boolean person(Draft draft) {
        Sentence sentence = draft.sentence;
        int next = draft.numeral.to();
        boolean collective = sentence.covering(Kind.COLLECTIVE, draft.numeral.from()) != null;
        boolean free = closed(draft) || predicate(sentence, next) || sentence.startingAt(Kind.STOP, next) != null;
        String word = word(next);
        boolean participle = !word.isEmpty()
                && participles.stream().anyMatch(word::endsWith)
                && (!tokens.is(next + 1, Tokens.Kind.WORD)
                        || next + 1 >= sentence.to
                        || sentence.startingAt(Kind.STOP, next + 1) != null);
        if (!(collective && free) && !participle) {
            return false;
        }
        draft.unit = Unit.PERSONS;
        draft.countedTo = participle ? next + 1 : draft.countedTo;
        draft.doubt += 0.15;
        draft.rule(participle ? "persons.participle" : "persons.collective");
        return true;
    }

    /** "12 were killed", "killing 12", "погибли 12 шахтеров". */
    private boolean verb(Draft draft) {
        Sentence sentence = draft.sentence;
        int right = auxiliary(sentence, afterHedge(sentence, draft.numeral.to()));
        Mark after = sentence.startingAt(Kind.PERSONS, right);
        Mark before = sentence.endingAt(Kind.PERSONS, draft.hedgeFrom);
        if (after == null && before == null) {
            return false;
        }
        if (after == null
                && (sentence.startingAt(Kind.AFTER, draft.numeral.to()) != null
                        || unitAhead(sentence, draft.numeral))) {
            return false;
        }
        draft.unit = Unit.PERSONS;
        Mark verb = after != null ? after : before;
        draft.countedFrom = verb == null ? draft.countedFrom : verb.from();
        draft.countedTo = verb == null ? draft.countedTo : verb.to();
        draft.doubt += 0.1;
        draft.rule(after != null ? "persons.verb.right" : "persons.verb.left");
        return true;
    }

    /** True if the phrase behind the numeral ends in a unit or object that is no person: "ранены 30 боевых машин". */
    private boolean unitAhead(Sentence sentence, Numeral numeral) {
        for (int i = numeral.to(); i < Math.min(sentence.to, numeral.to() + 3); i++) {
            if (sentence.startingAt(Kind.AFTER, i) != null) {
                return true;
            }
            if (sentence.startingAt(Kind.STOP, i) != null || tokens.is(i, Tokens.Kind.PUNCT)) {
                return false;
            }
        }
        return false;
    }

    /** The token behind "were", "have been", "more" and behind an aside: "21, including five children, were wounded". */
    private int auxiliary(Sentence sentence, int i) {
        int at = aside(sentence, i);
        for (int steps = 0; steps < 3; steps++) {
            Mark helps = sentence.startingAt(Kind.AUXILIARY, at);
            at = helps == null ? at : helps.to();
        }
        return at;
    }

    private int aside(Sentence sentence, int i) {
        boolean opens = tokens.is(i, ',') && sentence.startingAt(Kind.SUBSET, i + 1) != null;
        for (int close = i + 2; opens && close < Math.min(sentence.to, i + ASIDE); close++) {
            if (tokens.is(close, ',')) {
                return close + 1;
            }
        }
        return i;
    }
}
