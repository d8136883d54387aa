package org.tallywire.enrich.period;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;
import org.tallywire.enrich.period.Period.Grain;

/**
 * Days counted from the day of publication. A month or season without a year is the latest one that had begun by then.
 *
 * @param today day of publication; null if nobody knows it, then nothing relative has a date
 */
record Calendar(@Nullable LocalDate today) {
    @Nullable
    LocalDate day(int year, int month, int day) {
        try {
            return year < 1 ? null : LocalDate.of(year, month, day);
        } catch (DateTimeException e) {
            return null;
        }
    }

    int thisYear() {
        return today == null ? 0 : today.getYear();
    }

    @Nullable
    LocalDate latestDay(int month, int day) {
        LocalDate date = day(thisYear(), month, day);
        return date != null && today != null && date.isAfter(today) ? day(thisYear() - 1, month, day) : date;
    }

    @Nullable
    LocalDate latestMonth(int month) {
        return latestDay(month, 1);
    }

    @Nullable
    LocalDate latestWeekday(int weekday) {
        return today == null ? null : today.with(TemporalAdjusters.previousOrSame(DayOfWeek.of(weekday)));
    }

    /** The latest unit of so many months that was over before today, given the latest one begun. */
    @Nullable
    LocalDate overBefore(@Nullable LocalDate begun, int months) {
        return begun != null && today != null && begun.plusMonths(months).isAfter(today) ? begun.minusYears(1) : begun;
    }

    /** True if the first so many months of this year are over. */
    boolean over(int months) {
        return today != null && today.getMonthValue() > months;
    }

    /** The year of the latest quarter or half with this number that had begun. */
    int yearOfPart(int which, int months) {
        LocalDate begun = latestMonth((which - 1) * months + 1);
        return begun == null ? 0 : begun.getYear();
    }

    /** This or the last week, month, quarter or year. */
    @Nullable
    Point unit(String unit, boolean last, int to) {
        if (today == null) {
            return new Point(to, null, null, grain(unit), false, 0);
        }
        LocalDate begin = switch (unit) {
            case "P1D" -> today;
            case "P1W" -> today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case "P1M" -> today.withDayOfMonth(1);
            case "P3M" -> today.withDayOfMonth(1).minusMonths((today.getMonthValue() - 1) % 3);
            case "P6M" -> today.withDayOfMonth(1).minusMonths((today.getMonthValue() - 1) % 6);
            default -> today.withDayOfYear(1);
        };
        if (unit.startsWith("PT")) {
            return null;
        }
        java.time.Period length = java.time.Period.parse(unit);
        LocalDate from = last ? begin.minus(length) : begin;
        return new Point(to, from, from.plus(length), grain(unit), true, from.getYear());
    }

    private static Grain grain(String unit) {
        return switch (unit) {
            case "P1D" -> Grain.DAY;
            case "P1W" -> Grain.WEEK;
            case "P1M" -> Grain.MONTH;
            case "P3M" -> Grain.QUARTER;
            case "P6M" -> Grain.HALF;
            default -> Grain.YEAR;
        };
    }

    /** Fixed words: day-1 yesterday, year-1 last year, days7 the seven days before today. */
    @Nullable
    Point relative(String value, int to) {
        String name = value.replaceAll("[-0-9]", "");
        int number = Integer.parseInt(value.substring(name.length()));
        Grain grain = name.startsWith("day") ? Grain.DAY : name.startsWith("month") ? Grain.MONTH : Grain.YEAR;
        if (today == null) {
            return new Point(to, null, null, grain, false, 0);
        }
        LocalDate from = switch (name) {
            case "day" -> today.plusDays(number);
            case "days" -> today.minusDays(number);
            case "month" -> today.withDayOfMonth(1).plusMonths(number);
            case "months" -> today.minusMonths(number);
            case "year" ->
                number > 0 ? today.minusYears(number) : today.withDayOfYear(1).plusYears(number);
            default -> today;
        };
        boolean length = name.endsWith("s") || (name.equals("year") && number > 0);
        LocalDate until = length
                ? today
                : name.equals("day") ? from.plusDays(1) : name.equals("month") ? from.plusMonths(1) : from.plusYears(1);
        return new Point(to, from, until, length ? Grain.LENGTH : grain, true, from.getYear());
    }
}
