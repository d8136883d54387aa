package org.tallywire.enrich.period;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.Per;
import org.tallywire.enrich.number.Numeral;
import org.tallywire.enrich.number.Numerals;
import org.tallywire.enrich.period.Period.Grain;
import org.tallywire.enrich.period.Points.Point;
import org.tallywire.enrich.period.TimeWords.Kind;
import org.tallywire.enrich.period.TimeWords.Word;
import org.tallywire.enrich.text.Tokens;

/** Finds the phrases of time of a sentence. One per text; cheap to make. */
public final class PeriodFinder {
    private static final int LONGEST = 400;

    private final Tokens tokens;
    private final Numerals numerals;
    private final TimeWords words;
    private final Calendar calendar;
    private final Points points;
    private final String jurisdiction;

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
        this.calendar = new Calendar(published);
        this.points = new Points(tokens, numerals, words, calendar);
        this.jurisdiction = jurisdiction;
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
        Period best = longer(rate(i), same(i));
        best = longer(best, since(i));
        best = longer(best, range(i));
        best = longer(best, back(i));
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
            return dated ? null : new Period(i, rate.to(), null, null, Period.Kind.RATE, per, Grain.LENGTH);
        }
        return vague == null ? null : new Period(i, vague.to(), null, null, Period.Kind.PHRASE, Per.NONE, Grain.LENGTH);
    }

    private @Nullable Period same(int i) {
        Word in = words.at(tokens, i, Kind.IN);
        int at = in == null ? i : in.to();
        Word same = words.at(tokens, at, Kind.SAME);
        if (same != null) {
            return new Period(i, same.to(), null, null, Period.Kind.SAME, Per.NONE, Grain.LENGTH);
        }
        Word that = words.at(tokens, at, Kind.THAT);
        Word unit = that == null ? null : words.at(tokens, that.to(), Kind.UNIT);
        return unit == null ? null : new Period(i, unit.to(), null, null, Period.Kind.SAME, Per.NONE, Grain.LENGTH);
    }

    private @Nullable Period since(int i) {
        Word so = words.at(tokens, i, Kind.SOFAR);
        if (so != null) {
            Period far = soFar(i, so.to());
            if (far != null) {
                return far;
            }
        }
        Word year = words.at(tokens, i, Kind.YEARSINCE);
        Point counted = year == null ? null : pointOrAnchor(start(year.to()));
        if (counted != null && counted.from() != null) {
            return new Period(
                    i,
                    counted.to(),
                    counted.from(),
                    counted.from().plusYears(1),
                    Period.Kind.SPAN,
                    Per.NONE,
                    Grain.YEAR);
        }
        Period after = after(i);
        if (after != null) {
            return after;
        }
        Word since = words.at(tokens, i, Kind.SINCE);
        if (since == null) {
            return null;
        }
        int at = start(since.to());
        Point point = pointOrAnchor(at);
        if (point == null && !since.value().equals("bare")) {
            point = event(at);
        }
        if (point == null || continued(point.to())) {
            return null;
        }
        return span(i, point.to(), point.from(), null, point.grain());
    }

    /** "in the two weeks after mobilization was announced": so long from an anchor on. */
    private @Nullable Period after(int i) {
        Word in = words.at(tokens, i, Kind.IN);
        int at = in == null ? i : start(in.to());
        Word first = words.at(tokens, at, Kind.FIRST);
        at = first == null ? at : first.to();
        Numeral numeral = in == null ? null : numerals.startingAt(at);
        Word unit = numeral == null ? null : words.at(tokens, numeral.to(), Kind.UNIT);
        Word since = unit == null ? null : words.at(tokens, unit.to(), Kind.SINCE);
        Word of = unit == null || since != null ? null : words.at(tokens, unit.to(), Kind.OF);
        int next = since != null ? since.to() : of != null ? of.to() : unit == null ? 0 : unit.to();
        Point anchor =
                unit == null || (since == null && of == null) ? null : words.anchor(tokens, start(next), jurisdiction);
        LocalDate from = anchor == null ? null : anchor.from();
        if (anchor == null
                || from == null
                || numeral == null
                || unit == null
                || !(numeral.value() >= 1 && numeral.value() <= LONGEST)) {
            return null;
        }
        return span(i, anchor.to(), from, plus(from, unit.value(), (int) numeral.value()), Grain.LENGTH);
    }

    private static LocalDate plus(LocalDate day, String unit, int count) {
        return unit.startsWith("PT")
                ? day.plusDays(Math.max(1, count / 24))
                : day.plus(java.time.Period.parse(unit).multipliedBy(count));
    }

    /** The date of an event in "since its founding in September 2022"; null if the words name none. */
    private @Nullable Point event(int i) {
        for (int at = i + 1; at <= i + 3 && tokens.is(at - 1, Tokens.Kind.WORD); at++) {
            Word in = words.at(tokens, at, Kind.IN);
            Point point = in == null ? null : points.read(in.to(), 0, true);
            if (point != null && point.from() != null) {
                return point;
            }
        }
        return null;
    }

    /** "so far in 2023", "с начала 2023 года", "since the start of the year". */
    private @Nullable Period soFar(int i, int at) {
        Point point = points.read(at, 0, true);
        boolean bare = false;
        if (point == null) {
            Word unit = words.at(tokens, at, Kind.UNIT);
            bare = unit != null;
            point = unit == null ? null : calendar.unit(unit.value(), false, unit.to());
        }
        if (point == null || (!bare && continued(point.to()))) {
            return null;
        }
        return span(i, point.to(), point.from(), null, point.grain());
    }

    /** True if a range goes on here (с января | по март), so that what stands before is no open period. */
    private boolean continued(int i) {
        Word to = words.at(tokens, i, Kind.TO);
        return to != null && words.at(tokens, i, Kind.AND) == null && points.read(to.to(), 0, true) != null;
    }

    private int start(int i) {
        int at = i;
        Word filler = words.at(tokens, at, Kind.FILLER);
        at = filler == null ? at : filler.to();
        Word start = words.at(tokens, at, Kind.START);
        return start == null ? at : start(start.to());
    }

    private @Nullable Point pointOrAnchor(int i) {
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

    /** between X and Y, from X to Y, с X по Y, X–Y. */
    private @Nullable Period range(int i) {
        Word between = words.at(tokens, i, Kind.BETWEEN);
        Word from = words.at(tokens, i, Kind.FROM);
        Word in = words.at(tokens, i, Kind.IN);
        Word lead = between != null ? between : from != null ? from : in;
        int at = lead == null ? i : lead.to();
        Point first = halfPoint(at, 0);
        if (first == null) {
            return null;
        }
        Word link = words.at(tokens, first.to(), between != null ? Kind.AND : Kind.TO);
        boolean dash = tokens.is(first.to(), '-');
        if (!dash && (link == null || (between == null && from == null))) {
            return null;
        }
        Point last = points.read(dash ? first.to() + 1 : link == null ? first.to() : link.to(), 0, true);
        if (last == null || last.until() == null || last.grain() == Grain.WEEKDAY) {
            return null;
        }
        Point start = first.certain() ? first : halfPoint(at, last.year());
        LocalDate begin = start == null ? null : start.from();
        boolean turned = begin != null && !begin.isBefore(last.until());
        begin = turned && begin != null && !first.certain() ? begin.minusYears(1) : begin;
        return begin == null || !begin.isBefore(last.until())
                ? null
                : span(i, last.to(), begin, last.until(), last.grain());
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

    /** over the last three months, за последний год, in the past 24 hours. */
    private @Nullable Period back(int i) {
        Word in = words.at(tokens, i, Kind.IN);
        int at = in == null ? i : in.to();
        Word the = words.at(tokens, at, Kind.FILLER);
        at = the == null ? at : the.to();
        Word past = words.at(tokens, at, Kind.PAST);
        if (past == null) {
            return null;
        }
        Numeral numeral = numerals.startingAt(past.to());
        Word unit = words.at(tokens, numeral == null ? past.to() : numeral.to(), Kind.UNIT);
        boolean exactUnit = numeral == null
                && words.at(tokens, at, Kind.LAST) != null
                && points.read(at, 0, false) != null
                && the == null;
        if (unit == null || exactUnit || (numeral == null && in == null)) {
            return null;
        }
        double count = numeral == null ? 1 : numeral.value();
        LocalDate today = calendar.today();
        boolean known = today != null && count >= 1 && count <= 400;
        LocalDate begin = known && today != null ? minus(today, unit.value(), (int) count) : null;
        return span(i, unit.to(), begin, begin == null ? null : today, Grain.LENGTH);
    }

    private static LocalDate minus(LocalDate day, String unit, int count) {
        return switch (unit) {
            case "PT1H" -> day.minusDays(Math.max(1, count / 24));
            case "P1D" -> day.minusDays(count);
            case "P1W" -> day.minusWeeks(count);
            case "P1M" -> day.minusMonths(count);
            case "P3M" -> day.minusMonths(3L * count);
            case "P6M" -> day.minusMonths(6L * count);
            default -> day.minusYears(count);
        };
    }

    /** by late 2024, as of 1 May, к концу года, на 1 мая, до 2022 года. */
    private @Nullable Period by(int i) {
        Word by = words.at(tokens, i, Kind.BY);
        if (by == null) {
            return null;
        }
        Point point = edge(by.to());
        point = point != null ? point : points.read(by.to(), 0, true);
        boolean in = words.at(tokens, i, Kind.IN) != null;
        if (point == null || (in && point.grain() != Grain.DAY) || point.grain() == Grain.WEEKDAY) {
            return null;
        }
        boolean before = by.value().equals("before") && edge(by.to()) == null;
        LocalDate end = before ? point.from() : point.until();
        return end == null
                ? span(i, point.to(), null, null, point.grain())
                : new Period(
                        i, point.to(), before ? null : point.from(), end, Period.Kind.UNTIL, Per.NONE, point.grain());
    }

    /** early, mid or late in a unit. */
    private @Nullable Point edge(int i) {
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
        long third = java.time.temporal.ChronoUnit.DAYS.between(from, until) / 3;
        int months = whole.grain() == Grain.YEAR ? 4 : 0;
        LocalDate second = months > 0 ? from.plusMonths(months) : from.plusDays(third);
        LocalDate last = months > 0 ? from.plusMonths(2L * months) : from.plusDays(2 * third);
        LocalDate begin = early != null ? from : mid != null ? second : last;
        LocalDate end = early != null ? second : mid != null ? last : until;
        return new Point(whole.to(), begin, end, Grain.MONTH, whole.certain(), whole.year());
    }

    private @Nullable Period in(int i) {
        Word in = words.at(tokens, i, Kind.IN);
        Period inner = in == null ? null : plain(in.to(), true);
        return inner == null ? null : inner.stretched(i, inner.to());
    }

    private @Nullable Period plain(int i, boolean afterPreposition) {
        Point edge = edge(i);
        Point point = edge != null ? edge : points.read(i, 0, afterPreposition);
        return point == null ? null : span(i, point.to(), point.from(), point.until(), point.grain());
    }

    private static Period span(int from, int to, @Nullable LocalDate start, @Nullable LocalDate end, Grain grain) {
        boolean dated = start != null || end != null;
        return new Period(from, to, start, end, dated ? Period.Kind.SPAN : Period.Kind.PHRASE, Per.NONE, grain);
    }
}
