package org.tallywire.ingest.date;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One pass over the tokens of a date string: fills {@link Parts}, or names what it stumbled over. */
final class DateScan {
    private final List<Token> tokens;
    private final DateOrder order;
    private final ZoneId home;
    private final Parts parts = new Parts();
    private int at;

    DateScan(List<Token> tokens, DateOrder order, ZoneId home) {
        this.tokens = tokens;
        this.order = order;
        this.home = home;
    }

    Parts run() {
        while (at < tokens.size() && parts.problem.isEmpty()) {
            Token token = tokens.get(at);
            switch (token.kind()) {
                case NUMBER -> number(token);
                case WORD -> word(token);
                case SIGN -> sign(token);
            }
        }
        return parts;
    }

    private @Nullable Token peek(int ahead) {
        return at + ahead < tokens.size() ? tokens.get(at + ahead) : null;
    }

    private boolean signAt(int ahead, char sign) {
        Token token = peek(ahead);
        return token != null && token.is(sign);
    }

    private boolean numberAt(int ahead) {
        Token token = peek(ahead);
        return token != null && token.isNumber();
    }

    private void number(Token token) {
        Token separator = peek(1);
        if (signAt(1, ':') && numberAt(2)) {
            clock();
        } else if (separator != null
                && "-/.".contains(separator.text())
                && numberAt(2)
                && !signAt(3, ':')
                && !parts.hasDate()) {
            numeric(separator);
        } else if (token.length() == 8 && !parts.hasDate()) {
            parts.date(token.value() / 10_000, token.value() / 100 % 100, token.value() % 100);
            at++;
        } else if (token.length() == 14 && !parts.hasDate()) {
            parts.date(part(token, 0, 4), part(token, 4, 6), part(token, 6, 8));
            parts.time(part(token, 8, 10), part(token, 10, 12), part(token, 12, 14), 0);
            at++;
        } else {
            loose(token);
            at++;
        }
    }

    private static int part(Token token, int from, int to) {
        return Integer.parseInt(token.text().substring(from, to));
    }

    /** h:mm[:ss[.fraction]]. */
    private void clock() {
        int hour = tokens.get(at).value();
        int minute = tokens.get(at + 2).value();
        at += 3;
        int second = -1;
        int nanos = 0;
        if (signAt(0, ':') && numberAt(1)) {
            second = tokens.get(at + 1).value();
            at += 2;
            nanos = fraction();
        }
        parts.time(hour, minute, second, nanos);
    }

    private int fraction() {
        Token digits = peek(1);
        if (digits == null || !digits.isNumber() || digits.spaced() || !(signAt(0, '.') || signAt(0, ','))) {
            return 0;
        }
        at += 2;
        return Integer.parseInt((digits.text() + "000000000").substring(0, 9));
    }

    /** Three bare numbers with one sign between: 2024-12-02, 02.12.2024, 12/02/2024. */
    private void numeric(Token separator) {
        Token third = peek(4);
        if (!signAt(3, separator.text().charAt(0)) || third == null || !third.isNumber()) {
            parts.problem("a date of two numbers");
            return;
        }
        Token first = tokens.get(at);
        int middle = tokens.get(at + 2).length() > 2 ? -1 : tokens.get(at + 2).value();
        at += 5;
        if (first.length() == 4) {
            parts.date(first.value(), middle, third.length() > 2 ? -1 : third.value());
        } else {
            yearLast(first.value(), middle, third, separator);
        }
    }

    private void yearLast(int first, int second, Token year, Token separator) {
        boolean dots = separator.is('.');
        if (year.length() != 4 && !(year.length() == 2 && dots)) {
            parts.problem("a year of " + year.length() + " digits among bare numbers");
        } else if (dots || first > 12 || first == second || (second <= 12 && order == DateOrder.DAY_FIRST)) {
            parts.date(Parts.fullYear(year), second, first);
        } else if (second > 12 || order == DateOrder.MONTH_FIRST) {
            parts.date(Parts.fullYear(year), first, second);
        } else {
            parts.problem("ambiguous: day or month first");
        }
    }

    /** A number beside a month word, or the clock of the basic ISO form after T. */
    private void loose(Token token) {
        Token before = at > 0 ? tokens.get(at - 1) : null;
        boolean afterT = before != null && before.isWord() && before.text().equalsIgnoreCase("T");
        if (afterT && parts.hasDate() && !parts.hasTime() && token.length() % 2 == 0 && token.length() <= 6) {
            int minute = token.length() > 2 ? part(token, 2, 4) : 0;
            int second = token.length() > 4 ? part(token, 4, 6) : -1;
            parts.time(part(token, 0, 2), minute, second, 0);
        } else if (token.length() == 4) {
            parts.year(Parts.fullYear(token));
        } else if (token.length() <= 2 && parts.day < 0) {
            parts.day = token.value();
        } else if (token.length() == 2) {
            parts.year(Parts.fullYear(token));
        } else {
            parts.problem("number " + token.text());
        }
    }

    private void word(Token token) {
        at++;
        String word = token.text().toLowerCase(Locale.ROOT);
        Integer month = Calendar.month(word);
        Integer relative = Calendar.relativeDay(word);
        if (month != null) {
            parts.month(month);
        } else if (relative != null) {
            parts.relative = relative;
        } else if (word.equals("t") && parts.hasDate() && !parts.hasTime()) {
            return;
        } else if (parts.hasTime() && (word.equals("am") || word.equals("pm"))) {
            parts.halfDay(word.equals("pm"));
        } else if (!Calendar.isFiller(word)) {
            zone(token);
        }
    }

    private void zone(Token token) {
        ZoneId zone = ZoneNames.of(token.text(), home);
        if (zone == null && !parts.hasTime()) {
            parts.problem("word " + token.text());
        } else if (zone == null) {
            parts.unknownZone = true;
        } else if (parts.zone == null) {
            parts.zone = zone;
        }
    }

    private void sign(Token token) {
        boolean plus = token.is('+');
        boolean minus = token.is('-') || token.is('\u2212') || token.is('\u2013');
        if ((plus || minus) && numberAt(1) && (parts.hasTime() || (plus && parts.zone != null)) && !parts.offsetRead) {
            offset(minus);
        } else if (token.is(':')
                && at > 0
                && Calendar.isFiller(tokens.get(at - 1).text())) {
            at++; // a label: "Updated: ..."
        } else if (plus || !",.;-/|\u2013\u2014'\u2019".contains(token.text())) {
            parts.problem("sign " + token.text());
        } else {
            at++;
        }
    }

    private void offset(boolean minus) {
        Token digits = tokens.get(at + 1);
        at += 2;
        int hours = digits.length() > 2 ? digits.value() / 100 : digits.value();
        int minutes = digits.length() > 2 ? digits.value() % 100 : 0;
        if (digits.length() <= 2 && signAt(0, ':') && numberAt(1)) {
            minutes = tokens.get(at + 1).value();
            at += 2;
        }
        parts.offsetRead = true;
        parts.zone = digits.length() > 4 ? null : ZoneNames.offset(minus, hours, minutes);
        if (parts.zone == null) {
            parts.problem("offset " + digits.text());
        }
    }
}
