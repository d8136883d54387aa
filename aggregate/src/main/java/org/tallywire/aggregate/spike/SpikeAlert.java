package org.tallywire.aggregate.spike;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.Alert;
import org.tallywire.avro.AlertState;
import org.tallywire.avro.Mode;
import org.tallywire.avro.Severity;

/**
 * One alert that is new or has changed. Names, labels, evidence and wall-clock times are the caller's to add.
 *
 * @param key {@code rule|series|first day}: a repeat overwrites
 * @param rule rule name
 * @param series series key
 * @param state state of the episode
 * @param severity INFO, WARNING, CRITICAL
 * @param day first day of the episode
 * @param lastDay first day of the bucket judged last
 * @param resolvedDay bucket with which it ended, null while it lasts
 * @param observed count of the bucket with the smallest p
 * @param expected expectation of that bucket, of what should be in by now
 * @param lower 5 % quantile of that bucket
 * @param upper 95 % quantile of that bucket
 * @param p smallest p of the episode
 * @param excess observed - expected summed over the episode
 * @param buckets buckets judged
 * @param partial true while that bucket is not complete
 * @param completeness share of that bucket's items that is usually in by now
 * @param message one sentence for people
 * @param reason why it was suppressed, resolved or retracted; else empty
 * @param revision 1 when new, then counting changes
 * @param mode BACKFILL if the evaluation was quiet
 */
public record SpikeAlert(
        String key,
        String rule,
        String series,
        AlertState state,
        Severity severity,
        LocalDate day,
        LocalDate lastDay,
        @Nullable LocalDate resolvedDay,
        double observed,
        double expected,
        double lower,
        double upper,
        double p,
        double excess,
        int buckets,
        boolean partial,
        double completeness,
        String message,
        String reason,
        int revision,
        Mode mode) {
    private static final MathContext DIGITS = new MathContext(6);

    /** The fields of the topic's record that are known here. */
    public Alert.Builder toAlert() {
        return Alert.newBuilder()
                .setId(key)
                .setRule(rule)
                .setSeries(series)
                .setState(state)
                .setSeverity(severity)
                .setDay(day)
                .setLastDay(lastDay)
                .setObserved(observed)
                .setExpected(rounded(expected))
                .setLower(rounded(lower))
                .setUpper(rounded(upper))
                .setPValue(rounded(p))
                .setRatio(rounded(ratio()))
                .setExcess(rounded(excess))
                .setBuckets(buckets)
                .setPartial(partial)
                .setCompleteness(rounded(completeness))
                .setMessage(message)
                .setReason(reason)
                .setRevision(revision)
                .setMode(mode);
    }

    /** observed / expected, 0 where nothing is expected. */
    public double ratio() {
        return expected > 0 ? observed / expected : 0;
    }

    /** To six digits: more would be noise to readers. */
    private static double rounded(double figure) {
        return Double.isFinite(figure)
                ? BigDecimal.valueOf(figure).round(DIGITS).doubleValue()
                : figure;
    }
}
