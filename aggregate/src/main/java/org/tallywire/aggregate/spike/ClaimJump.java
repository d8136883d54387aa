package org.tallywire.aggregate.spike;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tells whether one publisher's stock, a figure that only grows, has grown faster than it used to. Never fed to {@link Detector}: claims are
 * compared, not summed.
 *
 * <p>Of earlier growth D_i over T_i days: rate L = (sum D + 1/2) / sum T, dispersion f = max(1, mean (D_i - L T_i)^2 / (L T_i)) pulled to 2
 * with the weight of three; p = mid-p of NB(L T, f + f L T / (sum D + 1/2)) at the new D. An alert needs p &lt; 0.001 and D &gt;= 1.5 L T.
 */
public final class ClaimJump {
    private static final int LEAST_HISTORY = 3;
    private static final double LIMIT = 0.001;
    private static final double RATIO = 1.5;
    private static final double USUAL_DISPERSION = 2;

    private ClaimJump() {}

    /**
     * One published value.
     *
     * @param day as-of day, days since 1970-01-01
     * @param low smallest value that the wording allows: "over 4,100" 4101, "about 4,100" less
     * @param high largest such value
     */
    public record Value(long day, long low, long high) {
        /** A value that is meant exactly. */
        public static Value exact(long day, long value) {
            return new Value(day, value, value);
        }
    }

    /**
     * The newest growth and what was to be expected.
     *
     * @param growth smallest growth that the wordings allow
     * @param days in which it came about
     * @param expected growth at the earlier rate
     * @param p probability of so much or more
     * @param alert whether it is worth one
     */
    public record Jump(long growth, long days, double expected, double p, boolean alert) {}

    /**
     * Judges the newest value of one publisher, measure and scope.
     *
     * @param values in order of day, corrections already applied; of several on a day the last counts
     * @return empty with fewer than three earlier differences, or where the value has not grown
     */
    public static Optional<Jump> newest(List<Value> values) {
        List<long[]> growths = growths(values);
        if (growths.size() <= LEAST_HISTORY || values.getLast().day() != growths.getLast()[2]) {
            return Optional.empty();
        }
        long[] newest = growths.removeLast();
        double grown = growths.stream().mapToLong(growth -> growth[0]).sum() + 0.5;
        double rate = grown / growths.stream().mapToLong(growth -> growth[1]).sum();
        double squares = growths.stream()
                .mapToDouble(growth -> Math.pow(growth[0] - rate * growth[1], 2) / (rate * growth[1]))
                .sum();
        double dispersion =
                Math.max(1, (squares + LEAST_HISTORY * USUAL_DISPERSION) / (growths.size() + LEAST_HISTORY));
        double expected = rate * newest[1];
        double p = NegativeBinomial.midP(newest[0], expected, dispersion + dispersion * expected / grown);
        boolean alert = p < LIMIT && newest[0] >= RATIO * expected;
        return Optional.of(new Jump(newest[0], newest[1], expected, p, alert));
    }

    /** Growth, days and last day between successive values; a lower value is a correction or another scope and starts anew. */
    private static List<long[]> growths(List<Value> values) {
        List<Value> daily = new ArrayList<>();
        for (Value value : values) {
            if (!daily.isEmpty() && daily.getLast().day() == value.day()) {
                daily.removeLast();
            }
            daily.add(value);
        }
        List<long[]> growths = new ArrayList<>();
        for (int i = 1; i < daily.size(); i++) {
            Value before = daily.get(i - 1);
            Value now = daily.get(i);
            if (now.high() >= before.low()) {
                growths.add(new long[] {Math.max(0, now.low() - before.high()), now.day() - before.day(), now.day()});
            }
        }
        return growths;
    }
}
