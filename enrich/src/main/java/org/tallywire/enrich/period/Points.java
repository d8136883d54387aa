package org.tallywire.enrich.period;

import org.jspecify.annotations.Nullable;
import org.tallywire.enrich.number.Numerals;
import org.tallywire.enrich.text.Tokens;

/** Reads calendar units that stand at a token: a day, a month, a quarter, a season, a year; without the words before them. */
final class Points {
    private final Tokens tokens;
    private final Numerals numerals;
    private final TimeWords words;
    private final YearReader years;
    private final DayReader days;
    private final RelativeReader relatives;
    private final MonthReader months;
    private final YearPartReader parts;

    Points(Tokens tokens, Numerals numerals, TimeWords words, Calendar calendar) {
        this.tokens = tokens;
        this.numerals = numerals;
        this.words = words;
        years = new YearReader(tokens, numerals, words, calendar);
        days = new DayReader(tokens, numerals, words, years, calendar);
        relatives = new RelativeReader(tokens, words, calendar);
        months = new MonthReader(tokens, words, years, relatives, calendar);
        parts = new YearPartReader(tokens, numerals, words, years, relatives, calendar);
    }

    /** The unit at token i; {@code year} is the year of its fellow in a range, 0 for none; a bare year needs a word of time before it. */
    @Nullable
    Point read(int i, int year, boolean bareYear) {
        int at = words.skip(tokens, i);
        if (!words.possible(tokens, at) && !tokens.is(at, Tokens.Kind.DIGITS) && numerals.startingAt(at) == null) {
            return null;
        }
        Point point = days.read(at, year);
        point = point != null ? point : months.month(at, year);
        point = point != null ? point : parts.read(at, year);
        point = point != null ? point : months.season(at, year);
        point = point != null ? point : relatives.read(at);
        point = point != null ? point : years.read(at, bareYear);
        return point != null ? point : days.weekday(at);
    }

    /** A year in digits at token i, 0 if there is none. */
    int yearAt(int i) {
        return years.yearAt(i);
    }
}
