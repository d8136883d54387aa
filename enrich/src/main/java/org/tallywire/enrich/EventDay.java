package org.tallywire.enrich;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Days by which memories are forgotten. */
final class EventDay {
    private EventDay() {}

    /** The UTC day of a record's timestamp. */
    static LocalDate of(long timestamp) {
        return LocalDate.ofInstant(Instant.ofEpochMilli(timestamp), ZoneOffset.UTC);
    }

    /** The event day that a record brings us to: one that lies after the record itself is a mistake and must not make us forget. */
    static LocalDate reached(LocalDate day, long timestamp) {
        LocalDate latest = of(timestamp).plusDays(1);
        return day.isAfter(latest) ? latest : day;
    }
}
