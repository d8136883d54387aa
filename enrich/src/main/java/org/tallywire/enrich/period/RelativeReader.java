package org.tallywire.enrich.period;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tallywire.enrich.period.Period.Grain;
import org.tallywire.enrich.period.TimeWords.Kind;
import org.tallywire.enrich.period.TimeWords.Word;
import org.tallywire.enrich.text.Tokens;

/** Reads times told from the day of publication: this fall, last month, в прошлом году, цього року, торік. */
final class RelativeReader {
    private final Tokens tokens;
    private final TimeWords words;
    private final Calendar calendar;

    RelativeReader(Tokens tokens, TimeWords words, Calendar calendar) {
        this.tokens = tokens;
        this.words = words;
        this.calendar = calendar;
    }

    /** "this year", "цьогоріч": the year that is still running has no end; in December texts sum it up. */
    private Point running(Point point) {
        LocalDate today = calendar.today();
        return point.grain() == Grain.YEAR && today != null && today.getMonthValue() < 12
                ? new Point(point.to(), point.from(), null, Grain.YEAR, point.certain(), point.year())
                : point;
    }

    @Nullable
    Point read(int i) {
        Word fixed = words.at(tokens, i, Kind.RELATIVE);
        if (fixed != null) {
            Point point = calendar.relative(fixed.value(), fixed.to());
            return fixed.value().equals("year0") && point != null ? running(point) : point;
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
            return Point.months(
                    named.to(), from, season != null ? 3 : 1, season != null ? Grain.SEASON : Grain.MONTH, true);
        }
        Point point = unit == null ? null : calendar.unit(unit.value(), here == null, unit.to());
        return point == null || here == null ? point : running(point);
    }
}
