package org.tallywire.aggregate.spike;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;

/**
 * The days on which a series can grow at all: weekdays that are ever open, less single closed dates (holidays).
 *
 * @param weekdays open weekdays, at least one
 * @param closed dates on which nothing can be filed although the weekday is open
 */
public record OpenDays(Set<DayOfWeek> weekdays, Set<LocalDate> closed) {
    /** Open every day of the year. */
    public static final OpenDays ALWAYS = new OpenDays(EnumSet.allOf(DayOfWeek.class), Set.of());

    /** Monday to Friday. */
    public static final OpenDays WORKDAYS = new OpenDays(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), Set.of());

    public OpenDays {
        if (weekdays.isEmpty()) {
            throw new IllegalArgumentException("no weekday is open");
        }
        weekdays = Set.copyOf(weekdays);
        closed = Set.copyOf(closed);
    }

    /** These weekdays with other single closed dates. */
    public OpenDays closedOn(Set<LocalDate> dates) {
        return new OpenDays(weekdays, dates);
    }

    public boolean isOpen(LocalDate day) {
        return weekdays.contains(day.getDayOfWeek()) && !closed.contains(day);
    }

    /** Open weekdays as bits, Monday lowest. */
    int mask() {
        return weekdays.stream().mapToInt(day -> 1 << (day.getValue() - 1)).reduce(0, (a, b) -> a | b);
    }
}
