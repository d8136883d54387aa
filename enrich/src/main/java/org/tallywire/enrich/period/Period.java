package org.tallywire.enrich.period;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.Per;

/**
 * A phrase of time in a text.
 *
 * @param from first token
 * @param to token after the last one
 * @param start first day; null: open or unknown
 * @param end day after the last one; null: open or unknown
 * @param kind what the phrase gives
 * @param per unit of a rate, else NONE
 * @param grain the finest unit named
 */
public record Period(
        int from,
        int to,
        @Nullable LocalDate start,
        @Nullable LocalDate end,
        Kind kind,
        Per per,
        Grain grain) {
    /** What a phrase of time gives. */
    public enum Kind {
        /** An interval, closed or open at one end. */
        SPAN,
        /** "by late 2024": a running total up to a day; with a rate it is the day from which the rate holds. */
        UNTIL,
        /** "a week": so many each. */
        RATE,
        /** "that month", "the same period": the interval named last. */
        SAME,
        /** Words of time without dates: "in recent months", a month without a known year. */
        PHRASE
    }

    /** The finest unit that a phrase names. */
    public enum Grain {
        DAY,
        WEEKDAY,
        WEEK,
        MONTH,
        QUARTER,
        SEASON,
        HALF,
        YEAR,
        ANCHOR,
        LENGTH
    }

    Period stretched(int newFrom, int newTo) {
        return new Period(newFrom, newTo, start, end, kind, per, grain);
    }

    /** True if at least one end is known. */
    public boolean dated() {
        return start != null || end != null;
    }
}
