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
 * @param told how its year is known
 */
public record Period(
        int from,
        int to,
        @Nullable LocalDate start,
        @Nullable LocalDate end,
        Kind kind,
        Per per,
        Grain grain,
        Told told) {
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

    /** How the year of a phrase is known. */
    public enum Told {
        /** Its own words name it, or it is counted from the day of publication. */
        NAMED,
        /** A month or season without a year: the latest one before publication, unless the text speaks of another year. */
        LATEST,
        /** "a year earlier": one unit, its grain, before the time that the text named last. */
        EARLIER
    }

    /** An interval; without any date it is a mere phrase. */
    static Period span(int from, int to, @Nullable LocalDate start, @Nullable LocalDate end, Grain grain, Told told) {
        boolean dated = start != null || end != null;
        return new Period(from, to, start, end, dated ? Kind.SPAN : Kind.PHRASE, Per.NONE, grain, told);
    }

    /** A phrase without dates of its own. */
    static Period bare(int from, int to, Kind kind, Per per) {
        return new Period(from, to, null, null, kind, per, Grain.LENGTH, Told.NAMED);
    }

    Period stretched(int newFrom, int newTo) {
        return new Period(newFrom, newTo, start, end, kind, per, grain, told);
    }

    /** The same phrase with other dates, which are sure now. */
    public Period dated(@Nullable LocalDate newStart, @Nullable LocalDate newEnd) {
        return new Period(from, to, newStart, newEnd, kind, per, grain, Told.NAMED);
    }

    /** True if at least one end is known. */
    public boolean dated() {
        return start != null || end != null;
    }
}
