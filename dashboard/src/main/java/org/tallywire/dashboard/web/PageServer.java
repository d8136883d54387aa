package org.tallywire.dashboard.web;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tallywire.dashboard.view.View;

/** The replies of {@link Routes} over HTTP/1.1, each request on a virtual thread of its own; GET and HEAD only. */
public final class PageServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PageServer.class);
    private static final int WORTH_PACKING = 1_000;

    /** Text from articles is hostile: no script but ours runs, none is made from text, nothing is loaded from elsewhere. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
            + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
            + "require-trusted-types-for 'script'; trusted-types 'none'";

    private final HttpServer server;
    private final Routes routes;
    private final Events events;

    /**
     * Starts to listen.
     *
     * @throws IOException when the address is taken or is not ours
     */
    public PageServer(InetSocketAddress address, View view, Feed feed, Supplier<String> metrics) throws IOException {
        routes = new Routes(view, feed, metrics);
        events = new Events(view);
        server = HttpServer.create(address, 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    /** Where it listens, with the port that it got when 0 was asked for. */
    public InetSocketAddress address() {
        return server.getAddress();
    }

    @Override
    public void close() {
        events.close();
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            guard(exchange.getResponseHeaders());
            if (!List.of("GET", "HEAD").contains(exchange.getRequestMethod())) {
                exchange.getResponseHeaders().set("Allow", "GET, HEAD");
                exchange.sendResponseHeaders(405, -1);
            } else if (exchange.getRequestURI().getRawPath().equals("/events")) {
                events.serve(exchange);
            } else {
                send(exchange, answer(exchange));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Reply answer(HttpExchange exchange) {
        Request request;
        try {
            request = Request.of(exchange.getRequestURI());
        } catch (IllegalArgumentException e) {
            return Reply.badRequest("broken address: " + e.getMessage());
        }
        try {
            return routes.answer(request);
        } catch (RuntimeException e) {
            LOG.error("event=reply_failed path={}", exchange.getRequestURI().getRawPath(), e);
            return Reply.text(500, "this went wrong on our side; the log says how");
        }
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        Headers headers = exchange.getResponseHeaders();
        reply.headers().forEach(headers::set);
        headers.set("Content-Type", reply.contentType());
        headers.set("Cache-Control", "no-cache");
        if (reply.status() == 200) {
            String etag = reply.etag();
            headers.set("ETag", etag);
            if (names(exchange, "If-None-Match", etag)) {
                exchange.sendResponseHeaders(304, -1);
                return;
            }
        }
        byte[] body = reply.body();
        headers.set("Vary", "Accept-Encoding");
        if (body.length > WORTH_PACKING && names(exchange, "Accept-Encoding", "gzip")) {
            headers.set("Content-Encoding", "gzip");
            body = packed(body);
        }
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(reply.status(), head || body.length == 0 ? -1 : body.length);
        if (!head) {
            exchange.getResponseBody().write(body);
        }
    }

    private static boolean names(HttpExchange exchange, String header, String word) {
        String value = exchange.getRequestHeaders().getFirst(header);
        return value != null && value.contains(word);
    }

    private static byte[] packed(byte[] body) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(body.length / 4);
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(body);
        }
        return out.toByteArray();
    }

    private static void guard(Headers headers) {
        headers.set("Content-Security-Policy", POLICY);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
    }
}
