package org.tallywire.enrich.period;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.tallywire.enrich.period.Period.Grain;
import org.tallywire.enrich.period.TimeWords.Kind;
import org.tallywire.enrich.period.TimeWords.Word;
import org.tallywire.enrich.text.Tokens;

/** Reads what a period may begin or end with: a unit, its early, middle or late part, or a day that texts count from. */
final class Edges {
    private final Tokens tokens;
    private final TimeWords words;
    private final Points points;
    private final Calendar calendar;
    private final String jurisdiction;

    Edges(Tokens tokens, TimeWords words, Points points, Calendar calendar, String jurisdiction) {
        this.tokens = tokens;
        this.words = words;
        this.points = points;
        this.calendar = calendar;
        this.jurisdiction = jurisdiction;
    }

    /** The edge at token i, the longest reading of all; null if there is none. */
    @Nullable
    Point read(int i) {
        Point part = part(i);
        Point known = known(start(i));
        return part == null || (known != null && known.to() > part.to()) ? known : part;
    }

    /** Early, mid or late in a unit: a third of it. */
    @Nullable
    Point part(int i) {
        Word early = words.at(tokens, i, Kind.EARLY);
        Word mid = words.at(tokens, i, Kind.MID);
        Word late = words.at(tokens, i, Kind.LATE);
        Word which = early != null ? early : mid != null ? mid : late;
        if (which == null) {
            return null;
        }
        int at = tokens.is(which.to(), '-') ? which.to() + 1 : which.to();
        Point whole = points.read(at, 0, true);
        LocalDate from = whole == null ? null : whole.from();
        LocalDate until = whole == null ? null : whole.until();
        if (whole == null || from == null || until == null || whole.grain() == Grain.DAY) {
            return whole == null || whole.grain() == Grain.DAY || whole.grain() == Grain.WEEKDAY ? null : whole;
        }
        long third = ChronoUnit.DAYS.between(from, until) / 3;
        int months = whole.grain() == Grain.YEAR ? 4 : 0;
        LocalDate second = months > 0 ? from.plusMonths(months) : from.plusDays(third);
        LocalDate last = months > 0 ? from.plusMonths(2L * months) : from.plusDays(2 * third);
        LocalDate begin = early != null ? from : mid != null ? second : last;
        LocalDate end = early != null ? second : mid != null ? last : until;
        return new Point(whole.to(), begin, end, Grain.MONTH, whole.certain(), whole.year());
    }

    /** Token after "the start of", "начала", "объявления" and words such as "the" that may stand at token i. */
    int start(int i) {
        int at = i;
        Word filler = words.at(tokens, at, Kind.FILLER);
        at = filler == null ? at : filler.to();
        Word start = words.at(tokens, at, Kind.START);
        return start == null ? at : start(start.to());
    }

    /** A unit, a day that texts count from, or the running unit in "the start of the year"; null if there is none. */
    @Nullable
    Point known(int i) {
        Word filler = words.at(tokens, i, Kind.FILLER);
        Point here = words.anchor(tokens, i, jurisdiction);
        Point behind = filler == null ? null : words.anchor(tokens, filler.to(), jurisdiction);
        Point anchor = here == null || (behind != null && behind.to() > here.to()) ? behind : here;
        Point point = points.read(i, 0, true);
        if (anchor == null && point == null) {
            return begun(filler == null ? i : filler.to());
        }
        return anchor != null && (point == null || anchor.to() >= point.to()) ? anchor : point;
    }

    /** A day that texts count from; null if none is named here. */
    @Nullable
    Point anchor(int i) {
        return words.anchor(tokens, start(i), jurisdiction);
    }

    /** The running unit in "the start of the year"; null if no word for a start stands before token i. */
    private @Nullable Point begun(int i) {
        Word unit = words.at(tokens, i, Kind.UNIT);
        for (int back = 1; unit != null && back <= 3; back++) {
            Word start = i >= back ? words.at(tokens, i - back, Kind.START) : null;
            if (start != null) {
                return calendar.unit(unit.value(), false, unit.to());
            }
        }
        return null;
    }
}
