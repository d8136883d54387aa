package org.tallywire.schemas.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The three date forms of HTTP headers (RFC 9110, section 5.6.7). */
public final class HttpDate {
    private static final DateTimeFormatter FIXDATE =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);
    private static final DateTimeFormatter RFC850 = new DateTimeFormatterBuilder()
            .appendPattern("EEEE, dd-MMM-")
            .appendValueReduced(ChronoField.YEAR, 2, 2, 1990)
            .appendPattern(" HH:mm:ss 'GMT'")
            .toFormatter(Locale.ENGLISH);
    private static final DateTimeFormatter ASCTIME =
            DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter[] FORMS = {FIXDATE, RFC850, ASCTIME};

    private HttpDate() {}

    /** The instant, or null when the text is none of the three forms. */
    public static @Nullable Instant parse(String text) {
        String date = text.strip();
        for (DateTimeFormatter form : FORMS) {
            try {
                return LocalDateTime.parse(date, form).toInstant(ZoneOffset.UTC);
            } catch (DateTimeException notThisForm) {
                continue;
            }
        }
        return offset(date);
    }

    /** Servers also write an offset where the RFC wants GMT. */
    private static @Nullable Instant offset(String date) {
        try {
            return ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
        } catch (DateTimeException neither) {
            return null;
        }
    }
}
