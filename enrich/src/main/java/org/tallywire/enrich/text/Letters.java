package org.tallywire.enrich.text;

import java.text.Normalizer;

/** What each UTF-16 unit is to the tokenizer, and what it folds to; one table read once per character. */
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
    /** How many kinds there are. */
    static final int KINDS = 10;

    private static final int KIND_SHIFT = 16;
    /** By UTF-16 unit: its kind above its folded form, so that one look tells both. */
    private static final int[] UNITS = new int[1 << 16];
    /** Letters that look alike, Latin and Cyrillic side by side. */
    private static final String LATIN_TWINS = "aceiopxy";

    private static final String CYRILLIC_TWINS = "асеіорху";

    static {
        for (int c = 0; c < UNITS.length; c++) {
            byte kind = classify((char) c);
            UNITS[c] = kind << KIND_SHIFT | foldOf((char) c, kind);
        }
    }

    private Letters() {}

    static int kind(char c) {
        return UNITS[c] >>> KIND_SHIFT;
    }

    /** Lower case, without diacritics for Latin letters; one hyphen for all dashes, one quote, one apostrophe. */
    static char fold(char c) {
        return (char) UNITS[c];
    }

    static boolean isLetter(int kind) {
        return kind >= LATIN && kind <= OTHER_LETTER;
    }

    /** Folds text[start, end) into the buffer and gives the length; letters of the other script that look alike are unified. */
    static int fold(String text, int start, int end, char[] buffer) {
        int length = 0;
        int cyrillic = 0;
        int latin = 0;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            int kind = kind(c);
            if (kind == INVISIBLE) {
                continue;
            }
            if (kind == MARK) {
                buffer[Math.max(0, length - 1)] = compose(buffer[Math.max(0, length - 1)], c);
                continue;
            }
            cyrillic += kind == CYRILLIC ? 1 : 0;
            latin += kind == LATIN ? 1 : 0;
            buffer[length++] = fold(c);
        }
        if (cyrillic > 0 && latin > 0) {
            unify(buffer, length, cyrillic >= latin);
        }
        return length;
    }

    private static void unify(char[] buffer, int length, boolean cyrillic) {
        String from = cyrillic ? LATIN_TWINS : CYRILLIC_TWINS;
        String to = cyrillic ? CYRILLIC_TWINS : LATIN_TWINS;
        for (int i = 0; i < length; i++) {
            int twin = from.indexOf(buffer[i]);
            buffer[i] = twin < 0 ? buffer[i] : to.charAt(twin);
        }
    }

    /** The letter that a base and a combining mark stand for, folded; accents that carry no meaning vanish. */
    private static char compose(char base, char mark) {
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

    private static char foldOf(char c, byte kind) {
        if ((c >= '\u2010' && c <= '\u2015') || c == '\u2212') {
            return '-';
        }
        if ("«»“”„‟‹›‚″".indexOf(c) >= 0) {
            return '"';
        }
        if (kind == APOSTROPHE) {
            return '\'';
        }
        char lower = Character.toLowerCase(c);
        if (lower == 'ё') {
            return 'е';
        }
        return kind == LATIN && lower > 0x7F && !Character.isSurrogate(c) ? base(lower) : lower;
    }

    private static char base(char lower) {
        char first =
                Normalizer.normalize(String.valueOf(lower), Normalizer.Form.NFD).charAt(0);
        return first < 0x80 ? first : lower;
    }
}
