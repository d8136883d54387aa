package org.tallywire.enrich.number;

import java.util.Map;
import org.tallywire.enrich.number.NumeralWords.Kind;
import org.tallywire.enrich.text.Language;
import org.tallywire.enrich.text.Tokens;

/**
 * Adds up a run of numeral words and digits: units and tens add, hundred multiplies what stands before it, a scale multiplies and
 * closes; scales must fall; anything else ends the number. One use: {@link #read} at a token, then the fields.
 */
final class CardinalReader {
    private static final int OPEN = 9;

    private final Tokens tokens;
    private final NumeralWords words;
    private final DigitReader digits;
    private final boolean english;

    double value;
    int to;
    boolean spelled;
    boolean scaled;
    boolean about;
    /** True if a part (third), not the words before it, closes the number: it is a fraction. */
    Numeral.Shape shape = Numeral.Shape.CARDINAL;
    /** The number without its last scale: 3 for "3 тыс."; a range spreads the scale to its lower end. */
    double unscaled;

    double lastScale;
    /** Value before the last "and", kept for "twenty and three fifths". */
    private double beforeAnd;

    /** True if two numbers were read as a pair: twenty twenty-three. */
    boolean paired;

    private double total;
    private double group;
    private int rank;
    private boolean any;
    private boolean afterCouple;
    private int sentence;

    CardinalReader(Tokens tokens, NumeralWords words, DigitReader digits, Language language) {
        this.tokens = tokens;
        this.words = words;
        this.digits = digits;
        this.english = language == Language.EN;
    }

    /** The same after "a couple of": plural groups (сотен) count there. */
    boolean readCounted(int i) {
        afterCouple = true;
        boolean found = read(i, false);
        afterCouple = false;
        return found;
    }

    /** True if a number begins at token i; then the fields hold it. */
    boolean read(int i, boolean mayGroupBySpace) {
        total = 0;
        group = 0;
        rank = OPEN;
        any = false;
        spelled = true;
        scaled = false;
        about = false;
        lastScale = Double.POSITIVE_INFINITY;
        unscaled = Double.NaN;
        beforeAnd = 0;
        paired = false;
        shape = Numeral.Shape.CARDINAL;
        to = i;
        sentence = tokens.sentence(i);
        int at = i;
        while (at >= 0) {
            at = step(at, mayGroupBySpace && at == i);
        }
        value = total + group;
        return any && to > i;
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
        if (!take(kinds) && !takeStart(kinds)) {
            return -1;
        }
        any = true;
        to = next;
        return rank == 0 ? -1 : link(to);
    }

    private int digitStep(int at, boolean mayGroupBySpace) {
        boolean fresh = !any;
        boolean afterScale = rank == OPEN && lastScale != Double.POSITIVE_INFINITY;
        boolean afterHundred = rank == 3 && !spelled;
        if (!fresh && !afterScale && !afterHundred) {
            return -1;
        }
        double read = digits.read(at, mayGroupBySpace);
        double below = afterHundred ? 100 : lastScale;
        if (Double.isNaN(read) || (!fresh && (read >= below || read != Math.rint(read)))) {
            return -1;
        }
        group += read;
        any = true;
        spelled = false;
        scaled |= digits.grouped;
        to = digits.to;
        rank = 1;
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
                close(scale);
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

    private boolean take(Map<Kind, Double> kinds) {
        Double digit = kinds.getOrDefault(Kind.DIGIT, kinds.get(Kind.COLLECTIVE));
        if (digit != null) {
            return add(digit, 1, 1);
        }
        if (kinds.containsKey(Kind.TEEN)) {
            return add(kinds.get(Kind.TEEN), 2, 1);
        }
        if (kinds.containsKey(Kind.TEN)) {
            return add(kinds.get(Kind.TEN), 2, 2);
        }
        if (kinds.containsKey(Kind.HUNDREDS)) {
            return add(kinds.get(Kind.HUNDREDS), 3, 3);
        }
        if (kinds.containsKey(Kind.HUNDRED)) {
            return hundred();
        }
        if (kinds.containsKey(Kind.SCALE)) {
            return scale(kinds.get(Kind.SCALE), kinds);
        }
        if (kinds.containsKey(Kind.GROUP) || ((any || afterCouple) && kinds.containsKey(Kind.VAGUEGROUP))) {
            return groupOf(kinds.getOrDefault(Kind.GROUP, kinds.getOrDefault(Kind.VAGUEGROUP, 0.0)));
        }
        if (any && kinds.containsKey(Kind.VAGUESCALE)) {
            return scale(kinds.get(Kind.VAGUESCALE), kinds);
        }
        if (kinds.containsKey(Kind.WITHHALF) && any && rank == 1) {
            group += 0.5;
            return true;
        }
        return false;
    }

    /** Words that only begin a number: полтора, half a, a couple of. */
    private boolean takeStart(Map<Kind, Double> kinds) {
        if (any) {
            return false;
        }
        if (kinds.containsKey(Kind.WHOLE)) {
            double whole = kinds.get(Kind.WHOLE);
            group = whole;
            rank = whole < 2 ? 1 : 0;
            return true;
        }
        return false;
    }

    private boolean add(double more, int needsRankAbove, int newRank) {
        if (rank <= needsRankAbove && inPairs(more)) {
            rank = newRank;
            return true;
        }
        if (rank <= needsRankAbove || (more == 0 && any)) {
            return false;
        }
        group += more;
        rank = more == 0 ? 0 : newRank;
        return true;
    }

    /** English reads years and room numbers in pairs: twenty twenty-three, nineteen eighty-four. */
    private boolean inPairs(double more) {
        if (!english || more < 10 || group <= 0 || group >= 100 || total > 0 || !spelled) {
            return false;
        }
        group = group * 100 + more;
        paired = true;
        return true;
    }

    private boolean hundred() {
        if (group >= 100 || rank == 3) {
            return false;
        }
        group = (group == 0 ? 1 : group) * 100;
        rank = 3;
        return true;
    }

    private boolean scale(double scale, Map<Kind, Double> kinds) {
        if (scale >= lastScale || (group == 0 && any)) {
            return false;
        }
        if (!any && !afterCouple && kinds.containsKey(Kind.VAGUEALONE)) {
            return false;
        }
        if (group == 0) {
            group = 1;
        }
        close(scale);
        return true;
    }

    private void close(double scale) {
        unscaled = total == 0 ? group : Double.NaN;
        total += group * scale;
        total = Math.abs(total - Math.rint(total)) < 1e-6 ? Math.rint(total) : total;
        group = 0;
        lastScale = scale;
        rank = OPEN;
        scaled = true;
        any = true;
    }

    private boolean groupOf(double size) {
        if (any && group == 0) {
            return false;
        }
        double addend = beforeAnd > 0 ? beforeAnd : 0;
        unscaled = group == 0 ? 1 : group - addend;
        group = addend + unscaled * size;
        lastScale = size;
        rank = 0;
        scaled = true;
        return true;
    }

    /** The token to go on with after a hyphen, "and" or comma that may stand inside a number; the same token if none stands here. */
    private int link(int at) {
        if (!english) {
            return at;
        }
        int next = at;
        if (tokens.is(at, '-') && tokens.joined(at) == tokens.joined(at + 1) && rank == 2 && plainHyphen(at)) {
            next = at + 1;
        } else if (tokens.is(at, ',') && rank == OPEN && spelled) {
            next = at + 1;
        }
        boolean and = words.is(tokens, next, Kind.AND) && (rank == 3 || rank == OPEN);
        if (and) {
            next++;
        }
        if (next == at) {
            return at;
        }
        boolean small = smallAt(next);
        if (small && and) {
            beforeAnd = total + group;
        }
        return small ? next : -1;
    }

    private boolean plainHyphen(int at) {
        return tokens.joined(at) || tokens.text().charAt(tokens.start(at)) == '-';
    }

    /** True if a number that can be added stands here. */
    private boolean smallAt(int at) {
        if (tokens.is(at, Tokens.Kind.DIGITS)) {
            return !spelled && (rank == 3 || lastScale != Double.POSITIVE_INFINITY);
        }
        Map<Kind, Double> kinds = words.kinds(words.at(tokens, at));
        return kinds.containsKey(Kind.DIGIT)
                || kinds.containsKey(Kind.TEEN)
                || kinds.containsKey(Kind.TEN)
                || (rank == 1 && kinds.containsKey(Kind.HUNDRED))
                || kinds.containsKey(Kind.ORDINAL);
    }

    /** What stood before the last "and" of the number, 0 without one. */
    double beforeAnd() {
        return beforeAnd;
    }
}
