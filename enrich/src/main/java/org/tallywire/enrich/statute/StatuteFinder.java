package org.tallywire.enrich.statute;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.StatuteMention;
import org.tallywire.enrich.furniture.Furniture;
import org.tallywire.enrich.statute.Label.Kind;
import org.tallywire.enrich.text.Language;
import org.tallywire.enrich.text.Tokens;
import org.tallywire.enrich.text.Vocabulary;

/**
 * Finds the statutes that a text cites, and those that its offence words imply. Linear in the length of the text. Safe to share
 * between threads.
 */
public final class StatuteFinder {
    private final Labels labels;
    private final States states;
    private final Acts acts;
    private final CodeReader codes;
    private final NumberedReader numbered;
    private final SectionReader sections;
    private final Offences offences;

    /** A finder over the registry, for tokens over this vocabulary. */
    public StatuteFinder(StatuteRegistry registry, Vocabulary vocabulary) {
        labels = new Labels(vocabulary);
        states = new States(vocabulary);
        acts = new Acts(vocabulary, states);
        codes = new CodeReader(labels, acts, registry);
        numbered = new NumberedReader(vocabulary, labels);
        sections = new SectionReader(vocabulary, labels, acts);
        offences = new Offences(vocabulary);
    }

    /**
     * All mentions, by start; one for each key of a citation that names several.
     *
     * @param tokens the text
     * @param furniture its furniture: nothing there is cited
     * @param language of the text
     * @param carrierState state of the outlet that carries it, as in statute keys; empty: none
     */
    public List<StatuteMention> find(Tokens tokens, Furniture furniture, Language language, String carrierState) {
        Reading reading = new Reading(tokens, furniture, language, carrierState, states, acts);
        List<Citation> found = new ArrayList<>();
        int i = 0;
        while (i < tokens.size()) {
            boolean word = tokens.word(i) != 0 || tokens.is(i, Tokens.Kind.DIGITS);
            int next = word && !reading.masked(i) ? step(reading, i, found) : i;
            i = Math.max(next, i + 1);
        }
        return found.stream().map(each -> each.mention(tokens)).toList();
    }

    private int step(Reading reading, int i, List<Citation> found) {
        Tokens tokens = reading.tokens();
        Label label = labels.at(tokens, i);
        boolean digits = tokens.is(i, Tokens.Kind.DIGITS);
        int next = sections.read(tokens, i, label, found);
        if (next == i && (digits || begins(label))) {
            next = codes.read(reading, i, found);
        }
        if (next > i) {
            return next;
        }
        Citation other = digits || label != null ? numbered.read(reading, i, label) : null;
        other = other != null ? other : implied(reading, i);
        if (other != null) {
            found.add(other);
            return other.after();
        }
        return i;
    }

    private @Nullable Citation implied(Reading reading, int i) {
        return reading.tokens().is(i, Tokens.Kind.WORD) ? offences.read(reading, i) : null;
    }

    /** True if a citation of a code may begin with this label. */
    private static boolean begins(@Nullable Label label) {
        return label != null
                && (label.kind() == Kind.ARTICLE
                        || label.kind() == Kind.PART
                        || label.kind() == Kind.POINT
                        || label.kind() == Kind.NOTE
                        || label.kind() == Kind.ORDINAL);
    }
}
