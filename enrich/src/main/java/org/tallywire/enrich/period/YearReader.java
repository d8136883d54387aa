package org.tallywire.enrich.period;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tallywire.enrich.number.Numeral;
import org.tallywire.enrich.number.Numerals;
import org.tallywire.enrich.period.Period.Grain;
import org.tallywire.enrich.period.TimeWords.Kind;
import org.tallywire.enrich.period.TimeWords.Word;
import org.tallywire.enrich.text.Tokens;

/** Reads years: 2023, 2022–2023, 2024-го року, in digits or spelled. */
final class YearReader {
    private final Tokens tokens;
    private final Numerals numerals;
    private final TimeWords words;
    private final Calendar calendar;

    YearReader(Tokens tokens, Numerals numerals, TimeWords words, Calendar calendar) {
        this.tokens = tokens;
        this.numerals = numerals;
        this.words = words;
        this.calendar = calendar;
    }

    /** The year at token i; one without a word for it or an ending counts only where {@code bare} ones do. */
    @Nullable
    Point read(int i, boolean bare) {
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

    /** Token after the ending of the digits before token i: 5-го, 5th; i itself if they have none. */
    int ordinalEnd(int i) {
        int hyphen = tokens.is(i, '-') && tokens.joined(i) ? i + 1 : i;
        Numeral numeral = numerals.startingAt(i - 1);
        boolean ordinal = numeral != null && numeral.shape() == Numeral.Shape.ORDINAL && tokens.joined(hyphen);
        return ordinal && numeral != null ? numeral.to() : i;
    }

    /** The number that the digits at token i write; 0 for more than nine of them. */
    int number(int i) {
        int length = tokens.end(i) - tokens.start(i);
        return length > 9 ? 0 : Integer.parseInt(tokens.raw(i));
    }
}
