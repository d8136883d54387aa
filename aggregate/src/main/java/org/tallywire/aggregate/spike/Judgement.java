package org.tallywire.aggregate.spike;

/**
 * What a rule says of one bucket from what stands before it.
 *
 * @param p probability of so many or more in this bucket or in one of the short windows that end with it; small = unusually many
 * @param p1 the same of this bucket alone; closes an episode
 * @param whole p1 as if a partial bucket were over: small = already too many for a full one; equals p1 otherwise
 * @param excess most that the bucket, or a tested window ending with it, holds above its expectation
 * @param expected mean of what should be in by now
 * @param lower 5 % quantile of what should be in by now
 * @param upper 95 % quantile, or the limit of a rule that has one
 * @param dispersion variance of the prediction over its mean
 * @param label why p is 1 or not to be trusted
 */
public record Judgement(
        double p,
        double p1,
        double whole,
        double excess,
        double expected,
        double lower,
        double upper,
        double dispersion,
        Label label) {
    /** A bucket that is not tested. */
    static Judgement untested(double expected, double dispersion, Label label) {
        return new Judgement(1, 1, 1, 0, expected, Double.NaN, Double.NaN, dispersion, label);
    }
}
