package org.tallywire.enrich.claim;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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
        COUNTWORD,
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
        AND,
        OUTOF,
        UPFROM,
        UPTO,
        PLACE,
        PRONOUN,
        PREDICATE,
        AUXILIARY,
        COMPANIONS,
        VIA,
        SPEAKER,
        RELATIVE,
        SHARE,
        NOTSHARE,
        THOSE,
        THEM,
        BE,
        COLLECTIVE,
        SIZED,
        SCALED,
        UNNAMED,
        TITLE,
        ISSUED,
        SHARENOUN,
        PARTICIPLE,
        UPBY,
        VERBENDING,
        DATIVE,
        JOINT,
        LENGTH,
        RANGE,
        CHANGED,
        FROM,
        YEARWORD,
        DETERMINER,
        DATED,
        THAT,
        STOP
    }

    private static final Set<Kind> APART = EnumSet.of(
            Kind.VERBENDING,
            Kind.DATIVE,
            Kind.PARTICIPLE,
            Kind.JOINT,
            Kind.LENGTH,
            Kind.RANGE,
            Kind.CHANGED,
            Kind.FROM,
            Kind.YEARWORD,
            Kind.DETERMINER,
            Kind.DATED,
            Kind.THAT);

    /** One meaning of a phrase. */
    record Term(Kind kind, String value) {}

    private final Lexicon<List<Term>> lexicon;
    private final Lexicon<Boolean> shares;
    private final Map<Kind, Map<String, String>> apart = new EnumMap<>(Kind.class);

    Terms(Language language, Vocabulary vocabulary) {
        lexicon = new Lexicon<>(vocabulary);
        shares = new Lexicon<>(vocabulary);
        Rows rows = Rows.read(Terms.class, "terms-" + language.tag() + ".tsv");
        for (List<String> row : rows.cells()) {
            Kind kind = Kind.valueOf(row.get(0).toUpperCase(Locale.ROOT));
            if (APART.contains(kind)) {
                Map<String, String> forms = apart.computeIfAbsent(kind, k -> new LinkedHashMap<>());
                rows.forms(row.get(2)).forEach(form -> forms.put(form, row.get(1)));
                continue;
            }
            if (kind == Kind.SHARE) {
                rows.forms(row.get(2)).forEach(form -> shares.add(form, true));
            }
            Term term = new Term(kind, row.get(1));
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

    /** Words of a share without a numeral (most, большинство), for a quick look at sentences without numerals. */
    Lexicon<Boolean> shares() {
        return shares;
    }

    /** Endings, and words so common that no sentence is marked with them; with their values. */
    Map<String, String> forms(Kind kind) {
        return apart.getOrDefault(kind, Map.of());
    }

    Lexicon<List<Term>> lexicon() {
        return lexicon;
    }
}
