package org.tallywire.aggregate.spike;

/**
 * The columns that models weigh, for a given day: level, slope (never seen itself), contrasts between the open weekdays, two harmonics
 * of the year and of 52 weeks, and the effect of closed days just before. Depends on calendar and day alone.
 */
final class Basis {
    static final int LEVEL = 0;
    static final int SLOPE = 1;
    static final int WEEKDAY = 2;
    static final int HARMONIC = 8;
    static final int AFTER_CLOSURE = 12;
    static final int HARMONIC_OF_52_WEEKS = 13;
    static final int COLUMNS = 17;

    /** Days of a year of the calendar. */
    static final double YEAR = 365.2425;

    private static final double YEAR_OF_52_WEEKS = 364;
    private static final int MOST_CLOSURES = 2;
    private static final int MONDAY = 4;

    private final double year;
    private final int weekdays;
    private final double[] x = new double[COLUMNS];

    /** @param weekdays open weekdays as bits, Monday lowest; 0 where weekdays do not matter */
    Basis(double year, int weekdays) {
        this.year = year;
        this.weekdays = weekdays;
        x[LEVEL] = 1;
    }

    double year() {
        return year;
    }

    int weekdays() {
        return weekdays;
    }

    int openWeekdays() {
        return Integer.bitCount(weekdays);
    }

    boolean openWeekday(long day) {
        return (weekdays >> weekday(day) & 1) == 1;
    }

    /** The columns of a day after a number of closed open-weekdays; the array is used again by the next call. */
    double[] at(long day, int closures) {
        contrasts(day);
        harmonics(HARMONIC, 2 * Math.PI * day / year);
        harmonics(HARMONIC_OF_52_WEEKS, 2 * Math.PI * day / YEAR_OF_52_WEEKS);
        x[AFTER_CLOSURE] = Math.min(closures, MOST_CLOSURES) / (double) MOST_CLOSURES;
        return x;
    }

    private void harmonics(int column, double angle) {
        x[column] = Math.cos(angle);
        x[column + 1] = Math.sin(angle);
        x[column + 2] = Math.cos(2 * angle);
        x[column + 3] = Math.sin(2 * angle);
    }

    /** 1 in the column of the weekday, -1 in all columns on the last open one, 0 on a weekday that is not open. */
    private void contrasts(long day) {
        int columns = openWeekdays() - 1;
        int rank = Integer.bitCount(weekdays & (1 << weekday(day)) - 1);
        for (int i = 0; i < columns; i++) {
            x[WEEKDAY + i] = !openWeekday(day) ? 0 : rank == columns ? -1 : rank == i ? 1 : 0;
        }
    }

    /** Monday 0 to Sunday 6; 1970-01-05 was a Monday. */
    private static int weekday(long day) {
        return (int) Math.floorMod(day - MONDAY, 7L);
    }
}
