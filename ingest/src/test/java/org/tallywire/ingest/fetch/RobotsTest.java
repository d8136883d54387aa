package org.tallywire.ingest.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.tallywire.avro.HealthState;
import org.tallywire.ingest.read.Payload;

class RobotsTest {
    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
    private static final String URL = "https://harbour.example/rss/all";

    private Instant now = NOW;
    private int asked;

    private Robots robots(Fetched answer) {
        return new Robots(
                request -> {
                    asked++;
                    assertEquals("https://harbour.example/robots.txt", request.url());
                    return answer;
                },
                "Tallywire",
                () -> now);
    }

    private static Fetched file(String text) {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        return new Fetched.Answer(
                Payload.of(body, "text/plain", "https://harbour.example/robots.txt", NOW),
                Validators.NONE,
                Freshness.UNSAID,
                null,
                Exchange.none(URL, NOW));
    }

    private static Fetched refused(HealthState state) {
        return new Fetched.Refused(state, "no", null, Exchange.none(URL, NOW));
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource({
        "'User-agent: *|Disallow: /rss',                              false, all are kept out",
        "'User-agent: *|Disallow: /rss|Allow: /rss/all',              true,  the longer rule wins",
        "'User-agent: *|Disallow: /|User-agent: tallywire|Disallow:', true,  a group of our own replaces the other",
        "'User-agent: tallywire|Disallow: /|User-agent: *|Allow: /',  false, and may be stricter",
        "'<html><body>Not found</body></html>',                       true,  a page in place of the file",
        "'',                                                          true,  nothing is said",
    })
    void rulesAreObeyed(String lines, boolean allowed, String why) {
        Robots.Verdict verdict = robots(file(lines.replace('|', '\n'))).check(URL, false);
        assertEquals(allowed, verdict.objection() == null);
    }

    @Test
    void crawlDelayIsToldAndCapped() {
        assertEquals(
                Duration.ofSeconds(7),
                robots(file("User-agent: *\nCrawl-delay: 7\n"))
                        .check(URL, false)
                        .delay());
        assertEquals(
                Duration.ofMinutes(2),
                robots(file("User-agent: *\nCrawl-delay: 9999\n"))
                        .check(URL, false)
                        .delay());
    }

    @ParameterizedTest
    @EnumSource(names = {"NOT_FOUND", "GONE", "REFUSED", "EMPTY", "REDIRECT_LOOP"})
    void aMissingFileAllowsAll(HealthState state) {
        assertNull(robots(refused(state)).check(URL, false).objection());
    }

    @ParameterizedTest
    @CsvSource({"SERVER_ERROR,ROBOTS", "RATE_LIMITED,RATE_LIMITED", "CONNECT,CONNECT", "UNKNOWN_HOST,UNKNOWN_HOST"})
    void anOriginInTroubleAllowsNothingForNow(HealthState state, HealthState word) {
        Robots robots = robots(refused(state));
        assertEquals(word, assertObjection(robots).state());
        now = NOW.plus(Duration.ofMinutes(9));
        assertObjection(robots);
        assertEquals(1, asked);
        now = NOW.plus(Duration.ofMinutes(11));
        assertObjection(robots);
        assertEquals(2, asked, "asked again after ten minutes");
    }

    private static Fetched.Refused assertObjection(Robots robots) {
        Fetched.Refused objection = robots.check(URL, false).objection();
        assertNotNull(objection);
        return objection;
    }

    @Test
    void oneFileServesADay() {
        Robots robots = robots(file("User-agent: *\nDisallow: /private\n"));
        for (String path : List.of("/rss", "/n/1", "/n/2")) {
            robots.check("https://harbour.example" + path, false);
        }
        assertEquals(1, asked);
        now = NOW.plus(Duration.ofHours(25));
        robots.check(URL, false);
        assertEquals(2, asked);
    }
}
