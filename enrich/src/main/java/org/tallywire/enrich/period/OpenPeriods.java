package org.tallywire.enrich.period;

import org.jspecify.annotations.Nullable;
import org.tallywire.avro.Per;
import org.tallywire.enrich.period.Period.Grain;
import org.tallywire.enrich.period.Period.Told;
import org.tallywire.enrich.period.TimeWords.Kind;
import org.tallywire.enrich.period.TimeWords.Word;
import org.tallywire.enrich.text.Tokens;

/** Reads periods without an end: since April, so far in 2023, since the war began; and the year that begins so. */
final class OpenPeriods {
    private final Tokens tokens;
    private final TimeWords words;
    private final Points points;
    private final Edges edges;
    private final Calendar calendar;

    OpenPeriods(Tokens tokens, TimeWords words, Points points, Edges edges, Calendar calendar) {
        this.tokens = tokens;
        this.words = words;
        this.points = points;
        this.edges = edges;
        this.calendar = calendar;
    }

    @Nullable
    Period at(int i) {
        Word so = words.at(tokens, i, Kind.SOFAR);
        Period far = so == null ? null : soFar(i, so.to());
        if (far != null) {
            return far;
        }
        Period year = yearSince(i);
        return year != null ? year : since(i);
    }

    private @Nullable Period since(int i) {
        Word since = words.at(tokens, i, Kind.SINCE);
        if (since == null) {
            return null;
        }
        Point part = edges.part(since.to());
        Point point = part != null && part.certain() ? part : edges.known(edges.start(since.to()));
        if (point == null && since.value().equals("0")) {
            point = event(edges.start(since.to()));
        }
        return point == null || continued(point.to()) || document(i, since, point) ? null : from(i, point);
    }

    /** "після ухвали суду від 21 березня": the day of a document, told right behind its noun. */
    private boolean document(int i, Word since, Point point) {
        return since.value().equals("dated")
                && point.grain() == Grain.DAY
                && tokens.is(i - 1, Tokens.Kind.WORD)
                && tokens.sentence(i - 1) == tokens.sentence(i);
    }

    private static Period from(int i, Point point) {
        Told told = point.certain() ? Told.NAMED : Told.LATEST;
        return Period.span(i, point.to(), point.from(), null, point.grain(), told);
    }

    /** "in the year since mobilization". */
    private @Nullable Period yearSince(int i) {
        Word year = words.at(tokens, i, Kind.YEARSINCE);
        Point counted = year == null ? null : edges.known(edges.start(year.to()));
        if (counted == null || counted.from() == null) {
            return null;
        }
        return new Period(
                i,
                counted.to(),
                counted.from(),
                counted.from().plusYears(1),
                Period.Kind.SPAN,
                Per.NONE,
                Grain.YEAR,
                Told.NAMED);
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
        return point == null || (!bare && continued(point.to())) ? null : from(i, point);
    }

    /** True if a range goes on here (с января | по март), so that what stands before is no open period. */
    private boolean continued(int i) {
        Word to = words.at(tokens, i, Kind.TO);
        boolean and = words.at(tokens, i, Kind.AND) != null;
        return to != null && !and && (edges.read(to.to()) != null || words.at(tokens, to.to(), Kind.NOW) != null);
    }
}
