package org.tallywire.aggregate.spike;

import java.nio.ByteBuffer;

/**
 * A log-linear model of a count's mean whose coefficients drift: West, Harrison, Migon (1985), with a gamma step for the count and
 * bounded component discounting. Of the covariance only the lower triangle is kept, so that rounding cannot make it asymmetric.
 */
final class DynamicModel {
    private static final double LEAST_ETA = -12;
    private static final double MOST_ETA = 25;
    private static final double LEAST_VARIANCE = 1e-8;
    private static final double MOST_VARIANCE = 50;

    final ModelShape shape;
    private final double[] b;
    private final double[] cov;
    private final double[] covX;
    private final double[] growth;
    private double eta;
    private double variance;

    DynamicModel(ModelShape shape) {
        this.shape = shape;
        this.b = new double[shape.size];
        this.cov = new double[shape.triangle()];
        this.covX = new double[shape.size];
        this.growth = new double[shape.size];
        for (int i = 0; i < shape.size; i++) {
            cov[at(i, i)] = shape.prior(i);
        }
    }

    double level() {
        return b[0];
    }

    void level(double logMean) {
        b[0] = logMean;
    }

    /** Moves on by one bucket: the level by its slope, and every variance by its discount up to the prior one. */
    void evolve() {
        if (shape.sloped()) {
            drift();
        }
        for (int i = 0; i < shape.size; i++) {
            double inflated = cov[at(i, i)] * shape.inflation(i) * shape.inflation(i);
            growth[i] = inflated <= shape.prior(i)
                    ? shape.inflation(i)
                    : shape.inflation(i) * Math.sqrt(shape.prior(i) / inflated);
        }
        for (int i = 0, k = 0; i < shape.size; i++) {
            for (int j = 0; j <= i; j++, k++) {
                cov[k] *= growth[i] * growth[j];
            }
        }
    }

    /** Adds the slope to the level, in the mean and in row and column of the covariance. */
    private void drift() {
        b[0] += b[1];
        cov[0] += 2 * cov[1] + cov[2];
        cov[1] += cov[2];
        for (int i = 2; i < shape.size; i++) {
            cov[at(i, 0)] += cov[at(i, 1)];
        }
    }

    /** Mean of the count at the columns x; its log has the variance {@link #variance()}. */
    double predict(double[] x) {
        double sum = 0;
        double spread = 0;
        for (int i = 0; i < shape.size; i++) {
            double cx = 0;
            for (int j = 0; j < shape.size; j++) {
                cx += cov[i >= j ? at(i, j) : at(j, i)] * column(x, j);
            }
            covX[i] = cx;
            sum += b[i] * column(x, i);
            spread += cx * column(x, i);
        }
        eta = Math.clamp(sum, LEAST_ETA, MOST_ETA);
        variance = Math.clamp(spread, LEAST_VARIANCE, MOST_VARIANCE);
        return Math.exp(eta);
    }

    /** Variance of the log of the predicted mean. */
    double variance() {
        return variance;
    }

    /** Takes in a count at the columns last predicted: gamma prior of the mean, Poisson likelihood tempered by the dispersion. */
    void learn(double count, double dispersion) {
        double shapeBefore = 1 / variance;
        double shapeAfter = shapeBefore + count / dispersion;
        double rateAfter = shapeBefore * Math.exp(-eta) + 1 / dispersion;
        double step = (Math.log(shapeAfter / rateAfter) - eta) / variance;
        double shrink = (1 - Math.min(1 / (shapeAfter * variance), 1)) / variance;
        for (int i = 0, k = 0; i < shape.size; i++) {
            b[i] += covX[i] * step;
            for (int j = 0; j <= i; j++, k++) {
                cov[k] -= covX[i] * covX[j] * shrink;
            }
        }
    }

    private double column(double[] x, int i) {
        int column = shape.column(i);
        return column == Basis.SLOPE ? 0 : x[column];
    }

    private static int at(int row, int column) {
        return row * (row + 1) / 2 + column;
    }

    int bytes() {
        return Double.BYTES * (b.length + cov.length);
    }

    void write(ByteBuffer out) {
        Doubles.write(out, b);
        Doubles.write(out, cov);
    }

    void read(ByteBuffer in) {
        Doubles.read(in, b);
        Doubles.read(in, cov);
    }
}
