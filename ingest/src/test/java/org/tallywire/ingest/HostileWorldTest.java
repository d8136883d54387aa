package org.tallywire.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tallywire.avro.Article;
import org.tallywire.avro.HealthState;
import org.tallywire.avro.Source;
import org.tallywire.avro.SourceState;
import org.tallywire.avro.Stream;
import org.tallywire.ingest.feed.NewsReader;
import org.tallywire.ingest.fetch.FetchLimits;
import org.tallywire.ingest.fetch.FetchSettings;
import org.tallywire.ingest.fetch.HttpFetcher;
import org.tallywire.ingest.fetch.RawServer;
import org.tallywire.ingest.fetch.RawServer.Behaviour;
import org.tallywire.ingest.fetch.Robots;
import org.tallywire.ingest.page.ArticleReader;
import org.tallywire.ingest.poll.FirstPolls;
import org.tallywire.ingest.poll.HostPace;
import org.tallywire.ingest.poll.Network;
import org.tallywire.ingest.poll.NewsDesk;
import org.tallywire.ingest.poll.PageTimes;
import org.tallywire.ingest.poll.Poller;
import org.tallywire.ingest.poll.Secrets;
import org.tallywire.ingest.poll.Waiting;
import org.tallywire.ingest.read.FeedItem;
import org.tallywire.schemas.http.Metrics;

/**
 * Good sources among hostile ones, over real loopback sockets and the real topology: however the hostile ones behave, the
 * good ones are asked on schedule, and every hostile one gets its word. 127.0.0.2 plays the public internet.
 */
class HostileWorldTest {
    private static final String OK = "HTTP/1.1 200 OK\r\nConnection: close\r\n";
    private static final String FEED = "<rss version=\"2.0\"><channel><title>t</title><item><guid>a</guid>"
            + "<title>A headline that is long enough to tell</title></item></channel></rss>";
    private static final FetchLimits LIMITS = new FetchLimits(
            Duration.ofSeconds(2), Duration.ofSeconds(2), Duration.ofSeconds(4), 5, 200_000, 400_000, 8_192, 100);
    private static final InetAddress LAN = InetAddress.ofLiteral("127.0.0.2");
    private static final int ENOUGH = 8;
    private static final List<String> UNTRUSTED = List.of("no-tls", "expired-tls", "self-signed-tls");
    private static final Behaviour GOOD = says("200 OK\r\nContent-Type: application/rss+xml", FEED);
    private static final AtomicInteger STUCK_ASKED = new AtomicInteger();

    private record Hostile(Behaviour behaviour, Set<HealthState> words) {}

    private final Map<String, Hostile> hostile = new LinkedHashMap<>();
    private final Map<String, String> addresses = new LinkedHashMap<>();
    private final List<RawServer> servers = new ArrayList<>();
    private final List<RawServer> good = new ArrayList<>();

    private void hostile(String name, Behaviour behaviour, HealthState first, HealthState... more) {
        hostile.put(name, new Hostile(behaviour, EnumSet.of(first, more)));
    }

    private static Behaviour says(String head, String body) {
        return (asked, socket) -> RawServer.write(
                socket,
                "HTTP/1.1 " + head + "\r\nConnection: close\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
    }

    private void everyKind() throws IOException {
        hostile("drip", HostileWorldTest::drip, HealthState.READ_TIMEOUT);
        hostile("mute", (asked, socket) -> Thread.sleep(60_000), HealthState.READ_TIMEOUT);
        hostile("endless", HostileWorldTest::endless, HealthState.TOO_LARGE);
        byte[] bomb = bomb();
        hostile(
                "bomb",
                (asked, socket) -> {
                    RawServer.write(socket, OK + "Content-Encoding: gzip\r\n\r\n");
                    RawServer.write(socket, bomb);
                },
                HealthState.TOO_LARGE);
        hostile("loop", says("302 Found\r\nLocation: /", ""), HealthState.REDIRECT_LOOP);
        hostile("to-loopback", says("302 Found\r\nLocation: http://127.0.0.1:9999/", ""), HealthState.BLOCKED_ADDRESS);
        hostile("to-metadata", says("301 Moved\r\nLocation: http://169.254.169.254/", ""), HealthState.BLOCKED_ADDRESS);
        hostile(
                "short",
                (asked, socket) -> RawServer.write(socket, OK + "Content-Length: 9999\r\n\r\n<rss>"),
                HealthState.CONNECT);
        hostile("reset", HostileWorldTest::reset, HealthState.CONNECT);
        hostile(
                "laughs",
                says("200 OK", laughs()),
                HealthState.PARSE,
                HealthState.SALVAGED,
                HealthState.UNCHANGED,
                HealthState.OK_EMPTY,
                HealthState.WORKING,
                HealthState.NOT_A_FEED);
        hostile("always-304", says("304 Not Modified", ""), HealthState.REFUSED);
        hostile("stuck-304", HostileWorldTest::stuck, HealthState.LIAR, HealthState.UNCHANGED);
        hostile("tired", says("429 Too Many Requests\r\nRetry-After: 3600", ""), HealthState.RATE_LIMITED);
        hostile(
                "tired-date",
                says("429 Too Many\r\nRetry-After: Fri, 31 Dec 2100 23:59:59 GMT", ""),
                HealthState.RATE_LIMITED);
        hostile(
                "html",
                says("200 OK\r\nContent-Type: text/html", "<html><body>hello</body></html>"),
                HealthState.NOT_A_FEED);
        hostile(
                "nul",
                says("200 OK", "\0".repeat(5_000)),
                HealthState.NOT_A_FEED,
                HealthState.PARSE,
                HealthState.EMPTY);
        hostile("ssh", (asked, socket) -> RawServer.write(socket, "SSH-2.0-OpenSSH\r\n"), HealthState.CONNECT);
    }

    private static void drip(RawServer.Asked asked, java.net.Socket socket) throws IOException, InterruptedException {
        RawServer.write(socket, OK + "\r\n<rss>");
        for (; ; ) {
            RawServer.write(socket, " ");
            Thread.sleep(100);
        }
    }

    /** Says 304 to its tag for ever, though it has news for who asks without. */
    private static void stuck(RawServer.Asked asked, java.net.Socket socket) throws IOException {
        boolean conditional = asked.headers().containsKey("if-none-match");
        boolean again = STUCK_ASKED.getAndIncrement() > 0;
        String news = "<item><guid>b</guid><title>Another headline that is long enough</title></item></channel>";
        String body = again ? FEED.replace("</channel>", news) : FEED;
        RawServer.write(
                socket,
                conditional
                        ? "HTTP/1.1 304 Not Modified\r\nConnection: close\r\nETag: \"1\"\r\n\r\n"
                        : OK + "ETag: \"1\"\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
    }

    private static void endless(RawServer.Asked asked, java.net.Socket socket) throws IOException {
        RawServer.write(socket, OK + "\r\n<rss>");
        for (; ; ) {
            RawServer.write(socket, new byte[8_192]);
        }
    }

    private static void reset(RawServer.Asked asked, java.net.Socket socket) throws IOException {
        RawServer.write(socket, OK + "Content-Length: 9999\r\n\r\n<rss><channel>");
        socket.setSoLinger(true, 0);
    }

    private static byte[] bomb() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(new byte[50 << 20]);
        }
        return bytes.toByteArray();
    }

    private static String laughs() {
        StringBuilder dtd = new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY l0 \"ha\">");
        for (int i = 1; i < 12; i++) {
            dtd.append("<!ENTITY l")
                    .append(i)
                    .append(" \"")
                    .append(("&l" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        return dtd + "]>" + FEED.replace("A headline", "&l11; A headline");
    }

    private Source source(String id, String url) {
        return Source.newBuilder()
                .setId(id)
                .setStream(Stream.NEWS)
                .setKind("rss")
                .setUrl(url)
                .setIntervalSeconds(1)
                .setOptions(Map.of("spacing.ms", "0"))
                .build();
    }

    private RawServer serve(RawServer server) {
        servers.add(server);
        return server;
    }

    /** Servers behind https that nobody should trust. */
    private Map<String, RawServer> untrusted() throws Exception {
        return Map.of(
                "no-tls", serve(new RawServer(LAN).on("/", GOOD)),
                "expired-tls", serve(new RawServer(Certificates.socket(LAN, "-2y")).on("/", GOOD)),
                "self-signed-tls", serve(new RawServer(Certificates.socket(LAN, "-1d")).on("/", GOOD)));
    }

    @Test
    @Timeout(120)
    void goodSourcesStayOnScheduleAndHostileOnesGetTheirWord() throws Exception {
        serveAll();
        InstantSource clock = InstantSource.system();
        Predicate<InetAddress> internet = LAN::equals;
        HttpFetcher fetcher = new HttpFetcher(new FetchSettings("Tallywire/test", LIMITS), clock, internet);
        HostPace pace = new HostPace();
        try (fetcher;
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Poller<FeedItem> poller = new Poller<>(
                    fetcher,
                    new Robots(fetcher, "Tallywire", clock),
                    pace,
                    kind -> new NewsReader(),
                    new Secrets(name -> null),
                    clock,
                    Waiting.sleeping(clock));
            Polling<FeedItem> polling = new Polling<>(
                    poller,
                    threads,
                    pace,
                    new FirstPolls(),
                    new Network(),
                    PollMetrics.of(Metrics.of("test")),
                    new Random(1),
                    100);
            Bench.Clock started = new Bench.Clock();
            started.now = clock.instant();
            try (Bench<Article> bench = new Bench<>(
                    Line.news(new NewsDesk(new ArticleReader()::read, PageTimes.of(PageTimes.USUAL))),
                    polling,
                    new FakeWeb(started),
                    started)) {
                play(bench, clock, started.now);
            }
            threads.shutdownNow();
        } finally {
            for (RawServer server : servers) {
                server.close();
            }
        }
    }

    /** Every server there is; made before the bench, whose clock must not fall behind while keys are made. */
    private void serveAll() throws Exception {
        everyKind();
        for (Map.Entry<String, Hostile> entry : hostile.entrySet()) {
            RawServer server = serve(new RawServer(LAN).on("/", entry.getValue().behaviour()));
            addresses.put(entry.getKey(), server.url("/"));
        }
        untrusted().forEach((name, server) -> addresses.put(name, server.url("https", "/")));
        for (int n = 0; n < 5; n++) {
            RawServer server = serve(new RawServer(LAN).on("/", GOOD));
            good.add(server);
            addresses.put("good-" + n, server.url("/"));
        }
    }

    private void play(Bench<Article> bench, InstantSource clock, Instant started) throws InterruptedException {
        addresses.forEach((name, url) -> bench.add(source(name, url)));
        int leastWhileHostile = 0;
        boolean hostileDone = false;
        Instant last = started;
        while (!hostileDone
                || items(bench, "stuck-304") < 2
                || good.stream().anyMatch(server -> server.asked("/").size() < ENOUGH)) {
            Thread.sleep(50);
            Instant now = clock.instant();
            bench.pass(Duration.between(last, now), Duration.between(last, now));
            last = now;
            hostileDone = hostile.keySet().stream().allMatch(id -> attempted(bench, id))
                    && UNTRUSTED.stream().allMatch(id -> attempted(bench, id));
            if (!hostileDone) {
                leastWhileHostile =
                        good.stream().mapToInt(s -> s.asked("/").size()).min().orElse(0);
            }
        }
        assertTrue(leastWhileHostile >= 3, "asked only " + leastWhileHostile + " times while the slow ones were open");
        hostile.forEach((id, expected) -> assertTrue(
                expected.words().contains(word(bench, id)),
                id + ": " + bench.state(id).getHealth()));
        UNTRUSTED.forEach(id -> assertEquals(HealthState.TLS, word(bench, id), id));
        for (int n = 0; n < good.size(); n++) {
            assertEquals(0, bench.state("good-" + n).getHealth().getErrorStreak());
        }
    }

    private static boolean attempted(Bench<Article> bench, String id) {
        SourceState state = bench.state(id);
        return state != null && state.getHealth().getLastAttempt() != null;
    }

    private static long items(Bench<Article> bench, String id) {
        return bench.state(id).getHealth().getItems().getOrDefault("new", 0L);
    }

    private static HealthState word(Bench<Article> bench, String id) {
        return bench.state(id).getHealth().getState();
    }
}
