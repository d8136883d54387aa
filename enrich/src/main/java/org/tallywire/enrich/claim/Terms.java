package org.tallywire.enrich.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tallywire.enrich.text.Language;
import org.tallywire.enrich.text.Lexicon;
import org.tallywire.enrich.text.Rows;
import org.tallywire.enrich.text.Vocabulary;

/** The words that claims are made of, in one language, from {@code terms-<language>.tsv}. */
final class Terms {
    /** What a word does in a claim; the data files explain the kinds. */
    enum Kind {
        BOUND,
        BOUNDAFTER,
        AVERAGE,
        BIRTH,
        BRIDGE,
        NOUN,
        NOTNOUN,
        NUMBER,
        FIGURE,
        MEASURE,
        PERSONS,
        ACCORDING,
        COUNTNOUN,
        SAY,
        COUNTVERB,
        HANDOVER,
        TOLD,
        CLASS,
        DEED,
        SUBSET,
        ELLIPSIS,
        UP,
        DOWN,
        COMPARED,
        TIMES,
        REACHED,
        AFTER,
        BEFORE,
        IDIOM,
        FAMILY,
        PLAN,
        NEGATION,
        MEDICAL,
        COURT,
        STOP
    }

    /** One meaning of a phrase. */
    record Term(Kind kind, String value) {}

    private final Lexicon<List<Term>> lexicon;

    Terms(Language language, Vocabulary vocabulary) {
        lexicon = new Lexicon<>(vocabulary);
        Rows rows = Rows.read(Terms.class, "terms-" + language.tag() + ".tsv");
        for (List<String> row : rows.cells()) {
            Term term = new Term(Kind.valueOf(row.get(0).toUpperCase(Locale.ROOT)), row.get(1));
            for (String form : rows.forms(row.get(2))) {
                List<Term> known = lexicon.get(form);
                if (known == null) {
                    known = new ArrayList<>(2);
                    lexicon.add(form, known);
                }
                if (!known.contains(term)) {
                    known.add(term);
                }
            }
        }
    }

    Lexicon<List<Term>> lexicon() {
        return lexicon;
    }
}
