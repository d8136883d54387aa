package org.tallywire.aggregate.spike;

import java.nio.ByteBuffer;

/**
 * Counts and expectations of the last buckets, newest first, for the tests of short windows. A bucket that was not tested holds zeros,
 * so it adds to neither side.
 */
final class Windows {
    private static final double LONGER = 2;
    /** Own mid-p above which a bucket looks usual. */
    static final double USUAL = 0.3;

    private final int[] lengths;
    private final double oddsScale;
    private final double[] counts;
    private final double[] means;
    /** Variance beyond dispersion * mean that a bucket has because not all of it is in. */
    private final double[] extras;

    Windows(Grain grain) {
        this.lengths = grain.windows();
        this.oddsScale = grain.oddsScale();
        this.counts = new double[grain.longest()];
        this.means = new double[grain.longest()];
        this.extras = new double[grain.longest()];
    }

    void push(double count, double mean, double extra) {
        int last = counts.length - 1;
        System.arraycopy(counts, 0, counts, 1, last);
        System.arraycopy(means, 0, means, 1, last);
        System.arraycopy(extras, 0, extras, 1, last);
        counts[0] = count;
        means[0] = mean;
        extras[0] = extra;
    }

    void pushUntested() {
        push(0, 0, 0);
    }

    void clear() {
        for (int i = 0; i < counts.length; i++) {
            pushUntested();
        }
    }

    /**
     * Weighted harmonic mean (Wilson 2019) of the newest bucket's own mid-p and those of the longer windows that end with it, each of which
     * weighs double. A window counts in full only if its newest bucket holds half of its evidence: p_h becomes max(p_h, p1 sqrt(p_h)), or a
     * past peak would keep ordinary buckets after it conspicuous; if that bucket looks usual by itself, it counts no more than the bucket. The odds of the mean are scaled to make small p hold what they promise.
     *
     * @param p1 mid-p of the newest bucket
     * @param dispersion dispersion of counts around a known mean
     * @param uncertainty relative variance of the mean, common to all buckets of a window
     */
    double combine(double p1, double dispersion, double uncertainty) {
        double weights = 1;
        double inverse = 1 / p1;
        for (int i = 1; i < lengths.length; i++) {
            double p = midP(lengths[i], dispersion, uncertainty);
            inverse += LONGER / (p1 > USUAL ? Math.max(p, p1) : Math.max(p, p1 * Math.sqrt(p)));
            weights += LONGER;
        }
        double mean = Math.min(1, weights / inverse);
        return oddsScale * mean / (1 - (1 - oddsScale) * mean);
    }

    private double midP(int length, double dispersion, double uncertainty) {
        double count = 0;
        double mean = 0;
        double extra = 0;
        for (int i = 0; i < length; i++) {
            count += counts[i];
            mean += means[i];
            extra += extras[i];
        }
        if (mean == 0) {
            return 1;
        }
        return NegativeBinomial.midP(
                Math.round(count), mean, Math.max(1, dispersion + uncertainty * mean + extra / mean));
    }

    /** The most by which the counts of a window exceed their expectations. */
    double excess() {
        double most = counts[0] - means[0];
        for (int length : lengths) {
            double excess = 0;
            for (int i = 0; i < length; i++) {
                excess += counts[i] - means[i];
            }
            most = Math.max(most, excess);
        }
        return most;
    }

    int bytes() {
        return 3 * counts.length * Double.BYTES;
    }

    void write(ByteBuffer out) {
        Doubles.write(out, counts);
        Doubles.write(out, means);
        Doubles.write(out, extras);
    }

    void read(ByteBuffer in) {
        Doubles.read(in, counts);
        Doubles.read(in, means);
        Doubles.read(in, extras);
    }
}
