package org.tallywire.aggregate.spike;

import java.nio.ByteBuffer;

/** Running estimate of the variance of counts over their mean beyond what the models' own uncertainty explains; at least 1. */
final class Dispersion {
    private static final double FULL_BUCKET = 0.2;
    private static final double LEAST_MEAN = 0.05;
    /** One bucket says no more than this, or than so many times what is known: where counts are large and wild it must be able to grow. */
    private static final double MOST = 60;

    private static final double MOST_TIMES = 12;

    private final double keep;
    private final double least;
    private double sum;
    private double weight;

    Dispersion(Grain grain) {
        this.keep = grain.dispersionKeep();
        this.least = grain.dispersionLeast();
        this.weight = grain.dispersionWeight();
        this.sum = grain.dispersion() * weight;
    }

    double value() {
        return Math.max(1, sum / weight);
    }

    /** Takes in a winsorised count; {@code uncertainty} is the part of the predicted dispersion that is the models'. */
    void learn(double count, double mean, double uncertainty) {
        double residual = count - mean;
        double ratio = residual * residual / Math.max(mean, LEAST_MEAN) - uncertainty;
        double share = Math.min(1, mean / FULL_BUCKET + least);
        sum = keep * sum + share * Math.clamp(ratio, 0, Math.max(MOST, MOST_TIMES * value()));
        weight = keep * weight + share;
    }

    static int bytes() {
        return 2 * Double.BYTES;
    }

    void write(ByteBuffer out) {
        out.putDouble(sum).putDouble(weight);
    }

    void read(ByteBuffer in) {
        sum = in.getDouble();
        weight = in.getDouble();
    }
}
