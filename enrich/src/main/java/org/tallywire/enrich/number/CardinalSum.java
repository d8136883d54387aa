package org.tallywire.enrich.number;

import java.util.Map;
import org.tallywire.enrich.number.NumeralWords.Kind;

/**
 * Adds up numeral words: units and tens add, hundred multiplies what stands before it, a scale multiplies and closes; scales must
 * fall; what cannot be added is refused. {@link #start} begins the next number.
 */
final class CardinalSum {
    /** Rank of a number that takes anything next; units leave rank 1, tens 2, hundreds 3, the end of a number 0. */
    static final int OPEN = 9;

    private final boolean english;

    /** False once digits were read. */
    boolean spelled;

    boolean scaled;
    /** True if two numbers were read as a pair: twenty twenty-three. */
    boolean paired;
    /** The number without its last scale: 3 for "3 тыс."; a range spreads the scale to its lower end. */
    double unscaled;

    double lastScale;
    /** What stood before the last "and" of the number, 0 without one: "twenty and three fifths". */
    double beforeAnd;
    /** True behind "a couple of": plural groups (сотен) count there. */
    boolean afterCouple;

    int rank;
    boolean any;
    private double total;
    private double group;

    CardinalSum(boolean english) {
        this.english = english;
    }

    /** Begins a number. */
    void start() {
        total = 0;
        group = 0;
        rank = OPEN;
        any = false;
        spelled = true;
        scaled = false;
        paired = false;
        lastScale = Double.POSITIVE_INFINITY;
        unscaled = Double.NaN;
        beforeAnd = 0;
    }

    double value() {
        return total + group;
    }

    /** True if digits can stand here: first, behind a scale, or behind "hundred". */
    boolean takesDigits() {
        return !any || (rank == OPEN && lastScale != Double.POSITIVE_INFINITY) || afterHundred();
    }

    private boolean afterHundred() {
        return rank == 3 && !spelled;
    }

    /** Takes in digits; false if they are too many or a fraction behind other words. */
    boolean addDigits(double read) {
        double below = afterHundred() ? 100 : lastScale;
        if (Double.isNaN(read) || (any && (read >= below || read != Math.rint(read)))) {
            return false;
        }
        group += read;
        any = true;
        spelled = false;
        rank = 1;
        return true;
    }

    /** Takes in a word; false if it cannot be added here. */
    boolean add(Map<Kind, Double> kinds) {
        boolean taken = take(kinds) || takeStart(kinds);
        any |= taken;
        return taken;
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

    /** A scale closes what stands before it. */
    void close(double scale) {
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
}
