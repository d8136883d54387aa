package org.tallywire.aggregate.watch;

import java.time.LocalDate;
import java.util.function.ToLongFunction;

/**
 * The plain rule: a day against the four weeks before it. The usual count is the mean m of those days (at least a quarter), its
 * spread sqrt(phi m) with phi the larger of 1.5 and variance / mean; a day exceeds above m + 3.29 sqrt(phi m) with an excess of 3.
 */
public final class UsualDays {
    private static final int DAYS = 28;
    private static final int LEAST_DAYS = 8;
    private static final double Z = 3.29;
    private static final double LEAST_EXCESS = 3;

    private UsualDays() {}

    /**
     * Judges one day.
     *
     * @param first the first day on which the series has counted anything
     * @param live counts without backfill, for the day judged
     * @param all counts to learn from
     */
    public static Verdict judge(
            LocalDate day,
            LocalDate first,
            boolean partial,
            ToLongFunction<LocalDate> live,
            ToLongFunction<LocalDate> all) {
        int known = (int) Math.clamp(day.toEpochDay() - first.toEpochDay(), 0, DAYS);
        double sum = 0;
        double squares = 0;
        for (int back = 1; back <= known; back++) {
            long count = all.applyAsLong(day.minusDays(back));
            sum += count;
            squares += (double) count * count;
        }
        double mean = Math.max(known == 0 ? 0 : sum / known, 0.25);
        double variance = known < 2 ? 0 : (squares - sum * sum / known) / (known - 1);
        double spread = Math.sqrt(Math.max(1.5, variance / mean) * mean);
        long observed = live.applyAsLong(day);
        double z = (observed - mean) / spread;
        boolean exceeds = known >= LEAST_DAYS && z > Z && observed - mean >= LEAST_EXCESS;
        return new Verdict(
                day,
                observed,
                mean,
                Math.max(0, mean - 1.645 * spread),
                mean + 1.645 * spread,
                tail(z),
                exceeds,
                z < 0.84,
                partial,
                1);
    }

    /** Upper tail of the normal distribution, after Abramowitz and Stegun 26.2.17 (error below 7.5e-8). */
    private static double tail(double z) {
        if (z < 0) {
            return 1 - tail(-z);
        }
        double t = 1 / (1 + 0.2316419 * z);
        double sum = t * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
        return Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI) * sum;
    }
}
