package org.tallywire.enrich.statute;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tallywire.enrich.text.Lexicon;
import org.tallywire.enrich.text.Rows;
import org.tallywire.enrich.text.Tokens;
import org.tallywire.enrich.text.Vocabulary;

/** Words that name a state; read from {@code states.tsv}. */
final class States {
    /** Names a state beside a code; weaker words only hint at it. */
    static final int NAMES = 3;

    private static final int ACRONYM = 4;

    /**
     * One form.
     *
     * @param state as in statute keys
     * @param weight {@link #NAMES}, or 1 for a hint
     * @param form as written in the data
     */
    record Word(String state, int weight, String form) {
        boolean fits(String written) {
            if (form.length() <= ACRONYM && form.equals(form.toUpperCase(Locale.ROOT))) {
                return written.equals(written.toUpperCase(Locale.ROOT));
            }
            return !Character.isUpperCase(form.charAt(0)) || Character.isUpperCase(written.charAt(0));
        }
    }

    private final Lexicon<Word> lexicon;

    States(Vocabulary vocabulary) {
        lexicon = new Lexicon<>(vocabulary);
        Rows rows = Rows.read(States.class, "states.tsv");
        for (List<String> row : rows.cells()) {
            for (String form : rows.forms(row.get(2))) {
                lexicon.add(form, new Word(row.get(0), Integer.parseInt(row.get(1)), form));
            }
        }
    }

    /** The state word that begins at token i; null if none does. */
    @Nullable
    Word at(Tokens tokens, int i) {
        int match = lexicon.match(tokens, i);
        if (match == 0) {
            return null;
        }
        Word word = lexicon.value(match);
        String written = tokens.text().substring(tokens.start(i), tokens.end(i + lexicon.length(match) - 1));
        return word.fits(written) ? word : null;
    }

    /** How many tokens the state word at token i covers. */
    int length(Tokens tokens, int i) {
        return lexicon.length(lexicon.match(tokens, i));
    }
}
