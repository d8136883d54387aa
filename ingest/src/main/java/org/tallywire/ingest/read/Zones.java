package org.tallywire.ingest.read;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Zone of a source by its tz-database name. */
public final class Zones {
    private Zones() {}

    /** UTC for a name that the database does not know: sources are checked when they are loaded, and reading must go on. */
    public static ZoneId of(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            return ZoneOffset.UTC;
        }
    }
}
