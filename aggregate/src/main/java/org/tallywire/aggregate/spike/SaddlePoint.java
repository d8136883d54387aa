package org.tallywire.aggregate.spike;

/**
 * Logarithms of Poisson and binomial masses by deviance and Stirling's error, exact to a few units in the last place where a
 * difference of log-gammas would cancel; arguments need not be whole. Loader (2000).
 */
final class SaddlePoint {
    private static final double LOG_TWO_PI = Math.log(2 * Math.PI);
    /** From here on five terms of Stirling's series are enough. */
    private static final int SERIES_FROM = 16;

    private static final double[] ERROR_OF_WHOLE = wholeNumbers();

    private SaddlePoint() {}

    /** log of mean^y exp(-mean) / y!, y > 0. */
    static double logPoisson(double y, double mean) {
        return -stirlingError(y) - deviance(y, mean) - 0.5 * (LOG_TWO_PI + Math.log(y));
    }

    /** log of C(a + b, a) p^a q^b with the gamma function for the factorials; a, b > 0, p + q = 1, both given for accuracy. */
    static double logBinomial(double a, double b, double p, double q) {
        double n = a + b;
        double error = stirlingError(n) - stirlingError(a) - stirlingError(b);
        return error - deviance(a, n * p) - deviance(b, n * q) - 0.5 * (LOG_TWO_PI + Math.log(a) + Math.log(b / n));
    }

    /** x log(x / m) + m - x, without cancellation where x is near m. */
    static double deviance(double x, double m) {
        double v = (x - m) / (x + m);
        if (Math.abs(v) > 0.1) {
            return x * Math.log(x / m) + m - x;
        }
        double sum = (x - m) * v;
        double power = 2 * x * v;
        for (int j = 3; ; j += 2) {
            power *= v * v;
            double next = sum + power / j;
            if (next == sum) {
                return sum;
            }
            sum = next;
        }
    }

    /** log(x!) - log(sqrt(2 pi x) (x/e)^x), x > 0. */
    static double stirlingError(double x) {
        if (x < SERIES_FROM) {
            return x == Math.rint(x) ? ERROR_OF_WHOLE[(int) x] : byRecurrence(x);
        }
        double s = 1 / (x * x);
        return (1.0 / 12 - s * (1.0 / 360 - s * (1.0 / 1260 - s * (1.0 / 1680 - s / 1188)))) / x;
    }

    /** Logarithm of the beta function, a, b > 0. */
    static double logBeta(double a, double b) {
        return logGamma(a) + logGamma(b) - logGamma(a + b);
    }

    private static double logGamma(double x) {
        return stirlingError(x) + (x - 0.5) * Math.log(x) - x + 0.5 * LOG_TWO_PI;
    }

    /** Each step down from x + 1 to x adds (x + 1/2) log(1 + 1/x) - 1. */
    private static double byRecurrence(double x) {
        double sum = 0;
        double at = x;
        for (; at < SERIES_FROM; at++) {
            sum += (at + 0.5) * Math.log1p(1 / at) - 1;
        }
        return sum + stirlingError(at);
    }

    private static double[] wholeNumbers() {
        double[] errors = new double[SERIES_FROM];
        double factorial = 1;
        for (int k = 1; k < SERIES_FROM; k++) {
            factorial *= k;
            errors[k] = Math.log(factorial) - (k + 0.5) * Math.log(k) + k - 0.5 * LOG_TWO_PI;
        }
        return errors;
    }
}
