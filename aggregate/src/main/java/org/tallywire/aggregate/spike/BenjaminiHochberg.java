package org.tallywire.aggregate.spike;

import java.util.Arrays;

/**
 * False discovery control over many tests of one tick: Benjamini, Hochberg (1995). Sort p ascending and reject up to the largest i with
 * p_(i) <= q i / n; of all rejections a share of about q is false on average.
 */
public final class BenjaminiHochberg {
    private BenjaminiHochberg() {}

    /**
     * Largest p that is rejected, -1 if none is.
     *
     * @param p one probability per series that closed a bucket, each within [0, 1]
     * @param q share of false alarms that is tolerated
     */
    public static double limit(double[] p, double q) {
        double[] sorted = p.clone();
        Arrays.sort(sorted);
        for (int i = sorted.length; i >= 1; i--) {
            if (sorted[i - 1] <= q * i / sorted.length) {
                return sorted[i - 1];
            }
        }
        return -1;
    }

    /** Adjusted p by position: the smallest q with which each would be rejected, at most 1. */
    public static double[] adjusted(double[] p) {
        Integer[] descending = new Integer[p.length];
        Arrays.setAll(descending, i -> i);
        Arrays.sort(descending, (a, b) -> Double.compare(p[b], p[a]));
        double[] adjusted = new double[p.length];
        double least = 1;
        for (int rank = 0; rank < p.length; rank++) {
            int i = descending[rank];
            least = Math.min(least, p[i] * p.length / (p.length - rank));
            adjusted[i] = least;
        }
        return adjusted;
    }
}
