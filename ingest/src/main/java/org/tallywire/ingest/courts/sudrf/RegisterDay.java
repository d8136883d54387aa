package org.tallywire.ingest.courts.sudrf;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Days as registers write them: {@code dd.mm.yyyy}. */
final class RegisterDay {
    private static final Pattern DAY = Pattern.compile("(?<!\\d)(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})(?!\\d)");

    private RegisterDay() {}

    /** Null: the cell holds no day, or one that does not exist. */
    static @Nullable LocalDate of(String cell) {
        Matcher m = DAY.matcher(cell);
        if (!m.find()) {
            return null;
        }
        try {
            return LocalDate.of(
                    Integer.parseInt(m.group(3)), Integer.parseInt(m.group(2)), Integer.parseInt(m.group(1)));
        } catch (DateTimeException e) {
            return null;
        }
    }
}
