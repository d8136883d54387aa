package org.tallywire.ingest.date;

/** How a source writes dates of three bare numbers, such as 12/02/2024. UNKNOWN: refused unless only one reading is possible. */
public enum DateOrder {
    UNKNOWN,
    DAY_FIRST,
    MONTH_FIRST;

    /** Reads the source option {@code dateOrder}: {@code dmy}, {@code mdy}, or anything else for unknown. */
    public static DateOrder of(String option) {
        return switch (option) {
            case "dmy" -> DAY_FIRST;
            case "mdy" -> MONTH_FIRST;
            default -> UNKNOWN;
        };
    }
}
