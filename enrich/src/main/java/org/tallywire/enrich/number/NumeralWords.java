package org.tallywire.enrich.number;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tallywire.enrich.text.Language;
import org.tallywire.enrich.text.Lexicon;
import org.tallywire.enrich.text.Rows;
import org.tallywire.enrich.text.Tokens;
import org.tallywire.enrich.text.Vocabulary;

/** The numeral words of one language, from {@code numerals-<language>.tsv}; a word may be of several kinds (third, пятой). */
final class NumeralWords {
    /** Kinds of numeral words; the data files explain them. */
    enum Kind {
        DIGIT,
        TEEN,
        TEN,
        HUNDRED,
        HUNDREDS,
        SCALE,
        SUFFIX,
        GROUP,
        COLLECTIVE,
        WHOLE,
        WITHHALF,
        HALF,
        PART,
        ORDINAL,
        ORDEND,
        CASEEND,
        COUPLE,
        BOTH,
        TIMES,
        VAGUE,
        VAGUEALONE,
        VAGUESCALE,
        VAGUEGROUP,
        ARTICLE,
        AND,
        POINT,
        MINUS,
        PERCENT,
        POINTS,
        OVER,
        IN,
        EACH,
        STRONG,
        PLUS
    }

    private static final Map<Kind, Double> NONE = Map.of();

    private final Lexicon<Map<Kind, Double>> words;

    NumeralWords(Language language, Vocabulary vocabulary) {
        words = new Lexicon<>(vocabulary);
        Rows rows = Rows.read(NumeralWords.class, "numerals-" + language.tag() + ".tsv");
        for (List<String> row : rows.cells()) {
            Kind kind = Kind.valueOf(row.get(0).toUpperCase(Locale.ROOT));
            double value = Double.parseDouble(row.get(1));
            for (String form : rows.forms(row.get(2))) {
                Map<Kind, Double> known = words.get(form);
                if (known == null) {
                    known = new EnumMap<>(Kind.class);
                    words.add(form, known);
                }
                known.putIfAbsent(kind, value);
            }
        }
    }

    /** The longest numeral word at token i; 0 if there is none. */
    int at(Tokens tokens, int i) {
        return words.match(tokens, i);
    }

    /** What a match is. */
    Map<Kind, Double> kinds(int match) {
        return match == 0 ? NONE : words.value(match);
    }

    /** How many tokens a match covers. */
    int length(int match) {
        return words.length(match);
    }

    /** True if the longest word at token i is of this kind. */
    boolean is(Tokens tokens, int i, Kind kind) {
        int match = at(tokens, i);
        return match != 0 && words.value(match).containsKey(kind);
    }
}
