package org.tallywire.standalone.sample;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.zip.CRC32C;

/** Serves the sample world over HTTP, with validators, as of the clock that it is given. */
public final class SampleServer implements AutoCloseable {
    private static final Charset WINDOWS_1251 = Charset.forName("windows-1251");

    private final HttpServer server;
    private final SampleWorld world;
    private final InstantSource clock;

    private record Page(int status, String type, byte[] body) {
        static Page of(String type, String text, Charset charset) {
            return new Page(200, type, text.getBytes(charset));
        }

        static Page none(int status, String text) {
            return new Page(status, "text/plain", text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private SampleServer(HttpServer server, SampleWorld world, InstantSource clock) {
        this.server = server;
        this.world = world;
        this.clock = clock;
    }

    /** Starts it. Port 0: any free one. */
    public static SampleServer start(SampleWorld world, String host, int port, InstantSource clock) {
        try {
            HttpServer http = HttpServer.create(new InetSocketAddress(host, port), 0);
            http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            SampleServer sample = new SampleServer(http, world, clock);
            sample.outlets();
            sample.registers();
            http.start();
            return sample;
        } catch (IOException e) {
            throw new UncheckedIOException("the sample world cannot listen on " + host + ":" + port, e);
        }
    }

    /** {@code http://127.0.0.1:port}. */
    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void outlets() {
        for (SampleOutlet outlet : SampleOutlet.values()) {
            Charset charset = outlet == SampleOutlet.VESTNIK ? WINDOWS_1251 : StandardCharsets.UTF_8;
            serve("/" + outlet.id + "/feed.xml", () -> Page.of("application/xml", feed(outlet), charset));
            server.createContext(
                    "/" + outlet.id + "/articles/",
                    x -> answer(x, article(outlet, x.getRequestURI().getPath())));
        }
        serve("/dying/feed.xml", this::dying);
        serve("/robots.txt", () -> Page.of("text/plain", "User-agent: *\nAllow: /\n", StandardCharsets.UTF_8));
    }

    private void registers() {
        serve(
                "/exnd/rss_outside.pl",
                () -> Page.of(
                        "text/xml",
                        SampleRegisters.pacer(world.federal(), clock.instant(), address()),
                        StandardCharsets.ISO_8859_1));
        serve(
                "/register.csv",
                () -> Page.of(
                        "text/csv; charset=utf-8",
                        SampleRegisters.csv(world.csv(), clock.instant()),
                        StandardCharsets.UTF_8));
        server.createContext(
                "/modules.php",
                x -> answer(
                        x,
                        Page.of(
                                "text/html",
                                SampleSudrf.page(
                                        world.military(),
                                        clock.instant(),
                                        x.getRequestURI().getRawQuery()),
                                WINDOWS_1251)));
    }

    private void serve(String path, Supplier<Page> page) {
        server.createContext(path, x -> answer(x, page.get()));
    }

    private String feed(SampleOutlet outlet) {
        return SamplePages.feed(outlet, world.articles(outlet), clock.instant(), address());
    }

    private Page article(SampleOutlet outlet, String path) {
        Instant now = clock.instant();
        List<SampleArticle> found = world.articles(outlet).stream()
                .filter(a -> a.path().equals(path) && !a.appears().isAfter(now))
                .toList();
        if (found.isEmpty()) {
            return Page.none(404, "no such article");
        }
        SampleArticle article = found.getFirst();
        return article.isWithdrawn(now)
                ? Page.none(410, "withdrawn")
                : Page.of(
                        "text/html; charset=utf-8",
                        SamplePages.page(outlet, article, now, address()),
                        StandardCharsets.UTF_8);
    }

    /** Works like the first outlet's feed until it dies. */
    private Page dying() {
        boolean dead = clock.instant().isAfter(world.epoch().plus(SampleWorld.DEATH));
        return dead
                ? Page.none(503, "Service Unavailable")
                : Page.of(
                        "application/xml",
                        feed(SampleOutlet.COURIER).replace("courier-", "dying-"),
                        StandardCharsets.UTF_8);
    }

    private static void answer(HttpExchange exchange, Page page) throws IOException {
        try (exchange) {
            CRC32C sum = new CRC32C();
            sum.update(page.body());
            String tag = "\"" + Long.toHexString(sum.getValue()) + "\"";
            exchange.getResponseHeaders().set("Content-Type", page.type());
            exchange.getResponseHeaders().set("ETag", tag);
            if (page.status() == 200 && tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                exchange.sendResponseHeaders(304, -1);
                return;
            }
            exchange.sendResponseHeaders(page.status(), page.body().length);
            exchange.getResponseBody().write(page.body());
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
