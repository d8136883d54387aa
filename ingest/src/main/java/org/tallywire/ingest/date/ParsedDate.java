package org.tallywire.ingest.date;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a date string.
 *
 * @param instant null when refused; never later than the fetch time
 * @param precision how exact the words were
 * @param flags FUTURE (clamped to the fetch time), ASSUMED_ZONE, RELATIVE_DATE, DATE_ONLY
 * @param problem why there is no instant; empty when there is one
 */
public record ParsedDate(@Nullable Instant instant, Precision precision, List<String> flags, String problem) {
    /** Smallest unit that the words name. */
    public enum Precision {
        NONE,
        DATE,
        MINUTE,
        SECOND
    }

    /** No instant, and why. */
    public static ParsedDate refused(String problem) {
        return new ParsedDate(null, Precision.NONE, List.of(), problem);
    }
}
