package org.tallywire.enrich.statute;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tallywire.enrich.statute.Label.Kind;
import org.tallywire.enrich.text.Lexicon;
import org.tallywire.enrich.text.Rows;
import org.tallywire.enrich.text.Tokens;
import org.tallywire.enrich.text.Vocabulary;

/** The words of the citation grammar; read from {@code labels.tsv}. */
final class Labels {
    private final Lexicon<Label> lexicon;

    Labels(Vocabulary vocabulary) {
        lexicon = new Lexicon<>(vocabulary);
        Rows rows = Rows.read(Labels.class, "labels.tsv");
        for (List<String> row : rows.cells()) {
            Kind kind = Kind.valueOf(row.get(0).toUpperCase(Locale.ROOT));
            Label label = new Label(kind, row.size() > 2 ? Integer.parseInt(row.get(2)) : 0);
            rows.forms(row.get(1)).forEach(form -> lexicon.add(form, label));
        }
    }

    /** The label that begins at token i; null if none does. */
    @Nullable
    Label at(Tokens tokens, int i) {
        int match = lexicon.match(tokens, i);
        return match == 0 ? null : lexicon.value(match);
    }

    /** True if a label of this kind begins at token i. */
    boolean is(Kind kind, Tokens tokens, int i) {
        Label label = at(tokens, i);
        return label != null && label.kind() == kind;
    }

    /** How many tokens the label at token i covers; 0 if there is none. */
    int length(Tokens tokens, int i) {
        return lexicon.length(lexicon.match(tokens, i));
    }

    /** The token behind the label at token i; its full stop and a repeated sign are passed by. */
    int after(Tokens tokens, int i) {
        int j = i + Math.max(1, length(tokens, i));
        while (tokens.is(j, '.') || tokens.is(j, '§')) {
            j++;
        }
        return j;
    }
}
