package org.tallywire.aggregate.spike;

import java.util.List;

/** A way to judge whether a bucket of a series counts too much. */
public interface Rule {
    /** Name on the command line and in tables, e.g. {@code ears-c2}. */
    String name();

    /**
     * Judges every bucket from those that stand before it.
     *
     * @param buckets consecutive buckets of one series, oldest first
     * @return a finding per bucket, in the same order; what is found for one does not depend on later ones
     */
    List<Finding> judge(List<Bucket> buckets);

    /**
     * What a rule says of one bucket.
     *
     * @param expected mean it expected, NaN where it has none
     * @param upper limit or upper quantile, NaN where it has none
     * @param p probability of so many or more, NaN where the rule does not judge
     * @param alert what the rule decides with its usual limit
     */
    record Finding(double expected, double upper, double p, boolean alert) {
        static final Finding NONE = new Finding(Double.NaN, Double.NaN, Double.NaN, false);
    }
}
