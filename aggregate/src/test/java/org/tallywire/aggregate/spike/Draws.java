package org.tallywire.aggregate.spike;

import java.util.Random;

/** Random counts for simulated series, from a fixed seed. */
final class Draws {
    /** A Poisson count is drawn in parts of at most this mean. */
    private static final double PART = 30;

    private final Random random;

    Draws(long seed) {
        this.random = new Random(seed);
    }

    double uniform(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    /** A whole number from {@code low} up to, not including, {@code high}. */
    int whole(int low, int high) {
        return random.nextInt(low, high);
    }

    double normal() {
        return random.nextGaussian();
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** Variance = dispersion * mean. */
    long negativeBinomial(double mean, double dispersion) {
        return mean <= 0
                ? 0
                : dispersion <= 1 ? poisson(mean) : poisson(gamma(mean / (dispersion - 1)) * (dispersion - 1));
    }

    long poisson(double mean) {
        long sum = 0;
        for (double left = mean; left > 0; left -= PART) {
            double limit = Math.exp(-Math.min(left, PART));
            for (double product = random.nextDouble(); product > limit; product *= random.nextDouble()) {
                sum++;
            }
        }
        return sum;
    }

    /** Of scale 1: Marsaglia, Tsang (2000), "A simple method for generating gamma variables". */
    double gamma(double shape) {
        if (shape < 1) {
            return gamma(shape + 1) * Math.pow(random.nextDouble(), 1 / shape);
        }
        double d = shape - 1 / 3.0;
        while (true) {
            double x = random.nextGaussian();
            double v = Math.pow(1 + x / Math.sqrt(9 * d), 3);
            if (v > 0 && Math.log(random.nextDouble()) < x * x / 2 + d - d * v + d * Math.log(v)) {
                return d * v;
            }
        }
    }
}
