package org.tallywire.enrich.claim;

import java.util.Set;
import org.tallywire.avro.Unit;
import org.tallywire.enrich.claim.Terms.Kind;
import org.tallywire.enrich.number.Numeral;
import org.tallywire.enrich.text.Tokens;

/** Finds persons that a numeral counts without a noun: by a verb that has only persons for its object, or by the form of the word. */
final class CountedPersons {
    private static final int ASIDE = 10;

    private final Tokens tokens;
    private final Beside beside;
    private final Set<String> participles;

    CountedPersons(Tokens tokens, Terms terms, Beside beside) {
        this.tokens = tokens;
        this.beside = beside;
        participles = terms.forms(Kind.PARTICIPLE).keySet();
    }

    /** Fills in persons as the unit and the words counted; false if nothing tells of persons. */
    boolean find(Draft draft) {
        return verb(draft) || person(draft);
    }

    /** "внес в реестр еще шестерых", "300 подписавших": a collective numeral or a participle names persons by itself. */
    private boolean person(Draft draft) {
        Sentence sentence = draft.sentence;
        int next = draft.numeral.to();
        boolean collective = sentence.covering(Kind.COLLECTIVE, draft.numeral.from()) != null;
        boolean free = beside.closed(draft)
                || beside.predicate(sentence, next)
                || sentence.startingAt(Kind.STOP, next) != null;
        String word = beside.word(next);
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
        int right = auxiliary(sentence, beside.afterHedge(sentence, draft.numeral.to()));
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
