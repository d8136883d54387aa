package org.tallywire.enrich.text;

import org.tallywire.enrich.text.Tokens.Kind;

/** Tells which stops of one text end a sentence. */
final class SentenceEnds {
    private static final int HEAD = 4;

    private final Tokenizer words;
    private final char[] text;
    private final Tokens tokens;

    SentenceEnds(Tokenizer words, char[] text, Tokens tokens) {
        this.words = words;
        this.text = text;
        this.tokens = tokens;
    }

    /** True if the stop c, just read as the last token, ends its sentence; the text goes on at this offset. */
    boolean at(char c, int next) {
        return (c != '.' || !abbreviated(tokens.size() - 2)) && opens(next);
    }

    /** True if a full stop after this token belongs to an abbreviation or an initial. */
    private boolean abbreviated(int last) {
        if (!tokens.is(last, Kind.WORD)) {
            return false;
        }
        if (tokens.end(last) - tokens.start(last) > 1) {
            return words.abbreviation(tokens.word(last));
        }
        boolean year = tokens.is(last - 1, Kind.DIGITS) && tokens.end(last - 1) - tokens.start(last - 1) == 4;
        return !year || last - tokens.sentenceStart(tokens.sentence(last)) <= HEAD;
    }

    /** True if a sentence can begin here: after closing signs and a space comes a capital, a digit or an opening sign. */
    private boolean opens(int from) {
        int i = from;
        while (i < text.length && "»”\"’')]*".indexOf(text[i]) >= 0) {
            i++;
        }
        int spaces = i;
        while (i < text.length && Letters.kind(text[i]) <= Letters.NEWLINE) {
            i++;
        }
        return i > spaces && i < text.length && !Character.isLowerCase(text[i]) && text[i] != ',';
    }
}
