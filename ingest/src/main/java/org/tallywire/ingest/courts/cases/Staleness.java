package org.tallywire.ingest.courts.cases;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.Source;

/**
 * When a court's feed has been silent for too long. Only weekday hours in the court's own zone count: a clerk's office that
 * rests over a weekend is not stale on Sunday, and on Monday its silence is counted on from Friday.
 *
 * @param limit longest silence, in weekday hours
 * @param opens first hour of the day that counts, 0 to 23
 * @param closes hour at which counting ends, 1 to 24
 */
public record Staleness(Duration limit, int opens, int closes) {
    /** Two hours, any time of a weekday: the limit of feeds whose window is a day. */
    public static final Staleness SHORT_WINDOW = new Staleness(Duration.ofHours(2), 0, 24);

    private static final String OPTION = "stale.hours";

    /** The limit of a source: its option {@code stale.hours}, 0 for none; else that of its kind; null: none. */
    public static @Nullable Staleness of(Source source) {
        String said = source.getOptions().getOrDefault(OPTION, source.getKind().equals("pacer") ? "2" : "");
        return said.matches("[1-9]\\d{0,3}") ? new Staleness(Duration.ofHours(Long.parseLong(said)), 8, 20) : null;
    }

    public Staleness {
        if (opens < 0 || closes > 24 || opens >= closes) {
            throw new IllegalArgumentException("hours " + opens + " to " + closes);
        }
    }

    /** True if the silence since {@code last} is over the limit; never on a Saturday or Sunday. */
    public boolean stale(Instant last, Instant now, ZoneId zone) {
        return weekday(now.atZone(zone).toLocalDate())
                && silence(last, now, zone).compareTo(limit) > 0;
    }

    /** Time between two instants that falls into counted hours of weekdays. */
    public Duration silence(Instant last, Instant now, ZoneId zone) {
        Duration silence = Duration.ZERO;
        LocalDate today = now.atZone(zone).toLocalDate();
        for (LocalDate day = last.atZone(zone).toLocalDate(); !day.isAfter(today); day = day.plusDays(1)) {
            if (weekday(day)) {
                Instant from = later(hour(day, opens, zone), last);
                Instant to = earlier(hour(day, closes, zone), now);
                silence = from.isBefore(to) ? silence.plus(Duration.between(from, to)) : silence;
            }
            if (silence.compareTo(limit.plusDays(1)) > 0) {
                return silence;
            }
        }
        return silence;
    }

    private static boolean weekday(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    private static Instant hour(LocalDate day, int hour, ZoneId zone) {
        LocalDate on = hour == 24 ? day.plusDays(1) : day;
        return ZonedDateTime.of(on.atTime(hour % 24, 0), zone).toInstant();
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
