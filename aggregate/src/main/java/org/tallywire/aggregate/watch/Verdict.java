package org.tallywire.aggregate.watch;

import java.time.LocalDate;

/**
 * What a rule says of one day of one series.
 *
 * @param day the day
 * @param observed its count, without what a backfill brought
 * @param expected the usual count
 * @param lower lower end of the interval in which a usual day lies
 * @param upper upper end
 * @param pValue probability of such a count or a higher one on a usual day
 * @param exceeds worth an alert: unusual, and past the gate of minimum counts
 * @param calm usual again
 * @param partial the day is not over, or late items are expected
 * @param completeness share of the day's items that is usually in by now
 */
public record Verdict(
        LocalDate day,
        long observed,
        double expected,
        double lower,
        double upper,
        double pValue,
        boolean exceeds,
        boolean calm,
        boolean partial,
        double completeness) {}
