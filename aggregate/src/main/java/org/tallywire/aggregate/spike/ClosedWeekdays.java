package org.tallywire.aggregate.spike;

import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Guesses from a series which weekdays it cannot grow on, where nobody has declared a calendar: those that are empty week after week. */
final class ClosedWeekdays {
    private static final int WEEK = 7;
    private static final int YEAR = 52 * WEEK;
    /** So many counts would have been due on an open weekday since it last had one: chance alone has no such gaps. */
    private static final double DUE = 30;

    private static final int LEAST_WEEKS = 6;

    private ClosedWeekdays() {}

    /** The calendar that the last year of these daily buckets shows. */
    static OpenDays calendar(List<Bucket> buckets) {
        List<Bucket> year = buckets.subList(Math.max(0, buckets.size() - YEAR), buckets.size());
        double mean = year.stream().mapToLong(Bucket::count).average().orElse(0);
        Set<DayOfWeek> open = EnumSet.noneOf(DayOfWeek.class);
        for (int i = 1; i <= Math.min(WEEK, year.size()); i++) {
            int weeks = emptyWeeks(year, year.size() - i);
            if (weeks < LEAST_WEEKS || weeks * mean < DUE) {
                open.add(year.get(year.size() - i).date().getDayOfWeek());
            }
        }
        return open.isEmpty() || year.size() < WEEK ? OpenDays.ALWAYS : new OpenDays(open, Set.of());
    }

    /** How many of that weekday, from the last one back, are empty. */
    private static int emptyWeeks(List<Bucket> buckets, int last) {
        int weeks = 0;
        for (int i = last; i >= 0 && buckets.get(i).count() == 0; i -= WEEK) {
            weeks++;
        }
        return weeks;
    }
}
