package org.tallywire.schemas.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.tallywire.schemas.AvroJson;

/** Serves /health/live, /health/ready (200, or 503 with the reason as JSON) and /metrics. */
public final class HealthServer implements AutoCloseable {
    private final HttpServer server;

    private HealthServer(HttpServer server) {
        this.server = server;
    }

    /**
     * Starts it.
     *
     * @param port 0: any free one
     * @param alive empty when alive, else the reason
     * @param ready empty when ready, else the reason
     * @throws UncheckedIOException if the address is taken
     */
    public static HealthServer start(
            String host, int port, Metrics metrics, Supplier<String> alive, Supplier<String> ready) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(host, port), 0);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/health/live", x -> tell(x, alive.get()));
            server.createContext("/health/ready", x -> tell(x, ready.get()));
            server.createContext("/metrics", x -> send(x, 200, "text/plain; version=0.0.4", metrics.text()));
            server.start();
            return new HealthServer(server);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen on " + host + ":" + port, e);
        }
    }

    /** {@code http://host:port}. */
    public String address() {
        InetSocketAddress at = server.getAddress();
        return "http://" + at.getHostString() + ":" + at.getPort();
    }

    private static void tell(HttpExchange exchange, String problem) throws IOException {
        String body = problem.isEmpty() ? "{\"ok\":true}" : "{\"ok\":false,\"reason\":" + AvroJson.quote(problem) + "}";
        send(exchange, problem.isEmpty() ? 200 : 503, "application/json", body);
    }

    private static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        try (exchange) {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
