package org.tallywire.enrich.furniture;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tallywire.enrich.text.Lexicon;
import org.tallywire.enrich.text.Rows;
import org.tallywire.enrich.text.Tokens;
import org.tallywire.enrich.text.Vocabulary;

/** The word lists of {@code furniture.tsv}: one for signals anywhere in a paragraph, one for each that must open it. */
final class Signals {
    private final Lexicon<Signal> anywhere;
    private final Map<Signal, Lexicon<Signal>> openings = new EnumMap<>(Signal.class);

    Signals(Vocabulary vocabulary) {
        anywhere = new Lexicon<>(vocabulary);
        Rows rows = Rows.read(Signals.class, "furniture.tsv");
        for (List<String> row : rows.cells()) {
            Signal signal = Signal.valueOf(row.get(0).toUpperCase(Locale.ROOT));
            Lexicon<Signal> lexicon = switch (signal) {
                case APPEAL, ASK, SELF, WIDGET, NOTICE, COOKIE, SAYING -> anywhere;
                default -> openings.computeIfAbsent(signal, each -> new Lexicon<>(vocabulary));
            };
            rows.forms(row.get(1)).forEach(form -> lexicon.add(form, signal));
        }
    }

    /** The phrase that begins at token i, 0 if none; see {@link Lexicon#match}. */
    int match(Tokens tokens, int i) {
        return anywhere.match(tokens, i);
    }

    Signal signal(int match) {
        return anywhere.value(match);
    }

    /** How many tokens a phrase of this list covers at token i; 0 if none begins there. */
    int opening(Signal signal, Tokens tokens, int i) {
        Lexicon<Signal> lexicon = openings.get(signal);
        return lexicon == null ? 0 : lexicon.length(lexicon.match(tokens, i));
    }
}
