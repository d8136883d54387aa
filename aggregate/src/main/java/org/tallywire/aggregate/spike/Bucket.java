package org.tallywire.aggregate.spike;

import java.time.LocalDate;

/**
 * One day or week of one series, as known now.
 *
 * @param day its first day, as days since 1970-01-01
 * @param count what was counted; 0 where nothing could be
 * @param state what may be made of the count
 * @param share share of the bucket's items that is usually in by now, 0..1; 1 unless the state is PARTIAL
 * @param wobble intra-class correlation of that share between buckets, 0 where arrivals are independent
 */
public record Bucket(long day, long count, State state, double share, double wobble) {
    /** What may be made of a count. */
    public enum State {
        /** All of it is in: tested and learned. */
        COMPLETE,
        /** Not all of it is in: tested against what should be in by now, not learned. */
        PARTIAL,
        /** Nobody could look: neither tested nor learned; what was missed may arrive at once later. */
        MISSING,
        /** The calendar says that nothing can be filed; a count above 0 shows that it was open after all. */
        CLOSED,
        /** Loaded from history in one go under this date: neither tested nor learned. */
        BACKFILLED
    }

    public Bucket {
        if (count < 0 || !(share >= 0 && share <= 1) || !(wobble >= 0)) {
            throw new IllegalArgumentException(
                    "count %d, share %s or wobble %s is out of range".formatted(count, share, wobble));
        }
        if (state == State.CLOSED && count > 0) {
            state = State.COMPLETE;
        }
    }

    public static Bucket complete(long day, long count) {
        return new Bucket(day, count, State.COMPLETE, 1, 0);
    }

    public static Bucket partial(long day, long count, double share, double wobble) {
        return new Bucket(day, count, State.PARTIAL, share, wobble);
    }

    public static Bucket missing(long day) {
        return new Bucket(day, 0, State.MISSING, 1, 0);
    }

    /** A closed bucket; with a count above 0 it becomes a complete one. */
    public static Bucket closed(long day, long count) {
        return new Bucket(day, count, State.CLOSED, 1, 0);
    }

    public static Bucket backfilled(long day, long count) {
        return new Bucket(day, count, State.BACKFILLED, 1, 0);
    }

    /** First day of the bucket as a date. */
    public LocalDate date() {
        return LocalDate.ofEpochDay(day);
    }

    /** True if the count is a finding that can be too high. */
    public boolean tested() {
        return state == State.COMPLETE || state == State.PARTIAL;
    }
}
