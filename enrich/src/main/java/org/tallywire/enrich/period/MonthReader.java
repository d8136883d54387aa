package org.tallywire.enrich.period;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tallywire.enrich.period.Period.Grain;
import org.tallywire.enrich.period.TimeWords.Kind;
import org.tallywire.enrich.period.TimeWords.Word;
import org.tallywire.enrich.text.Tokens;

/** Reads months and seasons, with the year that stands behind or is told from the day of publication. */
final class MonthReader {
    private final Tokens tokens;
    private final TimeWords words;
    private final YearReader years;
    private final RelativeReader relatives;
    private final Calendar calendar;

    MonthReader(Tokens tokens, TimeWords words, YearReader years, RelativeReader relatives, Calendar calendar) {
        this.tokens = tokens;
        this.words = words;
        this.years = years;
        this.relatives = relatives;
        this.calendar = calendar;
    }

    @Nullable
    Point month(int i, int year) {
        Word month = words.at(tokens, i, Kind.MONTH);
        boolean name = month != null && (tokens.capital(i) || tokens.folded(i).charAt(0) >= 0x80);
        if (month == null || !name) {
            return null;
        }
        int which = Integer.parseInt(month.value());
        int next = words.skip(
                tokens, tokens.is(month.to(), ',') && years.yearAt(month.to() + 1) > 0 ? month.to() + 1 : month.to());
        int own = years.yearAt(next);
        if (own > 0) {
            return Point.months(years.yearEnd(next), calendar.day(own, which, 1), 1, Grain.MONTH, true);
        }
        Point related = relatives.read(next);
        if (related != null && related.grain() == Grain.YEAR && related.from() != null) {
            return Point.months(related.to(), calendar.day(related.year(), which, 1), 1, Grain.MONTH, true);
        }
        return Point.months(
                month.to(),
                year > 0 ? calendar.day(year, which, 1) : calendar.latestMonth(which),
                1,
                Grain.MONTH,
                false);
    }

    @Nullable
    Point season(int i, int year) {
        Word season = words.at(tokens, i, Kind.SEASON);
        if (season == null) {
            return null;
        }
        int start = Integer.parseInt(season.value());
        Word and = words.at(tokens, season.to(), Kind.AND);
        Word second = and == null ? null : words.at(tokens, and.to(), Kind.SEASON);
        int next = words.skip(tokens, second == null ? season.to() : second.to());
        int own = years.yearAt(next);
        Point related = own > 0 ? null : relatives.read(next);
        boolean named = own > 0 || (related != null && related.grain() == Grain.YEAR);
        int used = own > 0 ? own : named && related != null ? related.year() : year;
        LocalDate from = used > 0 ? calendar.day(used, start, 1) : calendar.latestMonth(start);
        int to = own > 0
                ? years.yearEnd(next)
                : named && related != null ? related.to() : second == null ? season.to() : second.to();
        return Point.months(to, from, second == null ? 3 : 6, Grain.SEASON, named);
    }
}
