package org.tallywire.enrich.period;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.Per;
import org.tallywire.enrich.number.Numeral;
import org.tallywire.enrich.number.Numerals;
import org.tallywire.enrich.period.Period.Grain;
import org.tallywire.enrich.period.Period.Told;
import org.tallywire.enrich.period.TimeWords.Kind;
import org.tallywire.enrich.period.TimeWords.Word;
import org.tallywire.enrich.text.Tokens;

/** Reads lengths of time fixed by something else: over the last three months, in the two weeks after mobilization, that month. */
final class Lengths {
    private static final int LONGEST = 400;

    private final Tokens tokens;
    private final Numerals numerals;
    private final TimeWords words;
    private final Points points;
    private final Edges edges;
    private final Calendar calendar;

    Lengths(Tokens tokens, Numerals numerals, TimeWords words, Points points, Edges edges, Calendar calendar) {
        this.tokens = tokens;
        this.numerals = numerals;
        this.words = words;
        this.points = points;
        this.edges = edges;
        this.calendar = calendar;
    }

    /** "in the two weeks after mobilization was announced": so long from a day that texts count from. */
    @Nullable
    Period after(int i) {
        Word in = words.at(tokens, i, Kind.IN);
        if (in == null) {
            return null;
        }
        int at = edges.start(in.to());
        Word first = words.at(tokens, at, Kind.FIRST);
        Numeral numeral = numerals.startingAt(first == null ? at : first.to());
        Word unit = numeral == null ? null : words.at(tokens, numeral.to(), Kind.UNIT);
        if (numeral == null || unit == null || !(numeral.value() >= 1 && numeral.value() <= LONGEST)) {
            return null;
        }
        Word since = words.at(tokens, unit.to(), Kind.SINCE);
        Word link = since != null ? since : words.at(tokens, unit.to(), Kind.OF);
        Point anchor = link == null ? null : edges.anchor(link.to());
        LocalDate from = anchor == null ? null : anchor.from();
        LocalDate end = from == null ? null : plus(from, unit.value(), (int) numeral.value());
        return anchor == null || end == null ? null : Period.span(i, anchor.to(), from, end, Grain.LENGTH, Told.NAMED);
    }

    /** over the last three months, за последний год, in the past 24 hours. */
    @Nullable
    Period back(int i) {
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
        boolean known = today != null && count >= 1 && count <= LONGEST;
        LocalDate begin = known && today != null ? plus(today, unit.value(), (int) -count) : null;
        return Period.span(i, unit.to(), begin, begin == null ? null : today, Grain.LENGTH, Told.NAMED);
    }

    /** that month, the same three months, за тот же период: the interval named before. */
    @Nullable
    Period same(int i) {
        Word in = words.at(tokens, i, Kind.IN);
        int at = in == null ? i : in.to();
        Word same = words.at(tokens, at, Kind.SAME);
        if (same != null) {
            Word length = lengthUnit(same.to());
            return Period.bare(i, length == null ? same.to() : length.to(), Period.Kind.SAME, Per.NONE);
        }
        Word that = words.at(tokens, at, Kind.THAT);
        Word unit = that == null ? null : lengthUnit(that.to());
        return unit == null ? null : Period.bare(i, unit.to(), Period.Kind.SAME, Per.NONE);
    }

    /** The unit of "three months"; the number may be left out. */
    private @Nullable Word lengthUnit(int i) {
        Numeral numeral = numerals.startingAt(i);
        return words.at(tokens, numeral == null ? i : numeral.to(), Kind.UNIT);
    }

    /** So many units later, or earlier if below zero; hours are whole days. */
    private static LocalDate plus(LocalDate day, String unit, int count) {
        return unit.startsWith("PT")
                ? day.plusDays(Integer.signum(count) * Math.max(1, Math.abs(count) / 24))
                : day.plus(java.time.Period.parse(unit).multipliedBy(count));
    }
}
