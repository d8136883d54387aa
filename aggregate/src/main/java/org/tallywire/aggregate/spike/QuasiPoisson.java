package org.tallywire.aggregate.spike;

import java.util.Arrays;

/**
 * A quasi-Poisson regression with log link and prior weights, fitted by iteratively reweighted least squares from mu = y + 0.1 until the
 * deviance settles. Leverages and covariance belong to the last system that was solved, residuals to the last mean.
 */
final class QuasiPoisson {
    private static final double SETTLED = 1e-8;
    private static final int MOST_STEPS = 25;

    private final double[][] x;
    private final double[] y;
    private final double[] prior;
    private final double[] mu;
    private final double[] weights;
    private LeastSquares system;

    QuasiPoisson(double[][] x, double[] y, double[] prior) {
        this.x = x;
        this.y = y;
        this.prior = prior;
        this.mu = Arrays.stream(y).map(count -> count + 0.1).toArray();
        this.weights = new double[y.length];
        this.system = solve();
        double before = deviance();
        for (int step = 0; step < MOST_STEPS; step++) {
            if (step > 0) {
                system = solve();
            }
            for (int i = 0; i < y.length; i++) {
                mu[i] = mean(x[i]);
            }
            double now = deviance();
            if (Math.abs(now - before) / (Math.abs(now) + 0.1) < SETTLED) {
                break;
            }
            before = now;
        }
    }

    private LeastSquares solve() {
        double[][] a = new double[y.length][];
        double[] z = new double[y.length];
        for (int i = 0; i < y.length; i++) {
            weights[i] = prior[i] * mu[i];
            double root = Math.sqrt(weights[i]);
            a[i] = Arrays.stream(x[i]).map(value -> value * root).toArray();
            z[i] = root * (Math.log(mu[i]) + (y[i] - mu[i]) / mu[i]);
        }
        return new LeastSquares(a, z);
    }

    private double deviance() {
        double sum = 0;
        for (int i = 0; i < y.length; i++) {
            double log = y[i] == 0 ? 0 : y[i] * Math.log(y[i] / mu[i]);
            sum += 2 * prior[i] * (log - (y[i] - mu[i]));
        }
        return sum;
    }

    double[] coefficients() {
        return system.solution();
    }

    /** Log of the mean at columns. */
    double eta(double[] columns) {
        double sum = 0;
        for (int j = 0; j < columns.length; j++) {
            sum += columns[j] * system.solution()[j];
        }
        return sum;
    }

    private double mean(double[] columns) {
        return Math.exp(eta(columns));
    }

    double fitted(int row) {
        return mu[row];
    }

    int degreesOfFreedom() {
        return y.length - x[0].length;
    }

    /** Sum of working weight * squared working residual over the degrees of freedom. */
    double dispersion() {
        return squares(weights);
    }

    /** The same with the prior weights alone. */
    double priorDispersion() {
        return squares(prior);
    }

    private double squares(double[] w) {
        double sum = 0;
        for (int i = 0; i < y.length; i++) {
            double residual = (y[i] - mu[i]) / mu[i];
            sum += w[i] * residual * residual;
        }
        return sum / degreesOfFreedom();
    }

    double leverage(int row) {
        double root = Math.sqrt(weights[row]);
        return system.variance(Arrays.stream(x[row]).map(value -> value * root).toArray());
    }

    /** Variance of eta at columns for dispersion 1. */
    double variance(double[] columns) {
        return system.variance(columns);
    }
}
