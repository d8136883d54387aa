package org.tallywire.enrich.number;

import org.tallywire.enrich.number.NumeralWords.Kind;
import org.tallywire.enrich.text.Language;
import org.tallywire.enrich.text.Tokens;

/** Reads a number written in digits, with its separators: {@code 4,121}, {@code 4 121}, {@code 4,1}, {@code 3/4}. */
final class DigitReader {
    /** Digits beyond this are identifiers, not numbers anyone counts to. */
    private static final int LONGEST = 15;

    private final Tokens tokens;
    private final NumeralWords words;
    private final boolean english;

    /** Token after the number last read. */
    int to;
    /** True if the number last read has separators between thousands. */
    boolean grouped;
    /** True if the number last read is a fraction with a slash. */
    boolean fraction;

    DigitReader(Tokens tokens, NumeralWords words, Language language) {
        this.tokens = tokens;
        this.words = words;
        this.english = language == Language.EN;
    }

    /** The value of the number that begins with the digits at token i; NaN if it is no number (too long). */
    double read(int i, boolean mayGroupBySpace) {
        grouped = false;
        fraction = false;
        to = i + 1;
        double value = digits(i);
        char separator = groupSign(i, mayGroupBySpace);
        if (separator != 0) {
            return groups(i, value, separator);
        }
        if (joinedSign(i + 1, '/') && digitsAt(i + 2) && !joinedSign(i + 3, '/') && digits(i + 2) > 0) {
            fraction = true;
            to = i + 3;
            return value / digits(i + 2);
        }
        return decimal(i, value);
    }

    private double decimal(int last, double value) {
        boolean sign = joinedSign(last + 1, '.') || (!english && joinedSign(last + 1, ','));
        if (!sign || !digitsAt(last + 2) || (joinedSign(last + 3, '.') && digitsAt(last + 4))) {
            return value;
        }
        to = last + 3;
        String exponent = exponent(to);
        return Double.parseDouble(plain(value) + "." + raw(last + 2) + exponent);
    }

    /** "e6" behind a decimal, both joined; empty if there is none. */
    private String exponent(int i) {
        boolean e = tokens.is(i, Tokens.Kind.WORD) && tokens.joined(i) && raw(i).equalsIgnoreCase("e");
        if (!e || !digitsAt(i + 1) || !tokens.joined(i + 1) || tokens.end(i + 1) - tokens.start(i + 1) > 2) {
            return "";
        }
        to = i + 2;
        return "e" + raw(i + 1);
    }

    private static String plain(double whole) {
        return Long.toString((long) whole);
    }

    /** The sign between groups of three, or 0 if token i stands alone. */
    private char groupSign(int i, boolean bySpace) {
        int length = tokens.end(i) - tokens.start(i);
        if (length > 3 || raw(i).charAt(0) == '0') {
            return 0;
        }
        if (three(i + 1) && spaced(i + 1, bySpace)) {
            return ' ';
        }
        if (joinedSign(i + 1, ',') && three(i + 2) && tokens.joined(i + 2) && !digitsFollow(i + 2)) {
            return english || !scaleAfter(i + 3) ? ',' : 0;
        }
        boolean points = joinedSign(i + 1, '.') && three(i + 2) && tokens.joined(i + 2);
        if (!points) {
            return 0;
        }
        boolean twice = joinedSign(i + 3, '.') && three(i + 4) && tokens.joined(i + 4);
        return twice || (!english && !scaleAfter(i + 3)) ? '.' : 0;
    }

    private boolean digitsFollow(int i) {
        return digitsAt(i + 1) && tokens.joined(i + 1);
    }

    private boolean scaleAfter(int i) {
        var kinds = words.kinds(words.at(tokens, i));
        return kinds.containsKey(Kind.SCALE) || kinds.containsKey(Kind.PERCENT) || kinds.containsKey(Kind.POINTS);
    }

    private double groups(int i, double first, char separator) {
        double value = first;
        int last = i;
        grouped = true;
        while (true) {
            int next = separator == ' ' ? last + 1 : last + 2;
            boolean goesOn = separator == ' '
                    ? three(next) && spaced(next, true) && !ordinalEnd(next)
                    : joinedSign(last + 1, separator) && three(next) && tokens.joined(next);
            if (!goesOn || (last != i && value > 1e12)) {
                break;
            }
            value = value * 1000 + digits(next);
            last = next;
        }
        to = last + 1;
        return separator == '.' ? value : decimalAfterGroups(last, value, separator);
    }

    private double decimalAfterGroups(int last, double value, char separator) {
        return separator == ',' && !english ? value : decimal(last, value);
    }

    private boolean ordinalEnd(int i) {
        return tokens.is(i + 1, '-') && tokens.joined(i + 1) && words.is(tokens, i + 2, Kind.ORDEND);
    }

    private boolean spaced(int i, boolean plainSpace) {
        if (tokens.start(i) - tokens.end(i - 1) != 1) {
            return false;
        }
        char space = tokens.text().charAt(tokens.start(i) - 1);
        boolean hard = space == '\u00A0' || space == '\u2009' || space == '\u202F' || space == '\u2007';
        return hard || (space == ' ' && plainSpace && !english);
    }

    private boolean three(int i) {
        return digitsAt(i) && tokens.end(i) - tokens.start(i) == 3;
    }

    private boolean digitsAt(int i) {
        return tokens.is(i, Tokens.Kind.DIGITS);
    }

    private boolean joinedSign(int i, char sign) {
        return tokens.is(i, sign) && tokens.joined(i) && tokens.joined(i + 1);
    }

    private String raw(int i) {
        return tokens.raw(i);
    }

    private double digits(int i) {
        if (tokens.end(i) - tokens.start(i) > LONGEST) {
            return Double.NaN;
        }
        long value = 0;
        for (int at = tokens.start(i); at < tokens.end(i); at++) {
            value = value * 10 + (tokens.text().charAt(at) - '0');
        }
        return value;
    }
}
