package org.tallywire.aggregate.spike;

/**
 * How a series is watched for spikes: what is tested and what the gate lets through.
 *
 * @param name rule name in alert keys
 * @param calendar open days of the series
 * @param weekly true for series below about 0.3 a day: buckets are weeks from Monday to Sunday
 * @param settleAfter days after which a day's count is taken for final and learned: 14 for news, 56 for courts
 * @param alpha largest p that opens an episode where no limit over all series is given
 * @param leastExcess what a bucket or tested window must hold above its expectation
 * @param leastRatio what observed / expected must be; 0 for any
 * @param leastBuckets open buckets that must have been seen before the first alert
 */
public record WatchRule(
        String name,
        OpenDays calendar,
        boolean weekly,
        int settleAfter,
        double alpha,
        double leastExcess,
        double leastRatio,
        int leastBuckets) {
    private static final double ALPHA = 0.001;
    private static final double EXCESS = 3;
    private static final int BUCKETS = 8;

    public WatchRule {
        if (settleAfter < 0 || !(alpha > 0 && alpha < 1)) {
            throw new IllegalArgumentException(
                    "settleAfter %d or alpha %s is out of range".formatted(settleAfter, alpha));
        }
    }

    /** Daily buckets with the default gate. */
    public static WatchRule daily(String name, OpenDays calendar, int settleAfter) {
        return new WatchRule(name, calendar, false, settleAfter, ALPHA, EXCESS, 0, BUCKETS);
    }

    /** Weekly buckets with the default gate. */
    public static WatchRule weekly(String name, int settleAfter) {
        return new WatchRule(name, OpenDays.ALWAYS, true, settleAfter, ALPHA, EXCESS, 0, BUCKETS);
    }

    /** This rule with another limit for p. */
    public WatchRule alpha(double limit) {
        return new WatchRule(name, calendar, weekly, settleAfter, limit, leastExcess, leastRatio, leastBuckets);
    }

    Detector detector() {
        return weekly ? Detector.weekly() : Detector.daily(calendar);
    }

    /** Days of a bucket. */
    int step() {
        return weekly ? 7 : 1;
    }

    /** Why a bucket may not open an alert although its p is small; empty if it may. */
    String refusal(Judgement judgement, long count, int bucketsBefore) {
        if (bucketsBefore < leastBuckets) {
            return "gate: new series, %d of %d buckets seen".formatted(bucketsBefore, leastBuckets);
        }
        if (judgement.excess() < leastExcess) {
            return "gate: only %.1f more than expected".formatted(judgement.excess());
        }
        if (count < leastRatio * judgement.expected()) {
            return "gate: only %.2f times the expected".formatted(count / judgement.expected());
        }
        return "";
    }
}
