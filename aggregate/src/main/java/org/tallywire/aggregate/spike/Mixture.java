package org.tallywire.aggregate.spike;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Dynamic models of one series, weighted by how well each has predicted lately (dynamic model averaging: Raftery, Karny, Ettler 2010).
 * One bucket is predicted at a time; what is asked afterwards is about that prediction.
 */
final class Mixture {
    private static final double LEAST_LOG_WEIGHT = -7;
    private static final double LEAST_LOG_MASS = Math.log(1e-30);
    private static final double LEAST_MEAN = 1e-9;

    private final DynamicModel[] models;
    private final double[] logWeights;
    private final double[] weights;
    private final double[] full;
    private final double[] means;
    private final double[] dispersions;
    private double mean;
    private double variance;
    private double mass;
    private double tail;

    Mixture(ModelShape[] shapes) {
        this.models = Arrays.stream(shapes).map(DynamicModel::new).toArray(DynamicModel[]::new);
        this.logWeights = new double[shapes.length];
        this.weights = new double[shapes.length];
        this.full = new double[shapes.length];
        this.means = new double[shapes.length];
        this.dispersions = new double[shapes.length];
        Arrays.fill(logWeights, -Math.log(shapes.length));
    }

    void start(double firstCount) {
        for (DynamicModel model : models) {
            model.level(Math.log(Math.max(firstCount, 0.5)));
        }
    }

    void evolve() {
        for (DynamicModel model : models) {
            model.evolve();
        }
    }

    /** Predicts a whole bucket at the columns x. */
    void predict(double[] x, double dispersion) {
        for (int k = 0; k < models.length; k++) {
            weights[k] = Math.exp(logWeights[k]);
            full[k] = models[k].predict(x);
        }
        thin(1, 0, dispersion);
    }

    /** The same prediction for the share of the bucket that is in: every model thinned by a share that wobbles. */
    void thin(double share, double wobble, double dispersion) {
        mean = 0;
        variance = 0;
        for (int k = 0; k < models.length; k++) {
            means[k] = full[k] * share;
            dispersions[k] = 1
                    + (dispersion - 1) * share
                    + means[k] * models[k].variance()
                    + wobble * (1 - share) * (full[k] + dispersion - 1);
            mean += weights[k] * means[k];
            variance += weights[k] * means[k] * (dispersions[k] + means[k]);
        }
        variance -= mean * mean;
    }

    double mean() {
        return mean;
    }

    double variance() {
        return variance;
    }

    /** Variance over mean. */
    double dispersion() {
        return variance / Math.max(mean, LEAST_MEAN);
    }

    /** Sets {@link #tail()} and {@link #mass()} for a count. */
    void test(long count) {
        tail = 0;
        mass = 0;
        for (int k = 0; k < models.length; k++) {
            double pmf = NegativeBinomial.pmf(count, means[k], dispersions[k]);
            mass += weights[k] * pmf;
            tail += weights[k] * NegativeBinomial.atLeast(count, means[k], dispersions[k], pmf);
        }
    }

    /** P(Y >= count) of the count last tested. */
    double tail() {
        return tail;
    }

    /** P(Y = count) of the count last tested. */
    double mass() {
        return mass;
    }

    double midP() {
        return Math.max(tail - mass / 2, Double.MIN_NORMAL);
    }

    /** Smallest count whose P(Y <= count) is at least {@code probability}. */
    long quantile(double probability) {
        double z = probability < 0.5 ? -1.6 : 1.6;
        return Quantile.first(mean + z * Math.sqrt(variance), k -> above(k) <= 1 - probability);
    }

    private double above(long count) {
        double sum = 0;
        for (int k = 0; k < models.length; k++) {
            sum += weights[k] * NegativeBinomial.atLeast(count + 1, means[k], dispersions[k]);
        }
        return sum;
    }

    /** Takes in a whole bucket: {@code limited} teaches the slow models and the weights, {@code raw} the fast one. */
    void learn(double limited, double raw, double dispersion, double forget) {
        long whole = (long) limited;
        for (int k = 0; k < models.length; k++) {
            double log = NegativeBinomial.logPmf(whole, means[k], dispersions[k]);
            logWeights[k] = forget * logWeights[k] + Math.max(log, LEAST_LOG_MASS);
            models[k].learn(models[k].shape.fast ? raw : limited, dispersion);
        }
        normalise();
        for (int k = 0; k < models.length; k++) {
            logWeights[k] = Math.max(logWeights[k], LEAST_LOG_WEIGHT);
        }
        normalise();
    }

    /** Takes the zeros of a silent feed back from the fast model: it starts again at the level of the best slow one. */
    void reseedFast() {
        int best = 0;
        for (int k = 1; k < models.length; k++) {
            if (!models[k].shape.fast && logWeights[k] > logWeights[best]) {
                best = k;
            }
        }
        for (int k = 0; k < models.length; k++) {
            if (models[k].shape.fast) {
                models[k].level(models[best].level());
                logWeights[k] = LEAST_LOG_WEIGHT;
            }
        }
        normalise();
    }

    private void normalise() {
        double top = Double.NEGATIVE_INFINITY;
        for (double log : logWeights) {
            top = Math.max(top, log);
        }
        double sum = 0;
        for (double log : logWeights) {
            sum += Math.exp(log - top);
        }
        double total = top + Math.log(sum);
        for (int k = 0; k < logWeights.length; k++) {
            logWeights[k] -= total;
        }
    }

    int bytes() {
        return Double.BYTES * logWeights.length
                + Arrays.stream(models).mapToInt(DynamicModel::bytes).sum();
    }

    void write(ByteBuffer out) {
        Doubles.write(out, logWeights);
        for (DynamicModel model : models) {
            model.write(out);
        }
    }

    void read(ByteBuffer in) {
        Doubles.read(in, logWeights);
        for (DynamicModel model : models) {
            model.read(in);
        }
    }
}
