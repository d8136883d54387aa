package org.tallywire.enrich.statute;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tallywire.enrich.text.Tokens;
import org.tallywire.enrich.text.Tokens.Kind;

/**
 * An article or part number as written: 337, 205.1, 111-1, 111¹ (read as 111-1), 337-я.
 *
 * @param text digits parted by points, a superscript or hyphenated suffix behind a hyphen
 * @param rangeTo last number of a range such as 402-405; 0: no range
 * @param inner what stands in parentheses right behind it, as in 337(5)(a)
 * @param after the token behind it
 */
record Numeral(String text, int rangeTo, List<String> inner, int after) {
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private static final int LONGEST = 4;

    /** The numeral that begins at token i; null if there is none or it is too long for an article. */
    static @Nullable Numeral at(Tokens tokens, int i) {
        if (!tokens.is(i, Kind.DIGITS) || tokens.end(i) - tokens.start(i) > LONGEST) {
            return null;
        }
        StringBuilder text = new StringBuilder(tokens.raw(i));
        int j = i + 1;
        while (tokens.is(j, '.') && tokens.joined(j) && tokens.joined(j + 1) && tokens.is(j + 1, Kind.DIGITS)) {
            text.append('.').append(tokens.raw(j + 1));
            j += 2;
        }
        int range = 0;
        int suffix = superscript(tokens, j);
        if (suffix > 0) {
            text.append('-');
            for (; superscript(tokens, j) > 0; j++) {
                text.append(superscript(tokens, j) - 1);
            }
        } else if (tokens.is(j, '-') && tokens.is(j + 1, Kind.DIGITS) && tokens.joined(j) == tokens.joined(j + 1)) {
            int next = number(tokens, j + 1);
            if (next > number(tokens, i)) {
                range = next;
                j += 2;
            } else if (tokens.joined(j) && next > 0) {
                text.append('-').append(next);
                j += 2;
            }
        } else if (tokens.is(j, '-') && tokens.joined(j) && tokens.joined(j + 1) && ending(tokens, j + 1)) {
            j += 2;
        }
        List<String> inner = new ArrayList<>();
        j = inner(tokens, j, inner);
        return new Numeral(text.toString(), range, List.copyOf(inner), j);
    }

    /** The whole number before the first point or hyphen. */
    int whole() {
        int end = 0;
        while (end < text.length() && Character.isDigit(text.charAt(end))) {
            end++;
        }
        return Integer.parseInt(text.substring(0, end));
    }

    /** Digit of a superscript plus one; 0 if token j is none. */
    private static int superscript(Tokens tokens, int j) {
        return tokens.is(j, Kind.PUNCT) && tokens.joined(j)
                ? SUPERSCRIPTS.indexOf(tokens.text().charAt(tokens.start(j))) + 1
                : 0;
    }

    private static int number(Tokens tokens, int i) {
        return tokens.end(i) - tokens.start(i) <= LONGEST ? Integer.parseInt(tokens.raw(i)) : 0;
    }

    /** A case ending behind a hyphen: 337-я, 5-ї. */
    private static boolean ending(Tokens tokens, int i) {
        return tokens.is(i, Kind.WORD) && tokens.end(i) - tokens.start(i) <= 3;
    }

    private static int inner(Tokens tokens, int from, List<String> inner) {
        int j = from;
        while (tokens.is(j, '(')
                && (tokens.joined(j) || tokens.is(j + 1, Kind.DIGITS))
                && tokens.is(j + 2, ')')
                && tokens.end(j + 1) - tokens.start(j + 1) <= 3) {
            inner.add(tokens.folded(j + 1));
            j += 3;
        }
        return j;
    }
}
