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
    private static final int ENOUGH = 8;

    private record Hostile(Behaviour behaviour, Set<HealthState> words) {}

    private final Map<String, Hostile> hostile = new LinkedHashMap<>();
    private final List<RawServer> servers = new ArrayList<>();

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

    private RawServer serve(Behaviour behaviour) throws IOException {
        RawServer server = new RawServer(InetAddress.ofLiteral("127.0.0.2")).on("/", behaviour);
        servers.add(server);
        return server;
    }

    @Test
    @Timeout(120)
    void goodSourcesStayOnScheduleAndHostileOnesGetTheirWord() throws Exception {
        everyKind();
        InstantSource clock = InstantSource.system();
        Predicate<InetAddress> internet = InetAddress.ofLiteral("127.0.0.2")::equals;
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
                play(bench, clock);
            }
            threads.shutdownNow();
        } finally {
            for (RawServer server : servers) {
                server.close();
            }
        }
    }

    private void play(Bench<Article> bench, InstantSource clock) throws IOException, InterruptedException {
        for (Map.Entry<String, Hostile> entry : hostile.entrySet()) {
            RawServer server = serve(entry.getValue().behaviour());
            bench.add(source(entry.getKey(), server.url("/")));
        }
        bench.add(source("tls", serve(says("200 OK", FEED)).url("https", "/")));
        List<RawServer> good = new ArrayList<>();
        for (int n = 0; n < 5; n++) {
            RawServer server = serve(says("200 OK\r\nContent-Type: application/rss+xml", FEED));
            good.add(server);
            bench.add(source("good-" + n, server.url("/")));
        }
        int leastWhileHostile = 0;
        boolean hostileDone = false;
        Instant last = clock.instant();
        while (!hostileDone
                || good.stream().anyMatch(server -> server.asked("/").size() < ENOUGH)) {
            Thread.sleep(50);
            Instant now = clock.instant();
            bench.pass(Duration.between(last, now), Duration.between(last, now));
            last = now;
            hostileDone = hostile.keySet().stream().allMatch(id -> attempted(bench, id)) && attempted(bench, "tls");
            if (!hostileDone) {
                leastWhileHostile =
                        good.stream().mapToInt(s -> s.asked("/").size()).min().orElse(0);
            }
        }
        assertTrue(leastWhileHostile >= 3, "asked only " + leastWhileHostile + " times while the slow ones were open");
        hostile.forEach((id, expected) -> assertTrue(
                expected.words().contains(word(bench, id)),
                id + ": " + bench.state(id).getHealth()));
        assertEquals(HealthState.TLS, word(bench, "tls"));
        for (int n = 0; n < good.size(); n++) {
            assertEquals(0, bench.state("good-" + n).getHealth().getErrorStreak());
        }
    }

    private static boolean attempted(Bench<Article> bench, String id) {
        SourceState state = bench.state(id);
        return state != null && state.getHealth().getLastAttempt() != null;
    }

    private static HealthState word(Bench<Article> bench, String id) {
        return bench.state(id).getHealth().getState();
    }
}
