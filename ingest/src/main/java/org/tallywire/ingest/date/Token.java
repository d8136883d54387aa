package org.tallywire.ingest.date;

import java.util.ArrayList;
import java.util.List;

/** A run of digits, a run of letters, or one sign of a date string; blanks are told by {@code spaced}. */
record Token(Kind kind, String text, boolean spaced) {
    enum Kind {
        NUMBER,
        WORD,
        SIGN
    }

    boolean is(char sign) {
        return kind == Kind.SIGN && text.charAt(0) == sign;
    }

    boolean isNumber() {
        return kind == Kind.NUMBER;
    }

    boolean isWord() {
        return kind == Kind.WORD;
    }

    /** The number; a run too long for an int is told as -1. */
    int value() {
        return text.length() > 9 ? -1 : Integer.parseInt(text);
    }

    int length() {
        return text.length();
    }

    /** Splits; what stands in brackets is a comment (RFC 2822) and left out. */
    static List<Token> split(String raw) {
        List<Token> tokens = new ArrayList<>();
        boolean spaced = false;
        int depth = 0;
        for (int i = 0; i < raw.length(); ) {
            char c = raw.charAt(i);
            depth += c == '(' || c == '[' ? 1 : (c == ')' || c == ']') && depth > 0 ? -1 : 0;
            if (depth > 0 || c == ')' || c == ']' || isBlank(c)) {
                spaced = true;
                i++;
                continue;
            }
            int end = end(raw, i);
            tokens.add(new Token(kind(c), raw.substring(i, end), spaced));
            spaced = false;
            i = end;
        }
        return tokens;
    }

    private static boolean isBlank(char c) {
        return c <= ' ' || c >= '\u0080' && (Character.isWhitespace(c) || Character.isSpaceChar(c));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static Kind kind(char c) {
        if (c < '\u0080') {
            boolean letter = (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
            return isDigit(c) ? Kind.NUMBER : letter ? Kind.WORD : Kind.SIGN;
        }
        return Character.isLetter(c) ? Kind.WORD : Kind.SIGN;
    }

    private static int end(String raw, int start) {
        Kind kind = kind(raw.charAt(start));
        int end = start + 1;
        while (kind != Kind.SIGN && end < raw.length() && kind(raw.charAt(end)) == kind) {
            end++;
        }
        return end;
    }
}
