package org.tallywire.aggregate.spike;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tells whether one publisher's stock, a figure that only grows, has grown faster than it used to, or its figure for a period holds more
 * than those for earlier periods. Never fed to {@link Detector}: claims are
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
     * How much came in a time: the growth of a stock, or a figure for a closed period.
     *
     * @param day its end, days since 1970-01-01
     * @param count smallest count that the wordings allow
     * @param days its length
     */
    public record Growth(long day, long count, long days) {}

    /**
     * Judges the newest value of one publisher, measure and scope.
     *
     * @param values in order of day, corrections already applied; of several on a day the last counts
     * @return empty with fewer than three earlier differences, or where the value has not grown
     */
    public static Optional<Jump> newest(List<Value> values) {
        List<Growth> growths = growths(values);
        return growths.isEmpty() || values.getLast().day() != growths.getLast().day()
                ? Optional.empty()
                : newestOf(growths);
    }

    /**
     * Judges the last of several figures against the earlier ones.
     *
     * @param growths in order of day
     * @return empty with fewer than three earlier ones
     */
    public static Optional<Jump> newestOf(List<Growth> growths) {
        if (growths.size() <= LEAST_HISTORY) {
            return Optional.empty();
        }
        Growth newest = growths.getLast();
        List<Growth> earlier = growths.subList(0, growths.size() - 1);
        double grown = earlier.stream().mapToLong(Growth::count).sum() + 0.5;
        double rate = grown / earlier.stream().mapToLong(Growth::days).sum();
        double squares = earlier.stream()
                .mapToDouble(growth -> Math.pow(growth.count() - rate * growth.days(), 2) / (rate * growth.days()))
                .sum();
        double dispersion =
                Math.max(1, (squares + LEAST_HISTORY * USUAL_DISPERSION) / (earlier.size() + LEAST_HISTORY));
        double expected = rate * newest.days();
        double p = NegativeBinomial.midP(newest.count(), expected, dispersion + dispersion * expected / grown);
        boolean alert = p < LIMIT && newest.count() >= RATIO * expected;
        return Optional.of(new Jump(newest.count(), newest.days(), expected, p, alert));
    }

    /** Growth between successive values; a lower value is a correction or another scope and starts anew. */
    private static List<Growth> growths(List<Value> values) {
        List<Value> daily = new ArrayList<>();
        for (Value value : values) {
            if (!daily.isEmpty() && daily.getLast().day() == value.day()) {
                daily.removeLast();
            }
            daily.add(value);
        }
        List<Growth> growths = new ArrayList<>();
        for (int i = 1; i < daily.size(); i++) {
            Value before = daily.get(i - 1);
            Value now = daily.get(i);
            if (now.high() >= before.low()) {
                long least = Math.max(0, now.low() - before.high());
                growths.add(new Growth(now.day(), least, now.day() - before.day()));
            }
        }
        return growths;
    }
}
