package org.tallywire.enrich.text;

import java.text.Normalizer;

/** What each UTF-16 unit is to the tokenizer, and what it folds to; two tables read once per character. */
final class Letters {
    static final byte SPACE = 0;
    static final byte NEWLINE = 1;
    static final byte LATIN = 2;
    static final byte CYRILLIC = 3;
    static final byte OTHER_LETTER = 4;
    static final byte DIGIT = 5;
    static final byte APOSTROPHE = 6;
    static final byte INVISIBLE = 7;
    static final byte MARK = 8;
    static final byte SYMBOL = 9;

    private static final byte[] CLASS = new byte[1 << 16];
    private static final char[] FOLD = new char[1 << 16];
    /** Letters that look alike, Latin and Cyrillic side by side. */
    private static final String LATIN_TWINS = "aceiopxy";

    private static final String CYRILLIC_TWINS = "асеіорху";

    static {
        for (int c = 0; c < CLASS.length; c++) {
            CLASS[c] = classify((char) c);
            FOLD[c] = foldOf((char) c);
        }
    }

    private Letters() {}

    static byte kind(char c) {
        return CLASS[c];
    }

    /** Lower case, without diacritics for Latin letters; one hyphen for all dashes, one quote, one apostrophe. */
    static char fold(char c) {
        return FOLD[c];
    }

    static char toCyrillic(char folded) {
        int at = LATIN_TWINS.indexOf(folded);
        return at < 0 ? folded : CYRILLIC_TWINS.charAt(at);
    }

    static char toLatin(char folded) {
        int at = CYRILLIC_TWINS.indexOf(folded);
        return at < 0 ? folded : LATIN_TWINS.charAt(at);
    }

    /** The letter that a base and a combining mark stand for, folded; accents that carry no meaning vanish. */
    static char compose(char base, char mark) {
        if (mark == '\u0306' && base == 'и') {
            return 'й';
        }
        if (mark == '\u0306' && base == 'у') {
            return 'ў';
        }
        return mark == '\u0308' && base == 'і' ? 'ї' : base;
    }

    private static byte classify(char c) {
        if (c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029') {
            return NEWLINE;
        }
        if (c == '\u00AD' || (c >= '\u200B' && c <= '\u200F') || c == '\u2060' || c == '\uFEFF') {
            return INVISIBLE;
        }
        if ("'’ʼ‘`´′".indexOf(c) >= 0) {
            return APOSTROPHE;
        }
        if (c >= '0' && c <= '9') {
            return DIGIT;
        }
        if (Character.getType(c) == Character.NON_SPACING_MARK) {
            return MARK;
        }
        if (Character.isLetter(c)) {
            return script(c);
        }
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c) ? SPACE : SYMBOL;
    }

    private static byte script(char c) {
        Character.UnicodeScript script = Character.UnicodeScript.of(c);
        return switch (script) {
            case LATIN -> LATIN;
            case CYRILLIC -> CYRILLIC;
            default -> OTHER_LETTER;
        };
    }

    private static char foldOf(char c) {
        if ((c >= '\u2010' && c <= '\u2015') || c == '\u2212') {
            return '-';
        }
        if ("«»“”„‟‹›‚″".indexOf(c) >= 0) {
            return '"';
        }
        if (CLASS[c] == APOSTROPHE) {
            return '\'';
        }
        char lower = Character.toLowerCase(c);
        if (lower == 'ё') {
            return 'е';
        }
        return CLASS[c] == LATIN && lower > 0x7F && !Character.isSurrogate(c) ? base(lower) : lower;
    }

    private static char base(char lower) {
        char first =
                Normalizer.normalize(String.valueOf(lower), Normalizer.Form.NFD).charAt(0);
        return first < 0x80 ? first : lower;
    }
}
