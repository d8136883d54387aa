package org.tallywire.ingest.poll;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tallywire.avro.Source;

class HostPaceTest {
    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
    private static final Manners USUAL = new Manners(Duration.ofSeconds(5), 2);

    private final HostPace pace = new HostPace();

    @Test
    void startsKeepTheirDistance() {
        assertTrue(pace.tryOpen("a", USUAL, NOW));
        assertFalse(pace.tryOpen("a", USUAL, NOW.plusSeconds(4)));
        assertTrue(pace.tryOpen("b", USUAL, NOW.plusSeconds(4)), "another host is another matter");
        assertTrue(pace.tryOpen("a", USUAL, NOW.plusSeconds(5)));
    }

    @Test
    void onlySoManyAreOpenAtOnce() {
        assertTrue(pace.tryOpen("a", USUAL, NOW));
        assertTrue(pace.tryOpen("a", USUAL, NOW.plusSeconds(10)));
        assertFalse(pace.tryOpen("a", USUAL, NOW.plusSeconds(20)));
        pace.close("a");
        assertTrue(pace.tryOpen("a", USUAL, NOW.plusSeconds(20)));
    }

    @Test
    void aPauseHoldsUntilItsEndAndALongerOneWins() {
        pace.pause("a", NOW.plusSeconds(60));
        pace.pause("a", NOW.plusSeconds(30));
        assertFalse(pace.tryOpen("a", USUAL, NOW.plusSeconds(45)));
        assertTrue(pace.tryOpen("a", USUAL, NOW.plusSeconds(60)));
    }

    @Property
    void reservedStartsAreNeverCloserThanTheSpacing(
            @ForAll @Size(max = 30) java.util.List<@IntRange(min = 0, max = 20_000) Integer> steps) {
        HostPace hosts = new HostPace();
        Instant at = NOW;
        Instant last = Instant.MIN;
        for (int step : steps) {
            at = at.plusMillis(step);
            Instant start = hosts.reserve("a", USUAL, at);
            assertFalse(start.isBefore(at));
            assertTrue(last.equals(Instant.MIN) || !start.isBefore(last.plus(USUAL.spacing())));
            last = start;
        }
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource({
        "https://feeds.example.org/rss, example.org",
        "https://WWW.Example.ORG:8443/, example.org",
        "https://ecf.nysd.uscourts.gov/cgi-bin/rss_outside.pl, uscourts.gov",
        "https://a.b.co.uk/x, b.co.uk",
        "http://127.0.0.1:8080/feed, 127.0.0.1:8080",
        "http://localhost:81/, localhost:81",
        "http://[::1]:9000/, [::1]:9000",
        "http://intranet/feed, intranet",
        "nonsense, ''",
    })
    void mannersAreOwedToTheRegistrableDomain(String url, String host) {
        assertEquals(host, HostKey.of(url));
    }

    @ParameterizedTest(name = "{0}, private {1}, options {2}: {3} ms, {4} open")
    @CsvSource({
        "rss,   false, '',  5000, 2",
        "sudrf, false, '',  2000, 1",
        "rss,   true,  '',  0,    16",
        "rss,   false, 700, 700,  2",
    })
    void mannersComeFromKindAndOptions(String kind, boolean local, String spacing, long millis, int open) {
        Source source = Source.newBuilder()
                .setKind(kind)
                .setAllowPrivate(local)
                .setOptions(spacing.isEmpty() ? Map.of() : Map.of(Manners.SPACING, spacing))
                .build();
        assertEquals(new Manners(Duration.ofMillis(millis), open), Manners.of(source));
    }
}
