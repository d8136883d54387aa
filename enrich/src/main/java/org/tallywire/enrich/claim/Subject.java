package org.tallywire.enrich.claim;

import java.util.List;
import org.tallywire.enrich.claim.Terms.Kind;
import org.tallywire.enrich.text.Tokens;

/** The name that a sentence opens with and the verb that belongs to it, however much stands between: "X, which has followed the courts since 2022, counted". */
final class Subject {
    private static final int BEFORE = 4;

    private Subject() {}

    /** True if nothing but an article, class nouns, capitals and a quotation mark stand between the start of the sentence and token i. */
    static boolean opens(Tokens tokens, Sentence sentence, int i) {
        if (i - sentence.from > BEFORE) {
            return false;
        }
        for (int at = sentence.from; at < i; at++) {
            boolean passes = tokens.is(at, '"')
                    || (at == sentence.from && tokens.folded(at).equals("the"))
                    || sentence.covering(Kind.CLASS, at) != null
                    || (tokens.is(at, Tokens.Kind.WORD)
                            && tokens.capital(at)
                            && sentence.startingAt(Kind.STOP, at) == null);
            if (!passes) {
                return false;
            }
        }
        return true;
    }

    /** True if a verb of counting, saying or an office's own deed follows. */
    static boolean acts(Sentence sentence, int from) {
        for (Kind verb : List.of(Kind.COUNTVERB, Kind.SAY, Kind.DEED)) {
            if (sentence.within(verb, from, sentence.to) != null) {
                return true;
            }
        }
        return false;
    }
}
