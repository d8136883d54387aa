package org.tallywire.enrich.statute;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.tallywire.enrich.statute.Label.Kind;
import org.tallywire.enrich.text.Tokens;

/** Reads the numbers behind a label: "337", "280 и 282", "332, 337 and 338"; a number that counts something else ends the list. */
final class NumeralLists {
    private static final int MOST = 40;
    /** Labels that stand before one number only. */
    private static final Set<String> SINGULAR = Set.of(
            "article", "art", "part", "статья", "статью", "статье", "статьей", "стаття", "статтю", "статтею", "часть",
            "частина");

    private final Labels labels;

    NumeralLists(Labels labels) {
        this.labels = labels;
    }

    /** The numbers from a token on; the label in front decides how far a list may go. */
    List<Numeral> read(Tokens tokens, int from, String label) {
        List<Numeral> found = new ArrayList<>();
        Numeral numeral = Numeral.at(tokens, from);
        while (numeral != null && found.size() < MOST && (found.isEmpty() || !foreign(tokens, numeral, label))) {
            found.add(numeral);
            int i = numeral.after();
            while (tokens.is(i, ',') || (labels.is(Kind.LINK, tokens, i) && i - numeral.after() < 2)) {
                i++;
            }
            numeral = i == numeral.after() ? null : Numeral.at(tokens, i);
        }
        return found;
    }

    /** A further number that counts something else: "Article 337, 120 soldiers", "статьи 337, 4121 дело", "ч. 5 и 20 лет". */
    private boolean foreign(Tokens tokens, Numeral numeral, String label) {
        int next = numeral.after();
        boolean thousands = tokens.is(next, ',') && tokens.joined(next) && tokens.joined(next + 1);
        if (thousands && tokens.is(next + 1, Tokens.Kind.DIGITS)) {
            return true;
        }
        boolean dash = tokens.is(next, '-') && !tokens.joined(next) && !tokens.joined(next + 1);
        if (dash && numeral.whole() < 100) {
            return true;
        }
        if (!tokens.is(next, Tokens.Kind.WORD) || tokens.capital(next) || closesCode(tokens.folded(next))) {
            return false;
        }
        Label following = labels.at(tokens, next);
        boolean goesOn = following != null
                && (following.kind().ordinal() <= Kind.NOTE.ordinal() || following.kind() == Kind.LINK);
        return !goesOn && (numeral.whole() < 100 || following != null || SINGULAR.contains(label));
    }

    private static boolean closesCode(String word) {
        return word.startsWith("уголовн") || word.startsWith("кримін") || word.startsWith("кодекс");
    }
}
