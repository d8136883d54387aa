package org.tallywire.enrich.furniture;

import java.util.EnumSet;
import java.util.Set;
import org.tallywire.enrich.text.Tokens;
import org.tallywire.enrich.text.Tokens.Kind;

/**
 * One paragraph and the signals that stand in it.
 *
 * @param tokens the text
 * @param first its first token
 * @param after the token behind its last one
 * @param signals what its words tell
 * @param urls how many web addresses it holds
 * @param words how many words and numbers it holds
 */
record Paragraph(Tokens tokens, int first, int after, Set<Signal> signals, int urls, int words) {
    /** Reads the paragraph that begins at this token. */
    static Paragraph at(Tokens tokens, int first, Signals signals) {
        Set<Signal> found = EnumSet.noneOf(Signal.class);
        int paragraph = tokens.paragraph(first);
        int urls = 0;
        int words = 0;
        int i = first;
        while (i < tokens.size() && tokens.paragraph(i) == paragraph) {
            urls += tokens.is(i, Kind.URL) ? 1 : 0;
            words += tokens.is(i, Kind.WORD) || tokens.is(i, Kind.DIGITS) ? 1 : 0;
            int match = signals.match(tokens, i);
            if (match != 0) {
                found.add(signals.signal(match));
            }
            i++;
        }
        return new Paragraph(tokens, first, i, found, urls, words);
    }

    boolean has(Signal signal) {
        return signals.contains(signal);
    }

    int size() {
        return after - first;
    }

    /** The first token that is no opening sign, such as a bullet or a quote. */
    int opening() {
        int i = first;
        while (i < after - 1 && tokens.is(i, Kind.PUNCT)) {
            i++;
        }
        return i;
    }

    /** True if most letters are capitals. */
    boolean shouts() {
        int upper = 0;
        int lower = 0;
        String text = tokens.text();
        for (int i = tokens.start(first); i < tokens.end(after - 1); i++) {
            upper += Character.isUpperCase(text.charAt(i)) ? 1 : 0;
            lower += Character.isLowerCase(text.charAt(i)) ? 1 : 0;
        }
        return upper > lower;
    }

    FurnitureSpan span(FurnitureKind kind) {
        return span(kind, first, after);
    }

    FurnitureSpan span(FurnitureKind kind, int from, int to) {
        return new FurnitureSpan(kind, tokens.start(from), tokens.end(to - 1));
    }
}
