package org.tallywire.enrich.claim;

import java.util.Set;
import org.tallywire.enrich.claim.Terms.Kind;
import org.tallywire.enrich.text.Tokens;

/** What stands right beside a numeral: hedges behind it, verbs that take it for their noun, or nothing. */
final class Beside {
    private final Tokens tokens;
    private final boolean english;
    private final Set<String> verbEndings;
    private final Set<String> determiners;

    Beside(Tokens tokens, Terms terms, boolean english) {
        this.tokens = tokens;
        this.english = english;
        verbEndings = terms.forms(Kind.VERBENDING).keySet();
        determiners = terms.forms(Kind.DETERMINER).keySet();
    }

    /** Skips "or more", "и более", and "of the" behind a numeral. */
    int afterHedge(Sentence sentence, int i) {
        Mark after = sentence.startingAt(Kind.BOUNDAFTER, i);
        int at = after == null ? i : after.to();
        boolean of = english && word(at).equals("of") && determiners.contains(word(at + 1));
        return of ? at + 2 : at;
    }

    /** True for a verb that can stand right beside a number whose noun was left out: "31 получил", "31 received". */
    boolean predicate(Sentence sentence, int i) {
        return sentence.startingAt(Kind.PREDICATE, i) != null || verbal(i);
    }

    /** True for endings that verbs have and adjectives and nouns after a numeral have not. */
    boolean verbal(int i) {
        String word = word(i);
        return word.length() > 4 && verbEndings.stream().anyMatch(word::endsWith);
    }

    boolean closed(Draft draft) {
        return draft.numeral.to() >= draft.sentence.to || tokens.is(draft.numeral.to(), Tokens.Kind.PUNCT);
    }

    /** The folded word at token i; empty if none stands there. */
    String word(int i) {
        return tokens.is(i, Tokens.Kind.WORD) ? tokens.folded(i) : "";
    }
}
