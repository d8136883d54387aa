package org.tallywire.ingest.date;

import java.time.YearMonth;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** What a scan has found so far; -1 and null: not said. Every setter refuses a second value and what no calendar holds. */
final class Parts {
    /** Earlier years are mistakes of a publishing system (0024, 1970) more often than dates of news. */
    static final int FIRST_YEAR = 1995;

    int year = -1;
    int month = -1;
    int day = -1;
    int hour = -1;
    int minute;
    int second = -1;
    int nanos;

    @Nullable
    Integer relative;

    @Nullable
    ZoneId zone;

    boolean unknownZone;
    boolean offsetRead;
    boolean nextDay;
    String problem = "";

    /** Two digits as RFC 2822 reads them. */
    static int fullYear(Token token) {
        int value = token.value();
        return token.length() > 2 ? value : value < 50 ? 2000 + value : 1900 + value;
    }

    void problem(String words) {
        problem = problem.isEmpty() ? words : problem;
    }

    boolean hasDate() {
        return relative != null || (year >= 0 && month >= 0 && day >= 0);
    }

    boolean hasTime() {
        return hour >= 0;
    }

    void date(int newYear, int newMonth, int newDay) {
        if (year >= 0 || month >= 0 || day >= 0) {
            problem("two dates");
        }
        year = newYear;
        month = newMonth;
        day = newDay;
    }

    void year(int value) {
        if (year >= 0) {
            problem("two years");
        }
        year = value;
    }

    void month(int value) {
        if (month >= 0) {
            problem("two months");
        }
        month = value;
    }

    void time(int newHour, int newMinute, int newSecond, int newNanos) {
        boolean midnight = newHour == 24 && newMinute == 0 && newSecond <= 0;
        boolean real = midnight || (newHour >= 0 && newHour < 24);
        if (hasTime()) {
            problem("two times");
        } else if (!real || newMinute < 0 || newMinute > 59 || newSecond > 60) {
            problem("no such time");
        }
        nextDay = midnight;
        hour = midnight ? 0 : newHour;
        minute = newMinute;
        second = newSecond == 60 ? 59 : newSecond;
        nanos = newNanos;
    }

    void halfDay(boolean afternoon) {
        boolean whole = hour > 12 && afternoon || hour == 0 && !afternoon;
        if (!whole && (hour > 12 || hour == 0)) {
            problem("no such time");
        }
        hour = hour % 12 + (afternoon ? 12 : 0);
    }

    /** Names what is wrong with the date as a whole. */
    void check() {
        if (relative != null) {
            return;
        }
        if (year < 0 || month < 0 || day < 0) {
            problem("no whole date");
        } else if (year < FIRST_YEAR || year > 9999) {
            problem("year " + year);
        } else if (month < 1
                || month > 12
                || day < 1
                || day > YearMonth.of(year, month).lengthOfMonth()) {
            problem("no such day");
        }
    }
}
