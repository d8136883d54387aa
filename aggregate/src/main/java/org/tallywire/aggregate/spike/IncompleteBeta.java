package org.tallywire.aggregate.spike;

/**
 * Tails of the negative binomial as incomplete beta functions, by Lentz's evaluation of their continued fraction: a number of steps of the
 * order of the root of the variance at most. P(Y >= y) = I_q(y, size); the factor before the fraction is P(Y = y) itself.
 */
final class IncompleteBeta {
    private static final double TINY = 1e-300;
    private static final double PRECISION = 1e-16;
    private static final int MOST_STEPS = 200_000;

    private IncompleteBeta() {}

    /** P(Y >= y), y > 0, for mean and dispersion > 1, where P(Y = y) is known. */
    static double atLeast(long y, double mean, double dispersion, double pmf) {
        double size = mean / (dispersion - 1);
        double p = 1 / dispersion;
        double q = (dispersion - 1) / dispersion;
        if (q < (y + 1) / (y + size + 2)) {
            return pmf * fraction(y, size, q);
        }
        return 1 - pmf * y / size * fraction(size, y, p);
    }

    /** a B(a,b) I_x(a,b) / (x^a (1-x)^b), for x below (a + 1) / (a + b + 2). */
    static double fraction(double a, double b, double x) {
        double c = 1;
        double d = 1 / guard(1 - (a + b) * x / (a + 1));
        double h = d;
        for (int m = 1; m <= MOST_STEPS; m++) {
            double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            d = 1 / guard(1 + even * d);
            c = guard(1 + even / c);
            h *= d * c;
            double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = 1 / guard(1 + odd * d);
            c = guard(1 + odd / c);
            h *= d * c;
            if (Math.abs(d * c - 1) < PRECISION) {
                break;
            }
        }
        return h;
    }

    private static double guard(double value) {
        return Math.abs(value) < TINY ? TINY : value;
    }
}
