package org.tallywire.enrich.number;

import java.util.Map;
import org.tallywire.enrich.number.NumeralWords.Kind;
import org.tallywire.enrich.text.Language;
import org.tallywire.enrich.text.Tokens;

/**
 * Reads a run of numeral words and digits as one number; anything else ends it. One use: {@link #read} at a token, then the fields
 * and the {@link #sum}.
 */
final class CardinalReader {
    private final Tokens tokens;
    private final NumeralWords words;
    private final DigitReader digits;
    private final boolean english;

    final CardinalSum sum;
    double value;
    /** Token after the number. */
    int to;
    /** FRACTION if the digits are one: 3/5. */
    Numeral.Shape shape = Numeral.Shape.CARDINAL;

    private int sentence;

    CardinalReader(Tokens tokens, NumeralWords words, DigitReader digits, Language language) {
        this.tokens = tokens;
        this.words = words;
        this.digits = digits;
        this.english = language == Language.EN;
        sum = new CardinalSum(english);
    }

    /** The same after "a couple of": plural groups (сотен) count there. */
    boolean readCounted(int i) {
        sum.afterCouple = true;
        boolean found = read(i, false);
        sum.afterCouple = false;
        return found;
    }

    /** True if a number begins at token i; then the fields hold it. */
    boolean read(int i, boolean mayGroupBySpace) {
        sum.start();
        shape = Numeral.Shape.CARDINAL;
        to = i;
        sentence = tokens.sentence(i);
        int at = i;
        while (at >= 0) {
            at = step(at, mayGroupBySpace && at == i);
        }
        value = sum.value();
        return sum.any && to > i;
    }

    /** Takes in what stands at token at; gives the token to go on with, or -1 at the end of the number. */
    private int step(int at, boolean mayGroupBySpace) {
        if (at >= tokens.size() || tokens.sentence(at) != sentence) {
            return -1;
        }
        if (tokens.is(at, Tokens.Kind.DIGITS)) {
            return digitStep(at, mayGroupBySpace);
        }
        int match = words.at(tokens, at);
        if (match == 0) {
            return -1;
        }
        Map<Kind, Double> kinds = words.kinds(match);
        int next = at + words.length(match);
        if (!sum.add(kinds)) {
            return -1;
        }
        to = next;
        return sum.rank == 0 ? -1 : link(to);
    }

    private int digitStep(int at, boolean mayGroupBySpace) {
        if (!sum.takesDigits() || !sum.addDigits(digits.read(at, mayGroupBySpace))) {
            return -1;
        }
        sum.scaled |= digits.grouped;
        to = digits.to;
        if (digits.fraction) {
            shape = Numeral.Shape.FRACTION;
            return -1;
        }
        return caseEnd(suffix(to));
    }

    /** Scale letters that touch the digits: 500k, 3М. */
    private int suffix(int at) {
        if (tokens.is(at, Tokens.Kind.WORD) && tokens.joined(at)) {
            Double scale = words.kinds(words.at(tokens, at)).get(Kind.SUFFIX);
            boolean metre = !english && scale != null && scale > 1000 && !tokens.capital(at);
            if (scale != null && !metre && tokens.end(at) - tokens.start(at) <= 3) {
                sum.close(scale);
                to = at + 1;
                return -1;
            }
        }
        return at;
    }

    /** Case endings of digits: 5-ти, 4-х миллионов. */
    private int caseEnd(int at) {
        if (at < 0) {
            return -1;
        }
        boolean ended = tokens.is(at, '-')
                && tokens.joined(at)
                && tokens.joined(at + 1)
                && words.is(tokens, at + 1, Kind.CASEEND);
        if (ended) {
            to = at + 2;
            return to;
        }
        return at;
    }

    /** The token to go on with after a hyphen, "and" or comma that may stand inside a number; the same token if none stands here. */
    private int link(int at) {
        if (!english) {
            return at;
        }
        int next = at;
        if (tokens.is(at, '-') && tokens.joined(at) == tokens.joined(at + 1) && sum.rank == 2 && plainHyphen(at)) {
            next = at + 1;
        } else if (tokens.is(at, ',') && sum.rank == CardinalSum.OPEN && sum.spelled) {
            next = at + 1;
        }
        boolean and = words.is(tokens, next, Kind.AND) && (sum.rank == 3 || sum.rank == CardinalSum.OPEN);
        if (and) {
            next++;
        }
        if (next == at) {
            return at;
        }
        boolean small = smallAt(next);
        if (small && and) {
            sum.beforeAnd = sum.value();
        }
        return small ? next : -1;
    }

    private boolean plainHyphen(int at) {
        return tokens.joined(at) || tokens.text().charAt(tokens.start(at)) == '-';
    }

    /** True if a number that can be added stands here. */
    private boolean smallAt(int at) {
        if (tokens.is(at, Tokens.Kind.DIGITS)) {
            return !sum.spelled && (sum.rank == 3 || sum.lastScale != Double.POSITIVE_INFINITY);
        }
        Map<Kind, Double> kinds = words.kinds(words.at(tokens, at));
        return kinds.containsKey(Kind.DIGIT)
                || kinds.containsKey(Kind.TEEN)
                || kinds.containsKey(Kind.TEN)
                || (sum.rank == 1 && kinds.containsKey(Kind.HUNDRED))
                || kinds.containsKey(Kind.ORDINAL);
    }
}
