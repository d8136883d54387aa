package org.tallywire.aggregate.spike;

/** Tail and quantile of the standard normal distribution. */
final class Normal {
    private static final double SERIES_TO = 3;
    private static final int FRACTION_TERMS = 60;

    private Normal() {}

    /** P(Z > z). */
    static double above(double z) {
        if (z < 0) {
            return 1 - above(-z);
        }
        return z < SERIES_TO ? 0.5 - density(z) * series(z) : density(z) / fraction(z);
    }

    /** The z that is exceeded with probability {@code p}, within (0, 1). */
    static double quantileAbove(double p) {
        double low = -40;
        double high = 40;
        while (high - low > 1e-15 * Math.max(1, Math.abs(low))) {
            double middle = (low + high) / 2;
            if (middle == low || middle == high) {
                break;
            }
            if (above(middle) > p) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    private static double density(double z) {
        return Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
    }

    /** z + z^3/3 + z^5/15 + ... */
    private static double series(double z) {
        double term = z;
        double sum = z;
        for (int k = 3; term > 1e-18 * sum; k += 2) {
            term *= z * z / k;
            sum += term;
        }
        return sum;
    }

    /** z + 1/(z + 2/(z + 3/(z + ...))). */
    private static double fraction(double z) {
        double value = z;
        for (int k = FRACTION_TERMS; k >= 1; k--) {
            value = z + k / value;
        }
        return value;
    }
}
