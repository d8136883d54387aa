package org.tallywire.enrich.period;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tallywire.enrich.period.Period.Grain;

/**
 * A calendar unit that a text names: a day, a month, a quarter, a season, a year.
 *
 * @param to token after it
 * @param from first day; null if the year is unknown
 * @param until day after the last one; null if the year is unknown
 * @param certain true if its own words name the year
 * @param year the year, 0 if unknown
 */
record Point(int to, @Nullable LocalDate from, @Nullable LocalDate until, Grain grain, boolean certain, int year) {
    /** Some months from this day on; unknown days if it is null. */
    static Point months(int to, @Nullable LocalDate from, int months, Grain grain, boolean certain) {
        return new Point(
                to,
                from,
                from == null ? null : from.plusMonths(months),
                grain,
                certain,
                from == null ? 0 : from.getYear());
    }

    Point to(int newTo) {
        return new Point(newTo, from, until, grain, certain, year);
    }
}
