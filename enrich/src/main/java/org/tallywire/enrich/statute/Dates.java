package org.tallywire.enrich.statute;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.tallywire.enrich.statute.Label.Kind;
import org.tallywire.enrich.text.Tokens;

/** Reads dates as acts carry them: 21.09.2022, 21 сентября 2022 года, September 21, 2022, 21 September 2022. */
final class Dates {
    private final Labels labels;

    Dates(Labels labels) {
        this.labels = labels;
    }

    /** The first full date that begins in [from, to); null if none does. */
    @Nullable
    LocalDate first(Tokens tokens, int from, int to) {
        for (int i = Math.max(0, from); i < Math.min(to, tokens.size()); i++) {
            LocalDate date = at(tokens, i);
            if (date != null) {
                return date;
            }
        }
        return null;
    }

    /** The first month with a year that begins in [from, to), the day unknown; null if none does. */
    @Nullable
    YearMonth month(Tokens tokens, int from, int to) {
        for (int i = Math.max(0, from); i < Math.min(to, tokens.size()); i++) {
            Label label = labels.at(tokens, i);
            boolean month = label != null && label.kind() == Kind.MONTH;
            int year = month ? number(tokens, tokens.is(i + 1, ',') ? i + 2 : i + 1, 4) : 0;
            if (label != null && year > 0) {
                return YearMonth.of(year, label.value());
            }
        }
        return null;
    }

    private @Nullable LocalDate at(Tokens tokens, int i) {
        Label label = labels.at(tokens, i);
        if (label != null && label.kind() == Kind.MONTH) {
            int year = number(tokens, tokens.is(i + 2, ',') ? i + 3 : i + 2, 4);
            return date(year, label.value(), number(tokens, i + 1, 2));
        }
        int day = number(tokens, i, 2);
        if (day == 0) {
            return null;
        }
        Label next = labels.at(tokens, i + 1);
        if (next != null && next.kind() == Kind.MONTH) {
            return date(number(tokens, i + 2, 4), next.value(), day);
        }
        boolean dotted = tokens.is(i + 1, '.') && tokens.is(i + 3, '.') && tokens.joined(i + 4);
        return dotted ? date(number(tokens, i + 4, 4), number(tokens, i + 2, 2), day) : null;
    }

    private static @Nullable LocalDate date(int year, int month, int day) {
        if (year == 0 || month == 0 || day == 0) {
            return null;
        }
        try {
            return LocalDate.of(year, month, day);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** The number of up to so many digits at token i (exactly four for a year); 0 if there is none. */
    private static int number(Tokens tokens, int i, int digits) {
        if (!tokens.is(i, Tokens.Kind.DIGITS)) {
            return 0;
        }
        int length = tokens.end(i) - tokens.start(i);
        return length > digits || (digits == 4 && length < 4) ? 0 : Integer.parseInt(tokens.raw(i));
    }
}
