package org.tallywire.ingest.date;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneId;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;

class DateParserPropertyTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final DateParser UTC = new DateParser(ZoneId.of("UTC"), DateOrder.UNKNOWN);

    @Property
    void neverThrowsAndNeverRunsAhead(@ForAll String raw) {
        check(raw);
    }

    @Property
    void neitherDoDateLikeStrings(
            @ForAll
                    @StringLength(max = 30)
                    @CharRange(from = '0', to = '9')
                    @Chars({'-', ':', '+', '.', '/', 'T', 'Z', ' '})
                    String raw) {
        check(raw);
    }

    private static void check(String raw) {
        ParsedDate date = UTC.parse(raw, NOW);
        Instant instant = date.instant();
        assertTrue(instant == null ? !date.problem().isEmpty() : !instant.isAfter(NOW), raw);
    }
}
