package org.tallywire.ingest.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FreshnessTest {
    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");

    @ParameterizedTest(name = "{0} / {1} -> {2}")
    @CsvSource({
        "max-age=600,             ,                                PT10M, true,  the plain case",
        "'public, max-age=\"60\"',,                                PT1M,  true,  quoted",
        "max-age=600,             'Mon, 02 Mar 2026 10:00:00 GMT', PT10M, true,  max-age goes before Expires",
        ",                        'Mon, 02 Mar 2026 10:00:00 GMT', PT2H,  true,  Expires alone",
        ",                        'Mon, 02 Mar 2026 10:00:00 +0000', PT2H, true, with an offset in place of GMT",
        ",                        'Mon, 02 Mar 2020 10:00:00 GMT', PT0S,  true,  expired long ago",
        ",                        0,                               PT0S,  false, Expires 0 says: do not keep",
        "no-store,                ,                                PT0S,  false, do not keep",
        "max-age=99999999,        ,                                PT24H, true,  capped at a day",
        "max-age=soon,            ,                                PT0S,  true,  nonsense",
        ",                        ,                                PT0S,  true,  nothing said",
    })
    void headersSayHowLong(String control, String expires, Duration fresh, boolean store, String why) {
        assertEquals(new Freshness(fresh, store), Freshness.of(control, expires, NOW));
    }
}
