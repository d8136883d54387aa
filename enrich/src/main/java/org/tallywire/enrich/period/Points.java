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

/** Reads calendar units that stand at a token: a day, a month, a quarter, a season, a year; without the words before them. */
final class Points {
    /**
     * A calendar unit.
     *
     * @param to token after it
     * @param from first day; null if the year is unknown
     * @param until day after the last one; null if the year is unknown
     * @param certain true if its own words name the year
     * @param year the year, 0 if unknown
     */
    record Point(int to, @Nullable LocalDate from, @Nullable LocalDate until, Grain grain, boolean certain, int year) {
        Point to(int newTo) {
            return new Point(newTo, from, until, grain, certain, year);
        }
    }

    private final Tokens tokens;
    private final Numerals numerals;
    private final TimeWords words;
    private final Calendar calendar;

    Points(Tokens tokens, Numerals numerals, TimeWords words, Calendar calendar) {
        this.tokens = tokens;
        this.numerals = numerals;
        this.words = words;
        this.calendar = calendar;
    }

    /** The unit at token i; {@code year} is the year of its fellow in a range, 0 for none; a bare year needs a word of time before it. */
    @Nullable
    Point read(int i, int year, boolean bareYear) {
        int at = skip(i);
        if (!words.possible(tokens, at) && !tokens.is(at, Tokens.Kind.DIGITS) && numerals.startingAt(at) == null) {
            return null;
        }
        Point point = day(at, year);
        point = point != null ? point : month(at, year);
        point = point != null ? point : fraction(at, year);
        point = point != null ? point : season(at, year);
        point = point != null ? point : relative(at);
        point = point != null ? point : year(at, bareYear);
        return point != null ? point : weekday(at);
    }

    private int skip(int i) {
        Word filler = words.at(tokens, i, Kind.FILLER);
        return filler == null ? i : skip(filler.to());
    }

    /** 5 December 2023, December 5, 5 декабря, 05.12.2023, 2023-12-05. */
    private @Nullable Point day(int i, int year) {
        if (tokens.is(i, Tokens.Kind.DIGITS)) {
            Point written = numericDay(i);
            if (written != null) {
                return written;
            }
            int day = small(i, 31);
            int next = ordinalEnd(i + 1);
            Word month = day > 0 ? words.at(tokens, next, Kind.MONTH) : null;
            return month == null ? null : dayOf(Integer.parseInt(month.value()), day, month.to(), year);
        }
        Word month = words.at(tokens, i, Kind.MONTH);
        int day = month == null ? 0 : small(month.to(), 31);
        if (month == null || day == 0 || scaled(month.to())) {
            return null;
        }
        int next = ordinalEnd(month.to() + 1);
        return dayOf(
                Integer.parseInt(month.value()),
                day,
                tokens.is(next, ',') && yearAt(next + 1) > 0 ? next + 1 : next,
                year);
    }

    /** True if the digits at token i belong to a longer number (May 1,200). */
    private boolean scaled(int i) {
        Numeral numeral = numerals.startingAt(i);
        return numeral == null || numeral.value() > 31 || numeral.shape() == Numeral.Shape.PERCENT || numeral.scaled();
    }

    private int ordinalEnd(int i) {
        int hyphen = tokens.is(i, '-') && tokens.joined(i) ? i + 1 : i;
        Numeral numeral = numerals.startingAt(i - 1);
        boolean ordinal = numeral != null && numeral.shape() == Numeral.Shape.ORDINAL && tokens.joined(hyphen);
        return ordinal && numeral != null ? numeral.to() : i;
    }

    private @Nullable Point dayOf(int month, int day, int next, int year) {
        int own = yearAt(next);
        int to = own > 0 ? yearEnd(next) : next;
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
        int first = number(i);
        int last = number(i + 4);
        int year = first > 1900 ? first : last < 100 ? 2000 + last : last;
        try {
            LocalDate date = first > 1900
                    ? LocalDate.of(year, number(i + 2), last)
                    : LocalDate.of(
                            year,
                            number(i + 2) > 12 ? first : number(i + 2),
                            number(i + 2) > 12 ? number(i + 2) : first);
            boolean near = year >= 1900 && year < 2100;
            return near ? new Point(i + 5, date, date.plusDays(1), Grain.DAY, true, year) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private @Nullable Point month(int i, int year) {
        Word month = words.at(tokens, i, Kind.MONTH);
        boolean name = month != null && (tokens.capital(i) || tokens.folded(i).charAt(0) >= 0x80);
        if (month == null || !name) {
            return null;
        }
        int number = Integer.parseInt(month.value());
        int next = skip(tokens.is(month.to(), ',') && yearAt(month.to() + 1) > 0 ? month.to() + 1 : month.to());
        int own = yearAt(next);
        if (own > 0) {
            return span(yearEnd(next), calendar.day(own, number, 1), 1, Grain.MONTH, true);
        }
        Point related = relative(next);
        if (related != null && related.grain() == Grain.YEAR && related.from() != null) {
            return span(related.to(), calendar.day(related.year(), number, 1), 1, Grain.MONTH, true);
        }
        return span(
                month.to(),
                year > 0 ? calendar.day(year, number, 1) : calendar.latestMonth(number),
                1,
                Grain.MONTH,
                false);
    }

    private static Point span(int to, @Nullable LocalDate from, int months, Grain grain, boolean certain) {
        return new Point(
                to,
                from,
                from == null ? null : from.plusMonths(months),
                grain,
                certain,
                from == null ? 0 : from.getYear());
    }

    /** Q1 2024, the first half of 2023, в третьем квартале, за первые девять месяцев 2024 года. */
    private @Nullable Point fraction(int i, int year) {
        Word quarter = words.at(tokens, i, Kind.QUARTER);
        Word half = words.at(tokens, i, Kind.HALF);
        if (quarter != null || half != null) {
            Word word = quarter != null ? quarter : half;
            return word == null ? null : part(word.to(), Integer.parseInt(word.value()), quarter != null ? 3 : 6, year);
        }
        Word roman = words.at(tokens, i, Kind.ROMAN);
        Numeral numeral = numerals.startingAt(i);
        boolean ordinal = numeral != null
                && numeral.shape() == Numeral.Shape.ORDINAL
                && numeral.value() >= 1
                && numeral.value() <= 4;
        if (roman != null || ordinal) {
            int to = roman != null ? roman.to() : numeral == null ? i : numeral.to();
            int which = roman != null ? Integer.parseInt(roman.value()) : numeral == null ? 0 : (int) numeral.value();
            Word unit = words.at(tokens, to, Kind.UNIT);
            unit = unit == null && isHalf(to) ? new Word("P6M", to + 1) : unit;
            int months = unit == null
                    ? 0
                    : unit.value().equals("P3M") ? 3 : unit.value().equals("P6M") ? 6 : 0;
            if (months > 0 && unit != null && which * months <= 12) {
                return part(unit.to(), which, months, year);
            }
        }
        return firstMonths(i, year);
    }

    private boolean isHalf(int i) {
        Numeral half = numerals.startingAt(i);
        return half != null && half.shape() == Numeral.Shape.FRACTION && half.value() == 0.5;
    }

    private Point part(int next, int which, int months, int year) {
        int at = skip(next);
        Point own = year(at, true);
        Point related = own == null ? relative(at) : own;
        boolean named = related != null && related.grain() == Grain.YEAR;
        int used = named && related != null ? related.year() : year > 0 ? year : calendar.yearOfPart(which, months);
        LocalDate from = calendar.day(used, (which - 1) * months + 1, 1);
        return span(
                named && related != null ? related.to() : next,
                from,
                months,
                months == 3 ? Grain.QUARTER : Grain.HALF,
                named);
    }

    /** "the first nine months of 2024", "за 9 месяцев 2024 года". */
    private @Nullable Point firstMonths(int i, int year) {
        Word first = words.at(tokens, i, Kind.FIRST);
        int at = first == null ? i : first.to();
        Numeral numeral = numerals.startingAt(at);
        Word unit = numeral == null ? null : words.at(tokens, numeral.to(), Kind.UNIT);
        boolean months = unit != null
                && unit.value().equals("P1M")
                && numeral != null
                && numeral.value() >= 1
                && numeral.value() <= 12;
        if (!months || unit == null || numeral == null) {
            return null;
        }
        int next = skip(unit.to());
        Point own = year(next, true);
        Point related = own == null ? relative(next) : own;
        boolean named = related != null && related.grain() == Grain.YEAR;
        boolean soFar = first != null || (ofYear(i) && numeral.value() > 2);
        if (!named && (!soFar || calendar.today() == null || !calendar.over((int) numeral.value()))) {
            return null;
        }
        int used = named && related != null ? related.year() : year > 0 ? year : calendar.thisYear();
        return span(
                named && related != null ? related.to() : unit.to(),
                calendar.day(used, 1, 1),
                (int) numeral.value(),
                Grain.MONTH,
                named);
    }

    /** True behind "за": statistics "за девять месяцев" count from January; a length such as "in nine months" may begin anywhere. */
    private boolean ofYear(int i) {
        Word in = i > 0 ? words.at(tokens, i - 1, Kind.IN) : null;
        return in != null && in.value().equals("total");
    }

    private @Nullable Point season(int i, int year) {
        Word season = words.at(tokens, i, Kind.SEASON);
        if (season == null) {
            return null;
        }
        int start = Integer.parseInt(season.value());
        Word and = words.at(tokens, season.to(), Kind.AND);
        Word second = and == null ? null : words.at(tokens, and.to(), Kind.SEASON);
        int next = skip(second == null ? season.to() : second.to());
        int own = yearAt(next);
        Point related = own > 0 ? null : relative(next);
        boolean named = own > 0 || (related != null && related.grain() == Grain.YEAR);
        int used = own > 0 ? own : named && related != null ? related.year() : year;
        LocalDate from = used > 0 ? calendar.day(used, start, 1) : calendar.latestMonth(start);
        int to = own > 0
                ? yearEnd(next)
                : named && related != null ? related.to() : second == null ? season.to() : second.to();
        return span(to, from, second == null ? 3 : 6, Grain.SEASON, named);
    }

    /** this fall, last month, в прошлом году, цього року, торік. */
    private @Nullable Point relative(int i) {
        Word fixed = words.at(tokens, i, Kind.RELATIVE);
        if (fixed != null) {
            return calendar.relative(fixed.value(), fixed.to());
        }
        Word here = words.at(tokens, i, Kind.THIS);
        Word last = words.at(tokens, i, Kind.LAST);
        Word which = here != null ? here : last;
        if (which == null) {
            return null;
        }
        Word season = words.at(tokens, which.to(), Kind.SEASON);
        Word month = words.at(tokens, which.to(), Kind.MONTH);
        Word unit = words.at(tokens, which.to(), Kind.UNIT);
        if (season != null || month != null) {
            Word named = season != null ? season : month;
            if (named == null) {
                return null;
            }
            LocalDate begun = calendar.latestMonth(Integer.parseInt(named.value()));
            LocalDate from = here == null ? calendar.overBefore(begun, season != null ? 3 : 1) : begun;
            return span(named.to(), from, season != null ? 3 : 1, season != null ? Grain.SEASON : Grain.MONTH, true);
        }
        return unit == null ? null : calendar.unit(unit.value(), here == null, unit.to());
    }

    private @Nullable Point year(int i, boolean bare) {
        int year = yearAt(i);
        int to = year > 0 ? yearEnd(i) : i;
        Numeral numeral = numerals.startingAt(i);
        boolean spelled = numeral != null && numeral.spelled() && numeral.value() >= 1990 && numeral.value() < 2100;
        if (spelled && numeral != null && words.at(tokens, numeral.to(), Kind.UNIT) != null) {
            year = (int) numeral.value();
            to = numeral.to() + 1;
        }
        if (year == 0 || (!bare && !wordAfterYear(i) && !spelled)) {
            return null;
        }
        int last = secondYear(i);
        LocalDate from = calendar.day(year, 1, 1);
        LocalDate until = calendar.day((last > 0 ? last : year) + 1, 1, 1);
        return new Point(to, from, until, Grain.YEAR, true, year);
    }

    private boolean wordAfterYear(int i) {
        int next = secondYear(i) > 0 ? i + 3 : i + 1;
        Word unit = words.at(tokens, next, Kind.UNIT);
        return next > i + 1
                || ordinalEnd(next) > next
                || (unit != null && unit.value().equals("P1Y"));
    }

    private @Nullable Point weekday(int i) {
        Word day = words.at(tokens, i, Kind.WEEKDAY);
        LocalDate date = day == null ? null : calendar.latestWeekday(Integer.parseInt(day.value()));
        return day == null
                ? null
                : new Point(day.to(), date, date == null ? null : date.plusDays(1), Grain.WEEKDAY, false, 0);
    }

    /** A year in digits at token i, 0 if there is none; the first one of 2022–2023. */
    int yearAt(int i) {
        boolean four = tokens.is(i, Tokens.Kind.DIGITS) && tokens.end(i) - tokens.start(i) == 4;
        int year = four ? number(i) : 0;
        return year >= 1900 && year < 2100 && !decimal(i) ? year : 0;
    }

    private boolean decimal(int i) {
        return tokens.joined(i + 1)
                && tokens.joined(i + 2)
                && (tokens.is(i + 1, '.') || tokens.is(i + 1, ','))
                && tokens.is(i + 2, Tokens.Kind.DIGITS);
    }

    private int secondYear(int i) {
        boolean dash = tokens.is(i + 1, '-') || tokens.is(i + 1, '/');
        if (!dash || !tokens.is(i + 2, Tokens.Kind.DIGITS)) {
            return 0;
        }
        int length = tokens.end(i + 2) - tokens.start(i + 2);
        int second = length == 4 ? number(i + 2) : length == 2 ? number(i) / 100 * 100 + number(i + 2) : 0;
        return second > number(i) && second < 2100 && second - number(i) < 60 ? second : 0;
    }

    /** Token after the year at token i with its ending and the word "year". */
    int yearEnd(int i) {
        int to = secondYear(i) > 0 ? i + 3 : i + 1;
        to = ordinalEnd(to) > to ? ordinalEnd(to) : to;
        Word unit = words.at(tokens, to, Kind.UNIT);
        boolean year =
                unit != null && unit.value().equals("P1Y") && !tokens.folded(to).startsWith("year");
        return year && unit != null ? unit.to() : to;
    }

    private int small(int i, int most) {
        boolean digits = tokens.is(i, Tokens.Kind.DIGITS) && tokens.end(i) - tokens.start(i) <= 2;
        int value = digits ? number(i) : 0;
        return value <= most ? value : 0;
    }

    private int number(int i) {
        int length = tokens.end(i) - tokens.start(i);
        return length > 9 ? 0 : Integer.parseInt(tokens.raw(i));
    }
}
