package org.tallywire.ingest.date;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tallywire.ingest.read.Rows;

/** The calendar words of date strings: months, relative days, and words that say nothing (weekdays, "at", "г."). */
final class Calendar {
    private static final Map<String, Integer> MONTHS = new HashMap<>();
    private static final Map<String, Integer> RELATIVE = new HashMap<>();
    private static final Map<String, String> FILLERS = new HashMap<>();

    static {
        for (String[] row : Rows.of(Calendar.class, "words.tsv")) {
            for (String word : row[3].split(" ")) {
                switch (row[0]) {
                    case "month" -> MONTHS.put(word, Integer.valueOf(row[2]));
                    case "day" -> RELATIVE.put(word, Integer.valueOf(row[2]));
                    default -> FILLERS.put(word, row[2]);
                }
            }
        }
    }

    private Calendar() {}

    /** 1-12, or null for a word that is no month. */
    static @Nullable Integer month(String word) {
        return MONTHS.get(word.toLowerCase(Locale.ROOT));
    }

    /** Days from today (0, -1, -2), or null. */
    static @Nullable Integer relativeDay(String word) {
        return RELATIVE.get(word.toLowerCase(Locale.ROOT));
    }

    /** True for weekdays and small words between the parts of a date. */
    static boolean isFiller(String word) {
        return FILLERS.containsKey(word.toLowerCase(Locale.ROOT));
    }
}
