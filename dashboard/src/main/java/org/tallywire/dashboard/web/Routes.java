package org.tallywire.dashboard.web;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Supplier;
import org.tallywire.dashboard.view.View;

/** Which part answers which path. Pure: the same view and request give the same reply. */
final class Routes {
    private final Api api;
    private final Export export;
    private final Pages pages = new Pages();
    private final Feed feed;
    private final Supplier<String> metrics;

    Routes(View view, Feed feed, Supplier<String> metrics) {
        this.api = new Api(view, feed);
        this.export = new Export(view);
        this.feed = feed;
        this.metrics = metrics;
    }

    Reply answer(Request request) {
        String first = request.path().isEmpty() ? "" : request.path().getFirst();
        return switch (first) {
            case "api" -> api.answer(request);
            case "export" -> export.answer(request);
            case "health" -> health(request);
            case "metrics" ->
                Reply.of(200, "text/plain; version=0.0.4", metrics.get().getBytes(StandardCharsets.UTF_8));
            default -> pages.answer(request.path());
        };
    }

    private Reply health(Request request) {
        String which = request.path().size() == 2 ? request.path().get(1) : "";
        return switch (which) {
            case "live" -> health(feed.alive());
            case "ready" -> health(feed.alive().isEmpty() ? feed.ready() : feed.alive());
            default -> Reply.notFound("there are /health/live and /health/ready");
        };
    }

    private static Reply health(String problem) {
        return problem.isEmpty()
                ? Json.reply(Map.of("ok", true))
                : Json.reply(503, Map.of("ok", false, "reason", problem));
    }
}
