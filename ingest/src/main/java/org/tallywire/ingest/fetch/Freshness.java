package org.tallywire.ingest.fetch;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tallywire.schemas.http.HttpDate;

/**
 * What Cache-Control and Expires say (RFC 9111, section 5).
 *
 * @param fresh how long the answer may be kept; zero: nothing is said
 * @param store false: the validators that came with it mean nothing
 */
public record Freshness(Duration fresh, boolean store) {
    /** Nothing is said. */
    public static final Freshness UNSAID = new Freshness(Duration.ZERO, true);

    private static final Duration LONGEST = Duration.ofDays(1);

    /** Reads both headers; max-age goes before Expires. */
    public static Freshness of(@Nullable String cacheControl, @Nullable String expires, Instant now) {
        String control = cacheControl == null ? "" : cacheControl.toLowerCase(Locale.ROOT);
        boolean store = !control.contains("no-store") && !"0".equals(expires == null ? "" : expires.strip());
        Duration age = maxAge(control);
        if (age == null && expires != null && !control.contains("no-cache")) {
            Instant end = HttpDate.parse(expires);
            age = end == null ? null : Duration.between(now, end);
        }
        return new Freshness(clamp(age), store);
    }

    private static @Nullable Duration maxAge(String control) {
        for (String directive : control.split(",", -1)) {
            String word = directive.strip();
            if (word.startsWith("max-age=")) {
                String digits = word.substring(8).replace("\"", "");
                return digits.matches("\\d{1,9}") ? Duration.ofSeconds(Long.parseLong(digits)) : null;
            }
        }
        return null;
    }

    private static Duration clamp(@Nullable Duration age) {
        if (age == null || age.isNegative()) {
            return Duration.ZERO;
        }
        return age.compareTo(LONGEST) > 0 ? LONGEST : age;
    }
}
