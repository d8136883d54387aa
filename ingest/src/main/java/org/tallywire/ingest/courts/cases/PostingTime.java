package org.tallywire.ingest.courts.cases;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Instants at which a court's feed says that it published: RFC 822 with offsets or the zone names of US courts, or ISO 8601. */
public final class PostingTime {
    private static final Pattern RFC_822 = Pattern.compile(
            "(?:\\p{L}+,?\\s+)?(\\d{1,2})\\s+(\\p{L}{3})\\p{L}*\\s+(\\d{4})\\s+(\\d{1,2}):(\\d{2})(?::(\\d{2}))?\\s*(\\S+)?");
    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
    private static final Map<String, Integer> ZONE_HOURS = Map.ofEntries(
            Map.entry("GMT", 0),
            Map.entry("UT", 0),
            Map.entry("UTC", 0),
            Map.entry("Z", 0),
            Map.entry("EST", -5),
            Map.entry("EDT", -4),
            Map.entry("CST", -6),
            Map.entry("CDT", -5),
            Map.entry("MST", -7),
            Map.entry("MDT", -6),
            Map.entry("PST", -8),
            Map.entry("PDT", -7),
            Map.entry("AKST", -9),
            Map.entry("AKDT", -8),
            Map.entry("HST", -10),
            Map.entry("AST", -4),
            Map.entry("CHST", 10),
            Map.entry("SST", -11));

    private PostingTime() {}

    /** Null: not a date, or a zone that is not known (never a guess). */
    public static @Nullable OffsetDateTime parse(String text) {
        String trimmed = text.strip();
        Matcher m = RFC_822.matcher(trimmed);
        try {
            return m.matches() ? rfc822(m) : OffsetDateTime.parse(trimmed.replace(' ', 'T'));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable OffsetDateTime rfc822(Matcher m) {
        int month = MONTHS.indexOf(m.group(2).toLowerCase(Locale.ROOT));
        ZoneOffset zone = zone(m.group(7));
        if (month < 0 || month % 3 != 0 || zone == null) {
            return null;
        }
        int second = m.group(6) == null ? 0 : Integer.parseInt(m.group(6));
        return LocalDateTime.of(
                        Integer.parseInt(m.group(3)),
                        month / 3 + 1,
                        Integer.parseInt(m.group(1)),
                        Integer.parseInt(m.group(4)),
                        Integer.parseInt(m.group(5)),
                        second)
                .atOffset(zone);
    }

    private static @Nullable ZoneOffset zone(@Nullable String name) {
        if (name == null) {
            return null;
        }
        Integer hours = ZONE_HOURS.get(name.toUpperCase(Locale.ROOT));
        if (hours != null) {
            return ZoneOffset.ofHours(hours);
        }
        return name.matches("[+-]\\d{2}:?\\d{2}") ? ZoneOffset.of(name.replaceAll("^(...):?(..)$", "$1:$2")) : null;
    }
}
