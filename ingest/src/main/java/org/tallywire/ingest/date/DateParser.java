package org.tallywire.ingest.date;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.tallywire.ingest.date.ParsedDate.Precision;

/**
 * Reads the dates of feeds and pages: RFC 822/2822 and its misspellings, ISO 8601 and RFC 3339, asctime, dotted dates,
 * month words in English, Russian and Ukrainian, "today"/"вчера", and epoch seconds or milliseconds.
 *
 * <p>Pure and safe for threads: the zone of the source and the fetch time are passed in. A date that cannot be read for
 * sure is refused, not bent: the caller keeps the raw words.
 */
public final class DateParser {
    private static final int MAX_LENGTH = 100;

    private final ZoneId home;
    private final DateOrder order;

    /**
     * @param home zone of dates without one
     * @param order how the source writes dates of three bare numbers
     */
    public DateParser(ZoneId home, DateOrder order) {
        this.home = home;
        this.order = order;
    }

    /** Reads one date; {@code now} is the fetch time: nothing later is believed. */
    public ParsedDate parse(String raw, Instant now) {
        if (raw.isBlank() || raw.length() > MAX_LENGTH) {
            return ParsedDate.refused(raw.isBlank() ? "no date" : "too long");
        }
        List<Token> tokens = Token.split(raw);
        if (tokens.size() == 1
                && (tokens.getFirst().length() == 10 || tokens.getFirst().length() == 13)) {
            return epoch(tokens.getFirst(), now);
        }
        Parts parts = new DateScan(tokens, order, home).run();
        parts.check();
        return parts.problem.isEmpty() ? assembled(parts, now) : ParsedDate.refused(parts.problem);
    }

    private static ParsedDate epoch(Token digits, Instant now) {
        if (!digits.isNumber()) {
            return ParsedDate.refused("no whole date");
        }
        long number = Long.parseLong(digits.text());
        Instant instant = digits.length() == 10 ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number);
        boolean early = instant.isBefore(Instant.parse(Parts.FIRST_YEAR + "-01-01T00:00:00Z"));
        if (early || instant.isAfter(now.plus(1, ChronoUnit.DAYS))) {
            return ParsedDate.refused("number " + digits.text());
        }
        return clamped(instant, Precision.SECOND, new ArrayList<>(), now);
    }

    private ParsedDate assembled(Parts parts, Instant now) {
        List<String> flags = new ArrayList<>();
        Integer relative = parts.relative;
        LocalDate day = relative == null
                ? LocalDate.of(parts.year, parts.month, parts.day)
                : now.atZone(home).toLocalDate().plusDays(relative);
        if (relative != null) {
            flags.add("RELATIVE_DATE");
        }
        if (!parts.hasTime()) {
            flags.add("DATE_ONLY");
            return clamped(day.atStartOfDay(home).toInstant(), Precision.DATE, flags, now);
        }
        ZoneId zone = parts.zone == null ? home : parts.zone;
        if (parts.zone == null) {
            flags.add("ASSUMED_ZONE");
        }
        LocalTime time = LocalTime.of(parts.hour, parts.minute, Math.max(parts.second, 0), parts.nanos);
        Instant instant = LocalDateTime.of(parts.nextDay ? day.plusDays(1) : day, time)
                .atZone(zone)
                .toInstant();
        return clamped(instant, parts.second < 0 ? Precision.MINUTE : Precision.SECOND, flags, now);
    }

    private static ParsedDate clamped(Instant instant, Precision precision, List<String> flags, Instant now) {
        if (!instant.isAfter(now)) {
            return new ParsedDate(instant, precision, List.copyOf(flags), "");
        }
        flags.add("FUTURE");
        return new ParsedDate(now, precision, List.copyOf(flags), "");
    }
}
