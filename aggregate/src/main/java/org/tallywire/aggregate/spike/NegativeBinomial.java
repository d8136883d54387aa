package org.tallywire.aggregate.spike;

/**
 * The negative binomial by mean and dispersion: variance = dispersion * mean, size = mean / (dispersion - 1), success probability
 * 1 / dispersion; dispersion 1 is Poisson. Counts are whole and not negative. Nothing here allocates.
 *
 * <p>Masses follow the saddle-point form of Loader (2000), "Fast and accurate computation of binomial probabilities"; tails are summed
 * from the count away from the mean, so that small ones keep their relative accuracy, or come from the continued fraction of the
 * incomplete beta function where the sum would be long.
 */
public final class NegativeBinomial {
    private static final double POISSON = 1 + 1e-12;
    private static final double LEAST_MEAN = 1e-12;
    private static final int PRODUCT_LIMIT = 24;
    private static final double LONG_SUM = 1e5;
    private static final double NEGLIGIBLE = 1e-17;
    /** Below it the terms of a sum leave the normal numbers, where a product may round to the number itself for ever. */
    private static final double LEAST_MASS = 1e-280;

    private NegativeBinomial() {}

    /** Natural logarithm of P(Y = y). */
    public static double logPmf(long y, double mean, double dispersion) {
        double m = Math.max(mean, LEAST_MEAN);
        if (dispersion <= POISSON) {
            return y == 0 ? -m : SaddlePoint.logPoisson(y, m);
        }
        double size = m / (dispersion - 1);
        if (y == 0) {
            return -size * Math.log1p(dispersion - 1);
        }
        return SaddlePoint.logBinomial(size, y, 1 / dispersion, (dispersion - 1) / dispersion)
                + Math.log(size / (size + y));
    }

    /** P(Y = y). */
    public static double pmf(long y, double mean, double dispersion) {
        double m = Math.max(mean, LEAST_MEAN);
        double start = logPmf(0, m, dispersion);
        if (y > PRODUCT_LIMIT || start < -600) {
            return Math.exp(logPmf(y, m, dispersion));
        }
        double mass = Math.exp(start);
        double q = odds(dispersion);
        double step = step(m, dispersion);
        for (int k = 0; k < y; k++) {
            mass *= (step + k * q) / (k + 1);
        }
        return mass;
    }

    /** P(Y >= y). */
    public static double atLeast(long y, double mean, double dispersion) {
        return atLeast(y, mean, dispersion, pmf(y, mean, dispersion));
    }

    /** P(Y >= y), where P(Y = y) is known already. */
    static double atLeast(long y, double mean, double dispersion, double pmf) {
        double m = Math.max(mean, LEAST_MEAN);
        if (y <= 0) {
            return 1;
        }
        if (y == 1) {
            return -Math.expm1(logPmf(0, m, dispersion));
        }
        if (m * dispersion > LONG_SUM && dispersion > POISSON) {
            return IncompleteBeta.atLeast(y, m, dispersion, pmf);
        }
        return y > m ? Math.min(1, sumUp(y, m, dispersion, pmf)) : Math.max(1 - sumDown(y, m, dispersion, pmf), pmf);
    }

    /** Mid-p of a count: P(Y > y) + P(Y = y) / 2, never 0. */
    public static double midP(long y, double mean, double dispersion) {
        double mass = pmf(y, mean, dispersion);
        return Math.max(atLeast(y, mean, dispersion, mass) - mass / 2, Double.MIN_NORMAL);
    }

    /** The smallest count whose P(Y <= count) is at least {@code probability}, a share within (0, 1). */
    public static long quantile(double probability, double mean, double dispersion) {
        double above = (1 - probability) * (1 + 64 * Math.ulp(1.0));
        return Quantile.first(mean + 2 * Math.sqrt(mean * dispersion), k -> atLeast(k + 1, mean, dispersion) <= above);
    }

    /** P(Y >= y) for y above the mean: the ratio of neighbours falls below 1 there. */
    private static double sumUp(long y, double mean, double dispersion, double pmf) {
        if (pmf < LEAST_MASS) {
            return pmf;
        }
        double q = odds(dispersion);
        double step = step(mean, dispersion);
        double term = pmf;
        double sum = 0;
        for (double k = y; term > NEGLIGIBLE * (sum + term); k++) {
            sum += term;
            term *= (step + k * q) / (k + 1);
        }
        return sum;
    }

    /** P(Y < y) for y up to the mean. */
    private static double sumDown(long y, double mean, double dispersion, double pmf) {
        double q = odds(dispersion);
        double step = step(mean, dispersion);
        double term = pmf;
        double sum = 0;
        for (double k = y; k > 0 && term > NEGLIGIBLE * sum; k--) {
            term *= k / (step + (k - 1) * q);
            sum += term;
        }
        return sum;
    }

    /** Failure probability 1 - 1/dispersion; P(k+1)/P(k) = (step + k * odds) / (k + 1). */
    private static double odds(double dispersion) {
        return dispersion <= POISSON ? 0 : (dispersion - 1) / dispersion;
    }

    /** size * odds, which is mean / dispersion. */
    private static double step(double mean, double dispersion) {
        return dispersion <= POISSON ? mean : mean / dispersion;
    }
}
