package org.tallywire.enrich.period;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tallywire.enrich.number.Numeral;
import org.tallywire.enrich.number.Numerals;
import org.tallywire.enrich.period.Period.Grain;
import org.tallywire.enrich.period.TimeWords.Kind;
import org.tallywire.enrich.period.TimeWords.Word;
import org.tallywire.enrich.text.Tokens;

/** Reads days: 5 December 2023, 5 декабря, 05.12.2023, 2023-12-05, on Friday. */
final class DayReader {
    private final Tokens tokens;
    private final Numerals numerals;
    private final TimeWords words;
    private final YearReader years;
    private final Calendar calendar;

    DayReader(Tokens tokens, Numerals numerals, TimeWords words, YearReader years, Calendar calendar) {
        this.tokens = tokens;
        this.numerals = numerals;
        this.words = words;
        this.years = years;
        this.calendar = calendar;
    }

    /** 5 December 2023, December 5, 5 декабря, 05.12.2023, 2023-12-05; {@code year}: that of its fellow in a range, 0 for none. */
    @Nullable
    Point read(int i, int year) {
        if (tokens.is(i, Tokens.Kind.DIGITS)) {
            Point written = numericDay(i);
            if (written != null) {
                return written;
            }
            int day = small(i, 31);
            int next = years.ordinalEnd(i + 1);
            Word month = day > 0 ? words.at(tokens, next, Kind.MONTH) : null;
            return month == null ? null : dayOf(Integer.parseInt(month.value()), day, month.to(), year);
        }
        Word month = words.at(tokens, i, Kind.MONTH);
        int day = month == null ? 0 : small(month.to(), 31);
        if (month == null || day == 0 || scaled(month.to())) {
            return null;
        }
        int next = years.ordinalEnd(month.to() + 1);
        return dayOf(
                Integer.parseInt(month.value()),
                day,
                tokens.is(next, ',') && years.yearAt(next + 1) > 0 ? next + 1 : next,
                year);
    }

    /** True if the digits at token i belong to a longer number (May 1,200). */
    private boolean scaled(int i) {
        Numeral numeral = numerals.startingAt(i);
        return numeral == null || numeral.value() > 31 || numeral.shape() == Numeral.Shape.PERCENT || numeral.scaled();
    }

    private @Nullable Point dayOf(int month, int day, int next, int year) {
        int own = years.yearAt(next);
        int to = own > 0 ? years.yearEnd(next) : next;
        int used = own > 0 ? own : year;
        LocalDate date = used > 0 ? calendar.day(used, month, day) : calendar.latestDay(month, day);
        return new Point(
                to,
                date,
                date == null ? null : date.plusDays(1),
                Grain.DAY,
                own > 0,
                date == null ? 0 : date.getYear());
    }

    private @Nullable Point numericDay(int i) {
        char sign = tokens.is(i + 1, '.') ? '.' : tokens.is(i + 1, '-') ? '-' : tokens.is(i + 1, '/') ? '/' : 0;
        boolean three = sign != 0
                && tokens.is(i + 2, Tokens.Kind.DIGITS)
                && tokens.is(i + 3, sign)
                && tokens.is(i + 4, Tokens.Kind.DIGITS);
        for (int k = i + 1; three && k <= i + 4; k++) {
            three = tokens.joined(k);
        }
        if (!three) {
            return null;
        }
        int first = years.number(i);
        int last = years.number(i + 4);
        int year = first > 1900 ? first : last < 100 ? 2000 + last : last;
        try {
            LocalDate date = first > 1900
                    ? LocalDate.of(year, years.number(i + 2), last)
                    : LocalDate.of(
                            year,
                            years.number(i + 2) > 12 ? first : years.number(i + 2),
                            years.number(i + 2) > 12 ? years.number(i + 2) : first);
            boolean near = year >= 1900 && year < 2100;
            return near ? new Point(i + 5, date, date.plusDays(1), Grain.DAY, true, year) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** The last such day of the week before publication. */
    @Nullable
    Point weekday(int i) {
        Word day = words.at(tokens, i, Kind.WEEKDAY);
        LocalDate date = day == null ? null : calendar.latestWeekday(Integer.parseInt(day.value()));
        return day == null
                ? null
                : new Point(day.to(), date, date == null ? null : date.plusDays(1), Grain.WEEKDAY, false, 0);
    }

    private int small(int i, int most) {
        boolean digits = tokens.is(i, Tokens.Kind.DIGITS) && tokens.end(i) - tokens.start(i) <= 2;
        int value = digits ? years.number(i) : 0;
        return value <= most ? value : 0;
    }
}
