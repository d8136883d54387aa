package org.tallywire.ingest.courts.cases;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.tallywire.avro.Source;

/** The court's own time zone, in which an instant becomes an event day. */
public final class EventZone {
    private EventZone() {}

    /** The day on which the court posted: in its zone, or by the offset that the feed itself writes if the source names no zone. */
    public static LocalDate day(OffsetDateTime posted, ZoneId zone) {
        boolean unset = zone.getRules().equals(ZoneOffset.UTC.getRules());
        return unset ? posted.toLocalDate() : posted.atZoneSameInstant(zone).toLocalDate();
    }

    /** UTC if the source names none, or one that does not exist. */
    public static ZoneId of(Source source) {
        try {
            return source.getZone().isEmpty() ? ZoneOffset.UTC : ZoneId.of(source.getZone());
        } catch (DateTimeException e) {
            return ZoneOffset.UTC;
        }
    }
}
