package org.tallywire.dashboard.web;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.tallywire.dashboard.view.Part;
import org.tallywire.dashboard.view.View;

/**
 * Server-sent events: which parts of the view have changed, at most once a second, so that a page asks for those again.
 * An event's data are the parts in lower case with a blank between.
 */
final class Events {
    private static final int MOST_LISTENERS = 100;
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int QUIET_TICKS = 15;

    private final View view;
    private final Semaphore places = new Semaphore(MOST_LISTENERS);
    private volatile boolean open = true;

    Events(View view) {
        this.view = view;
    }

    /** Stays with one listener until it goes, or the server stops. */
    void serve(HttpExchange exchange) throws IOException, InterruptedException {
        if (!places.tryAcquire()) {
            exchange.sendResponseHeaders(503, -1);
            return;
        }
        try (OutputStream out = start(exchange)) {
            Map<Part, Long> seen = versions();
            for (int quiet = 1; open; quiet++) {
                Thread.sleep(PAUSE);
                Map<Part, Long> now = versions();
                if (!now.equals(seen)) {
                    send(out, "event: change\ndata: " + changed(seen, now) + "\n\n");
                    seen = now;
                    quiet = 0;
                } else if (quiet >= QUIET_TICKS) {
                    send(out, ": still here\n\n");
                    quiet = 0;
                }
            }
        } finally {
            places.release();
        }
    }

    void close() {
        open = false;
    }

    private static OutputStream start(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream; charset=utf-8");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(200, 0);
        OutputStream out = exchange.getResponseBody();
        send(out, "retry: 3000\nevent: hello\ndata: \n\n");
        return out;
    }

    private static void send(OutputStream out, String event) throws IOException {
        out.write(event.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private Map<Part, Long> versions() {
        Map<Part, Long> versions = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            versions.put(part, view.version(part));
        }
        return versions;
    }

    private static String changed(Map<Part, Long> before, Map<Part, Long> now) {
        return now.keySet().stream()
                .filter(part -> !Objects.equals(now.get(part), before.get(part)))
                .map(part -> part.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" "));
    }
}
