package org.tallywire.aggregate.spike;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The EARS detectors C1, C2, C3 of Hutwagner et al. (2003): mean m and standard deviation s (n - 1, at least a floor) of a short baseline.
 * C1 takes the buckets t-n..t-1, C2 and C3 t-n-2..t-3. Upper bound of C1 and C2: m + z s. C3 adds what C2 exceeded just before:
 * max(0, m + s (z - e(t-1) - e(t-2))) with e = max(0, (y - m)/s - 1). Alert above the bound. A bucket that is missing counts 0.
 */
public final class Ears implements Rule {
    /** Which of the three. */
    public enum Kind {
        C1(0, 0.001),
        C2(2, 0.001),
        C3(2, 0.025);

        private final int lag;
        private final double z;

        Kind(int lag, double above) {
            this.lag = lag;
            this.z = Normal.quantileAbove(above);
        }
    }

    private final Kind kind;
    private final int baseline;
    private final double leastSigma;

    /**
     * @param baseline buckets of the baseline, 7 as published
     * @param leastSigma floor of the standard deviation; with 0 the first case after an empty baseline always alarms, 0.5 is usual
     */
    public Ears(Kind kind, int baseline, double leastSigma) {
        this.kind = kind;
        this.baseline = baseline;
        this.leastSigma = leastSigma;
    }

    @Override
    public String name() {
        return "ears-" + kind.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public List<Finding> judge(List<Bucket> buckets) {
        double[] counts = buckets.stream().mapToDouble(Bucket::count).toArray();
        List<Finding> findings = new ArrayList<>(counts.length);
        for (int t = 0; t < counts.length; t++) {
            findings.add(judge(counts, t));
        }
        return findings;
    }

    /** Judges the bucket at position t; those after it are not looked at. */
    Finding judge(double[] counts, int t) {
        boolean third = kind == Kind.C3;
        if (t < baseline + kind.lag + (third ? 2 : 0)) {
            return Finding.NONE;
        }
        double mean = mean(counts, t);
        double sigma = sigma(counts, t, mean);
        double before = third ? excess(counts, t - 1) + excess(counts, t - 2) : 0;
        double bound = mean + sigma * (kind.z - before);
        double upper = third ? Math.max(0, bound) : bound;
        double p = sigma > 0 ? Normal.above((counts[t] - mean) / sigma + before) : counts[t] > mean ? 0 : 1;
        return new Finding(mean, upper, p, counts[t] > upper);
    }

    private double excess(double[] counts, int t) {
        double mean = mean(counts, t);
        return Math.max(0, (counts[t] - mean) / sigma(counts, t, mean) - 1);
    }

    private double mean(double[] counts, int t) {
        int end = t - kind.lag;
        return Arrays.stream(counts, end - baseline, end).sum() / baseline;
    }

    private double sigma(double[] counts, int t, double mean) {
        int end = t - kind.lag;
        double squares = Arrays.stream(counts, end - baseline, end)
                .map(count -> (count - mean) * (count - mean))
                .sum();
        return Math.max(leastSigma, Math.sqrt(squares / (baseline - 1)));
    }
}
