package org.tallywire.enrich.statute;

import java.util.List;
import org.tallywire.enrich.statute.Label.Kind;
import org.tallywire.enrich.text.Tokens;

/** Reads the points behind a label: {@code «а»}, {@code а,в}, {@code 3}; a letter outside the alphabet of points is none. */
final class PointLists {
    private static final String POINTS = "абвгдежзиклм";

    private final Labels labels;

    PointLists(Labels labels) {
        this.labels = labels;
    }

    /** Adds the points from a token on, gives the token behind the last one. */
    int read(Tokens tokens, int from, List<String> found) {
        int after = letter(tokens, from, found);
        boolean more = after > from;
        while (more) {
            boolean goesOn = tokens.is(after, ',') || labels.is(Kind.LINK, tokens, after);
            int next = goesOn ? letter(tokens, after + 1, found) : after;
            more = goesOn && next > after + 1;
            after = more ? next : after;
        }
        return after;
    }

    /** The token behind a point, with or without quotes; i itself if there is none. */
    private static int letter(Tokens tokens, int i, List<String> found) {
        boolean quoted = quote(tokens, i);
        int at = quoted ? i + 1 : i;
        boolean letter = tokens.is(at, Tokens.Kind.WORD)
                && tokens.end(at) - tokens.start(at) == 1
                && !tokens.is(at + 1, '.')
                && known(tokens.folded(at).charAt(0));
        boolean digit = tokens.is(at, Tokens.Kind.DIGITS) && tokens.end(at) - tokens.start(at) <= 2;
        if (!letter && !digit) {
            return i;
        }
        found.add(tokens.folded(at));
        return quoted && quote(tokens, at + 1) ? at + 2 : at + 1;
    }

    private static boolean quote(Tokens tokens, int i) {
        return tokens.is(i, '"') || tokens.is(i, '\'');
    }

    private static boolean known(char letter) {
        return POINTS.indexOf(letter) >= 0 || (letter >= 'a' && letter <= 'z');
    }
}
