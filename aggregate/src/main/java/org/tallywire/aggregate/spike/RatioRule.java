package org.tallywire.aggregate.spike;

import java.util.ArrayList;
import java.util.List;

/** A yardstick: twice the mean of the last eight buckets or more. It has no probability; p is 0 or 1. */
public final class RatioRule implements Rule {
    private static final int BASELINE = 8;
    private static final double RATIO = 2;

    @Override
    public String name() {
        return "ratio";
    }

    @Override
    public List<Finding> judge(List<Bucket> buckets) {
        List<Finding> findings = new ArrayList<>(buckets.size());
        for (int t = 0; t < buckets.size(); t++) {
            if (t < BASELINE) {
                findings.add(Finding.NONE);
                continue;
            }
            double mean = buckets.subList(t - BASELINE, t).stream()
                    .mapToLong(Bucket::count)
                    .average()
                    .orElse(0);
            boolean alert = buckets.get(t).count() > 0 && buckets.get(t).count() >= RATIO * mean;
            findings.add(new Finding(mean, RATIO * mean, alert ? 0 : 1, alert));
        }
        return findings;
    }
}
