package org.tallywire.ingest.fetch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tallywire.avro.HealthState;
import org.tallywire.ingest.fetch.Fetched.Answer;
import org.tallywire.ingest.fetch.Fetched.NotModified;
import org.tallywire.ingest.fetch.Fetched.Refused;

/** The fetcher against servers that mean no good, over loopback sockets, with small limits. */
@Timeout(60)
class HostileServerTest {
    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
    private static final FetchLimits LIMITS = new FetchLimits(
            Duration.ofSeconds(2), Duration.ofMillis(700), Duration.ofMillis(1500), 5, 100_000, 200_000, 4_096, 50);
    private static final String OK = "HTTP/1.1 200 OK\r\nConnection: close\r\n";

    private RawServer server;
    private HttpFetcher fetcher;

    @BeforeEach
    void start() throws IOException {
        server = new RawServer();
        fetcher = new HttpFetcher(
                new FetchSettings("Tallywire/test (tests@example.org)", LIMITS), InstantSource.fixed(NOW));
    }

    @AfterEach
    void stop() throws IOException {
        fetcher.close();
        server.close();
    }

    private Fetched get(String path) {
        return fetcher.fetch(Request.feed(server.url(path), true));
    }

    private Refused refused(String path) {
        return assertInstanceOf(Refused.class, get(path));
    }

    private Answer answer(String path) {
        Fetched fetched = get(path);
        return assertInstanceOf(Answer.class, fetched, fetched.toString());
    }

    @Test
    void aPlainAnswerComesWhole() {
        server.say("/feed", "200 OK\r\nContent-Type: application/rss+xml\r\nETag: W/\"1\"", "<rss/>");
        Answer answer = answer("/feed");
        assertNull(answer.cut());
        assertEquals("<rss/>", new String(answer.payload().body(), StandardCharsets.UTF_8));
        assertEquals("application/rss+xml", answer.payload().contentType());
        assertEquals("W/\"1\"", answer.validators().etag());
        Map<String, String> sent = server.asked("/feed").getFirst().headers();
        assertEquals("Tallywire/test (tests@example.org)", sent.get("user-agent"));
        assertNull(sent.get("cookie"));
        assertNull(sent.get("connection"), "some CDNs hang on it");
    }

    @Test
    void aSlowDripEndsAtTheDeadline() {
        server.on("/drip", (asked, socket) -> {
            RawServer.write(socket, OK + "Content-Length: 5000\r\n\r\n");
            for (int i = 0; i < 5000; i++) {
                RawServer.write(socket, "x");
                Thread.sleep(50);
            }
        });
        Answer answer = answer("/drip");
        assertEquals(HealthState.READ_TIMEOUT, cut(answer.cut()).state());
        assertTrue(answer.payload().truncated());
    }

    @Test
    void dripsInTheHeaderEndAtTheDeadlineToo() {
        server.on("/drip", (asked, socket) -> {
            RawServer.write(socket, OK);
            for (int i = 0; i < 100; i++) {
                RawServer.write(socket, "X-" + i + ": y\r\n");
                Thread.sleep(100);
            }
        });
        assertEquals(HealthState.READ_TIMEOUT, refused("/drip").state());
    }

    @Test
    void silenceIsATimeout() {
        server.on("/mute", (asked, socket) -> Thread.sleep(5_000));
        assertEquals(HealthState.READ_TIMEOUT, refused("/mute").state());
    }

    @Test
    void anEndlessBodyIsCutOnTheWire() {
        server.on("/endless", (asked, socket) -> {
            RawServer.write(socket, OK + "\r\n");
            for (; ; ) {
                RawServer.write(socket, new byte[8_192]);
            }
        });
        Answer answer = answer("/endless");
        assertEquals(HealthState.TOO_LARGE, cut(answer.cut()).state());
        assertTrue(answer.payload().body().length <= LIMITS.wireBytes() + 16_384);
    }

    @Test
    void aGzipBombIsCutAfterInflation() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(new byte[20 << 20]);
        }
        server.on("/bomb", (asked, socket) -> {
            RawServer.write(socket, OK + "Content-Encoding: gzip\r\nContent-Length: " + bytes.size() + "\r\n\r\n");
            RawServer.write(socket, bytes.toByteArray());
        });
        Answer answer = answer("/bomb");
        assertEquals(HealthState.TOO_LARGE, cut(answer.cut()).state());
        assertEquals(LIMITS.bodyBytes(), answer.payload().body().length);
    }

    @Test
    void gzipIsInflatedAndCountedOnBothSides() throws IOException {
        byte[] plain = "<rss>судья</rss>".repeat(100).getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(plain);
        }
        server.on("/gzip", (asked, socket) -> {
            RawServer.write(socket, OK + "Content-Encoding: gzip\r\nContent-Length: " + bytes.size() + "\r\n\r\n");
            RawServer.write(socket, bytes.toByteArray());
        });
        Answer answer = answer("/gzip");
        assertArrayEquals(plain, answer.payload().body());
        assertEquals(bytes.size(), answer.exchange().bytes());
    }

    @Test
    void damagedGzipIsNotParsedAsWhole() {
        server.say("/bad", "200 OK\r\nContent-Encoding: gzip", "this is no gzip");
        assertEquals(HealthState.PARSE, refused("/bad").state());
    }

    @Test
    void anEncodingThatNobodyAskedForIsNamed() {
        server.say("/br", "200 OK\r\nContent-Encoding: br", "xx");
        assertTrue(refused("/br").reason().contains("br"));
    }

    @Test
    void aRedirectLoopEnds() {
        server.say("/loop", "302 Found\r\nLocation: /loop", "");
        assertEquals(HealthState.REDIRECT_LOOP, refused("/loop").state());
        assertEquals(6, server.asked("/loop").size());
    }

    @Test
    void redirectsAreReportedWithTheirKind() {
        server.say("/old", "301 Moved\r\nLocation: /new", "");
        server.say("/new", "308 Moved\r\nLocation: /newest?a=1", "");
        server.say("/newest?a=1", "200 OK", "x");
        Answer answer = answer("/old");
        assertEquals(server.url("/newest?a=1"), answer.payload().url());
        assertTrue(answer.exchange().movedForGood());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:1/",
                "http://169.254.169.254/latest/meta-data/",
                "http://[::1]/",
                "http://2130706433/",
                "http://127.1/",
                "http://10.0.0.7/",
                "http://192.168.1.1/",
                "http://100.64.0.1/",
                "http://[fd00::1]/",
                "http://[::ffff:127.0.0.1]/",
                "http://0.0.0.0/",
                "http://localhost/",
                "http://[64:ff9b::7f00:1]/"
            })
    void privateAddressesAreNotDialled(String url) {
        Refused refused = assertInstanceOf(Refused.class, fetcher.fetch(Request.feed(url, false)));
        assertEquals(HealthState.BLOCKED_ADDRESS, refused.state(), refused.reason());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://files.example/a", "file:///etc/passwd", "gopher://x.example/1"})
    void onlyHttpIsSpoken(String url) {
        Refused refused = assertInstanceOf(Refused.class, fetcher.fetch(Request.feed(url, true)));
        assertEquals(HealthState.BLOCKED_ADDRESS, refused.state(), refused.reason());
    }

    @Test
    void aRedirectToAnotherSchemeIsRefused() {
        server.say("/out", "302 Found\r\nLocation: file:///etc/passwd", "");
        assertEquals(HealthState.BLOCKED_ADDRESS, refused("/out").state());
    }

    @Test
    void aBodyShorterThanItsLengthIsCut() {
        server.on("/short", (asked, socket) -> RawServer.write(socket, OK + "Content-Length: 100\r\n\r\n<rss>"));
        Answer answer = answer("/short");
        assertTrue(answer.payload().truncated());
        assertEquals(HealthState.CONNECT, cut(answer.cut()).state());
        assertTrue(answer.validators().isEmpty(), "what is not whole must not be confirmed by a 304");
    }

    @Test
    void aResetMidBodyIsCut() {
        server.on("/reset", (asked, socket) -> {
            RawServer.write(socket, OK + "Content-Length: 100000\r\n\r\n<rss><channel>");
            Thread.sleep(100);
            socket.setSoLinger(true, 0);
        });
        Fetched fetched = get("/reset");
        boolean told = fetched instanceof Answer answer
                ? answer.payload().truncated()
                : ((Refused) fetched).state() == HealthState.CONNECT;
        assertTrue(told, "a reset may swallow what came before it");
    }

    @Test
    void aHugeHeaderIsRefused() {
        server.on(
                "/header",
                (asked, socket) -> RawServer.write(socket, OK + "X-Long: " + "y".repeat(100_000) + "\r\n\r\nbody"));
        assertEquals(HealthState.TOO_LARGE, refused("/header").state());
    }

    @Test
    void tooManyHeadersAreRefused() {
        server.on("/headers", (asked, socket) -> RawServer.write(socket, OK + "X: y\r\n".repeat(5_000) + "\r\nbody"));
        assertEquals(HealthState.TOO_LARGE, refused("/headers").state());
    }

    @Test
    void rubbishInPlaceOfHttpIsAConnectionThatBroke() {
        server.on("/rubbish", (asked, socket) -> RawServer.write(socket, "SSH-2.0-OpenSSH_9.6\r\n"));
        assertEquals(HealthState.CONNECT, refused("/rubbish").state());
    }

    @Test
    void aServerWithoutTlsIsATlsError() {
        Fetched fetched = fetcher.fetch(Request.feed(server.url("https", "/feed"), true));
        assertEquals(HealthState.TLS, assertInstanceOf(Refused.class, fetched).state());
    }

    @Test
    void nobodyListensIsAConnectError() throws IOException {
        server.close();
        assertEquals(HealthState.CONNECT, refused("/feed").state());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "120 | 120",
                "Mon, 02 Mar 2026 08:10:00 GMT | 600",
                "Monday, 02-Mar-26 08:10:00 GMT | 600",
                "Mon Mar  2 08:10:00 2026 | 600",
                "99999999 | 86400",
                "Sun, 01 Mar 2026 08:00:00 GMT | 0"
            })
    void retryAfterIsReadInEveryForm(String header, long seconds) {
        server.say("/tired", "429 Too Many Requests\r\nRetry-After: " + header, "");
        Refused refused = refused("/tired");
        assertEquals(HealthState.RATE_LIMITED, refused.state());
        assertEquals(Duration.ofSeconds(seconds), refused.retryAfter());
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "", "-5"})
    void aRetryAfterThatSaysNothingIsNone(String header) {
        server.say("/tired", "503 Service Unavailable\r\nRetry-After: " + header, "");
        assertNull(refused("/tired").retryAfter());
    }

    @ParameterizedTest
    @CsvSource({
        "401,REFUSED",
        "403,REFUSED",
        "404,NOT_FOUND",
        "410,GONE",
        "429,RATE_LIMITED",
        "451,BLOCKED",
        "500,SERVER_ERROR",
        "503,SERVER_ERROR",
        "418,REFUSED",
        "204,EMPTY"
    })
    void statusesHaveTheirWord(int status, HealthState word) {
        server.say("/status", status + " x", "");
        assertEquals(word, refused("/status").state());
    }

    @Test
    void aChallengeIsNotTakenForARefusal() {
        server.say("/wall", "403 Forbidden\r\ncf-mitigated: challenge", "<html>are you a robot</html>");
        assertEquals(HealthState.CHALLENGE, refused("/wall").state());
    }

    @Test
    void validatorsAreSentAsTheyCame() {
        server.say("/feed", "304 Not Modified", "");
        Validators odd = new Validators("W/\"ä, b\"", "Mon, 2 Mar 26 8:0:0");
        Fetched fetched = fetcher.fetch(Request.feed(server.url("/feed"), true).onlyIfChanged(odd));
        assertInstanceOf(NotModified.class, fetched);
        assertEquals(
                "Mon, 2 Mar 26 8:0:0",
                server.asked("/feed").getFirst().headers().get("if-modified-since"));
        assertInstanceOf(Refused.class, get("/feed"), "a 304 that nobody asked for holds no document");
    }

    @Test
    void noStoreMeansThatValidatorsMeanNothing() {
        server.say("/feed", "200 OK\r\nETag: \"1\"\r\nCache-Control: no-store", "x");
        assertTrue(answer("/feed").validators().isEmpty());
    }

    @Test
    void secretsDoNotFollowARedirectToAnotherHost() throws IOException {
        try (RawServer other = new RawServer()) {
            other.say("/there", "200 OK", "x");
            server.say("/here", "302 Found\r\nLocation: " + other.url("/there"), "");
            Request request =
                    Request.feed(server.url("/here"), true).with(Map.of("Authorization", "Token t0p"), server.url("/"));
            assertInstanceOf(Answer.class, fetcher.fetch(request));
            assertEquals("Token t0p", server.asked("/here").getFirst().headers().get("authorization"));
            assertNull(other.asked("/there").getFirst().headers().get("authorization"));
        }
    }

    @Test
    void secretsDoNotFollowANextPageOnAnotherHost() throws IOException {
        server.say("/page2", "200 OK", "x");
        Request request = Request.feed(server.url("/page2"), true)
                .with(Map.of("Authorization", "Token t0p"), "https://registry.example/dockets/");
        assertInstanceOf(Answer.class, fetcher.fetch(request));
        assertNull(server.asked("/page2").getFirst().headers().get("authorization"));
    }

    private static Fetched.Cut cut(Fetched.Cut cut) {
        assertNotNull(cut);
        return cut;
    }
}
