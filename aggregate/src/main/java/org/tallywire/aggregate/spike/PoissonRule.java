package org.tallywire.aggregate.spike;

import java.util.ArrayList;
import java.util.List;

/** A yardstick: the Poisson tail of the mean of the last eight buckets. It shouts wherever counts vary more than Poisson. */
public final class PoissonRule implements Rule {
    private static final int BASELINE = 8;
    private static final double LIMIT = 0.01;

    @Override
    public String name() {
        return "poisson";
    }

    @Override
    public List<Finding> judge(List<Bucket> buckets) {
        List<Finding> findings = new ArrayList<>(buckets.size());
        for (int t = 0; t < buckets.size(); t++) {
            if (t < BASELINE) {
                findings.add(Finding.NONE);
                continue;
            }
            long count = buckets.get(t).count();
            double mean = buckets.subList(t - BASELINE, t).stream()
                    .mapToLong(Bucket::count)
                    .average()
                    .orElse(0);
            double p = NegativeBinomial.atLeast(count, mean, 1);
            findings.add(new Finding(mean, NegativeBinomial.quantile(1 - LIMIT, mean, 1), p, p < LIMIT));
        }
        return findings;
    }
}
