package org.tallywire.enrich.number;

/**
 * A numeral of a text.
 *
 * @param from first token
 * @param to token after the last one
 * @param value the number; the lower end of a range; NaN if the words give none (dozens, several)
 * @param high the upper end of a range, else NaN
 * @param shape how it is written
 * @param spelled true if no digit is in it
 * @param scaled true if a scale word (thousand, тыс.) or grouping is in it
 * @param about true if the words themselves mean "about" (a couple of hundred)
 * @param firstEnd token after the lower end of a range, else {@code to}
 */
public record Numeral(
        int from,
        int to,
        double value,
        double high,
        Shape shape,
        boolean spelled,
        boolean scaled,
        boolean about,
        int firstEnd) {
    /** How a numeral is written. */
    public enum Shape {
        CARDINAL,
        RANGE,
        ORDINAL,
        FRACTION,
        PERCENT,
        POINTS,
        TIMES,
        VAGUE
    }

    static Numeral of(int from, int to, double value, Shape shape, boolean spelled) {
        return new Numeral(from, to, value, Double.NaN, shape, spelled, false, false, to);
    }

    Numeral as(Shape other, int newTo) {
        return new Numeral(from, newTo, value, high, other, spelled, scaled, about, firstEnd);
    }

    /** True for a whole number of four digits that can be a year of a living person's news. */
    public boolean yearLike() {
        return shape == Shape.CARDINAL
                && !spelled
                && !scaled
                && value >= 1900
                && value <= 2099
                && value == Math.rint(value);
    }
}
