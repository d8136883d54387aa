package org.tallywire.enrich.period;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.Per;
import org.tallywire.enrich.number.Numerals;
import org.tallywire.enrich.period.Period.Grain;
import org.tallywire.enrich.period.Period.Told;
import org.tallywire.enrich.period.TimeWords.Kind;
import org.tallywire.enrich.period.TimeWords.Word;
import org.tallywire.enrich.text.Tokens;

/** Finds the phrases of time of a sentence. One per text; cheap to make. */
public final class PeriodFinder {
    private final Tokens tokens;
    private final Numerals numerals;
    private final TimeWords words;
    private final Calendar calendar;
    private final Points points;
    private final Edges edges;
    private final OpenPeriods open;
    private final Lengths lengths;

    /**
     * A finder over one text.
     *
     * @param published day of publication, null if unknown
     * @param jurisdiction what the text is about, "ru" or "ua": it tells whose mobilisation is meant
     */
    public PeriodFinder(
            Tokens tokens, Numerals numerals, TimeWords words, @Nullable LocalDate published, String jurisdiction) {
        this.tokens = tokens;
        this.numerals = numerals;
        this.words = words;
        calendar = new Calendar(published);
        points = new Points(tokens, numerals, words, calendar);
        edges = new Edges(tokens, words, points, calendar, jurisdiction);
        open = new OpenPeriods(tokens, words, points, edges, calendar);
        lengths = new Lengths(tokens, numerals, words, points, edges, calendar);
    }

    /** The phrases of time in tokens [from, to), left to right, without overlap. */
    public List<Period> find(int from, int to) {
        List<Period> found = new ArrayList<>();
        int at = from;
        while (at < to) {
            Period period = at(at, to);
            if (period == null || period.to() > to) {
                at++;
            } else {
                found.add(period);
                at = period.to();
            }
        }
        return found;
    }

    private @Nullable Period at(int i, int limit) {
        boolean possible = words.any(tokens, i)
                || tokens.is(i, Tokens.Kind.DIGITS)
                || (tokens.word(i) != 0 && numerals.startingAt(i) != null);
        if (!possible) {
            return null;
        }
        Period best = longer(rate(i), lengths.same(i));
        best = longer(best, earlier(i));
        best = longer(best, open.at(i));
        best = longer(best, lengths.after(i));
        best = longer(best, range(i));
        best = longer(best, lengths.back(i));
        best = longer(best, by(i));
        best = longer(best, in(i));
        best = longer(best, plain(i, false));
        return best != null && best.to() <= limit ? best : null;
    }

    private static @Nullable Period longer(@Nullable Period a, @Nullable Period b) {
        return a == null || (b != null && b.to() > a.to()) ? b : a;
    }

    private @Nullable Period rate(int i) {
        Word rate = words.at(tokens, i, Kind.RATE);
        Word vague = words.at(tokens, i, Kind.VAGUE);
        if (rate != null) {
            Per per = switch (rate.value()) {
                case "P1D" -> Per.DAY;
                case "P1W" -> Per.WEEK;
                case "P1M" -> Per.MONTH;
                default -> Per.YEAR;
            };
            boolean dated = points.yearAt(rate.to()) > 0;
            return dated ? null : Period.bare(i, rate.to(), Period.Kind.RATE, per);
        }
        return vague == null ? null : Period.bare(i, vague.to(), Period.Kind.PHRASE, Per.NONE);
    }

    /** "a year earlier", "годом ранее"; the dates are those counted from publication, for want of a better day. */
    private @Nullable Period earlier(int i) {
        Word in = words.at(tokens, i, Kind.IN);
        Word word = words.at(tokens, i, Kind.EARLIER);
        word = word == null && in != null ? words.at(tokens, in.to(), Kind.EARLIER) : word;
        Point point = word == null ? null : calendar.unit(word.value(), true, word.to());
        return point == null
                ? null
                : new Period(
                        i,
                        point.to(),
                        point.from(),
                        point.until(),
                        Period.Kind.SPAN,
                        Per.NONE,
                        point.grain(),
                        Told.EARLIER);
    }

    /** between X and Y, from X to Y, с X по Y, X–Y, с X по настоящее время. */
    private @Nullable Period range(int i) {
        Word between = words.at(tokens, i, Kind.BETWEEN);
        Word from = words.at(tokens, i, Kind.FROM);
        Word in = words.at(tokens, i, Kind.IN);
        Word lead = between != null ? between : from != null ? from : in;
        int at = lead == null ? i : lead.to();
        boolean led = between != null || from != null;
        Point first = first(at, 0, led);
        if (first == null) {
            return null;
        }
        Word link = words.at(tokens, first.to(), between != null ? Kind.AND : Kind.TO);
        boolean dash = tokens.is(first.to(), '-');
        if (!dash && (link == null || !led)) {
            return null;
        }
        int next = dash ? first.to() + 1 : link == null ? first.to() : link.to();
        Word now = words.at(tokens, next, Kind.NOW);
        if (now != null && first.from() != null) {
            return Period.span(i, now.to(), first.from(), null, first.grain(), Told.NAMED);
        }
        Point last = led ? edges.read(next) : points.read(next, 0, true);
        if (last == null || last.until() == null || last.grain() == Grain.WEEKDAY) {
            return null;
        }
        return between(i, first.certain() ? first : first(at, last.year(), led), last);
    }

    private static @Nullable Period between(int i, @Nullable Point first, Point last) {
        LocalDate begin = first == null ? null : first.from();
        LocalDate end = last.until();
        boolean turned = begin != null && end != null && !begin.isBefore(end);
        begin = turned && begin != null && first != null && !first.certain() ? begin.minusYears(1) : begin;
        return begin == null || end == null || !begin.isBefore(end)
                ? null
                : Period.span(i, last.to(), begin, end, last.grain(), last.certain() ? Told.NAMED : Told.LATEST);
    }

    /** Where a range begins: a unit, its early or late part, a day that texts count from, or a bare day. */
    private @Nullable Point first(int at, int year, boolean led) {
        Point edge = led ? edges.read(at) : null;
        Point half = halfPoint(at, year);
        return edge == null || (half != null && half.to() >= edge.to()) ? half : edge;
    }

    /** A unit, or a bare day whose month stands behind the range sign: с 1 по 15 мая. */
    private @Nullable Point halfPoint(int i, int year) {
        Point point = points.read(i, year, true);
        if (point != null || !tokens.is(i, Tokens.Kind.DIGITS) || tokens.end(i) - tokens.start(i) > 2) {
            return point;
        }
        Word link = words.at(tokens, i + 1, Kind.TO);
        int next = tokens.is(i + 1, '-') ? i + 2 : link == null ? -1 : link.to();
        Point full = next < 0 ? null : points.read(next, year, true);
        int day = Integer.parseInt(tokens.raw(i));
        boolean fits = full != null && full.grain() == Grain.DAY && full.from() != null && day >= 1 && day < 32;
        LocalDate begin = fits && full != null && full.from() != null
                ? calendar.day(full.from().getYear(), full.from().getMonthValue(), day)
                : null;
        return begin == null ? null : new Point(i + 1, begin, begin.plusDays(1), Grain.DAY, true, begin.getYear());
    }

    /** by late 2024, as of 1 May, к концу года, на 1 мая, до 2022 года. */
    private @Nullable Period by(int i) {
        Word by = words.at(tokens, i, Kind.BY);
        if (by == null) {
            return null;
        }
        Word hour = words.at(tokens, by.to(), Kind.DAYTIME);
        int at = hour == null ? by.to() : hour.to();
        Point edge = edges.part(at);
        Point point = edge != null ? edge : points.read(at, 0, true);
        boolean in = words.at(tokens, i, Kind.IN) != null;
        boolean weekday =
                point != null && point.grain() == Grain.WEEKDAY && !by.value().equals("asof") && hour == null;
        if (point == null || (in && point.grain() != Grain.DAY && hour == null) || weekday) {
            return null;
        }
        Word later = words.at(tokens, point.to(), Kind.DAYTIME);
        point = later == null ? point : point.to(later.to());
        Told told = told(point);
        boolean before = by.value().equals("before") && words.at(tokens, by.to(), Kind.LATE) == null;
        LocalDate end = before ? point.from() : point.until();
        return end == null
                ? Period.span(i, point.to(), null, null, point.grain(), told)
                : new Period(
                        i,
                        point.to(),
                        before ? null : point.from(),
                        end,
                        Period.Kind.UNTIL,
                        Per.NONE,
                        point.grain(),
                        told);
    }

    private @Nullable Period in(int i) {
        Word in = words.at(tokens, i, Kind.IN);
        Period inner = in == null ? null : plain(in.to(), true);
        return inner == null ? null : inner.stretched(i, inner.to());
    }

    private @Nullable Period plain(int i, boolean afterPreposition) {
        Point edge = edges.part(i);
        Point point = edge != null ? edge : points.read(i, 0, afterPreposition);
        return point == null
                ? null
                : Period.span(i, point.to(), point.from(), point.until(), point.grain(), told(point));
    }

    private static Told told(Point point) {
        return point.certain() ? Told.NAMED : Told.LATEST;
    }
}
