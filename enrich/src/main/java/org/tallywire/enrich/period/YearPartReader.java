package org.tallywire.enrich.period;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tallywire.enrich.number.Numeral;
import org.tallywire.enrich.number.Numerals;
import org.tallywire.enrich.period.Period.Grain;
import org.tallywire.enrich.period.TimeWords.Kind;
import org.tallywire.enrich.period.TimeWords.Word;
import org.tallywire.enrich.text.Tokens;

/** Reads quarters, halves and first months of a year: Q1 2024, в третьем квартале, за первые девять месяцев 2024 года. */
final class YearPartReader {
    private final Tokens tokens;
    private final Numerals numerals;
    private final TimeWords words;
    private final YearReader years;
    private final RelativeReader relatives;
    private final Calendar calendar;

    YearPartReader(
            Tokens tokens,
            Numerals numerals,
            TimeWords words,
            YearReader years,
            RelativeReader relatives,
            Calendar calendar) {
        this.tokens = tokens;
        this.numerals = numerals;
        this.words = words;
        this.years = years;
        this.relatives = relatives;
        this.calendar = calendar;
    }

    @Nullable
    Point read(int i, int year) {
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
        int at = words.skip(tokens, next);
        Point own = years.read(at, true);
        Point related = own == null ? relatives.read(at) : own;
        boolean named = related != null && related.grain() == Grain.YEAR;
        int used = named && related != null ? related.year() : year > 0 ? year : calendar.yearOfPart(which, months);
        LocalDate from = calendar.day(used, (which - 1) * months + 1, 1);
        return Point.months(
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
        int next = words.skip(tokens, unit.to());
        Point own = years.read(next, true);
        Point related = own == null ? relatives.read(next) : own;
        boolean named = related != null && related.grain() == Grain.YEAR;
        boolean soFar = first != null || (ofYear(i) && numeral.value() > 2);
        if (!named && (!soFar || calendar.today() == null || !calendar.over((int) numeral.value()))) {
            return null;
        }
        int used = named && related != null ? related.year() : year > 0 ? year : calendar.thisYear();
        return Point.months(
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
}
