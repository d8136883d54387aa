package org.tallywire.dashboard.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The files of the page, read once at start; nothing outside this list can be asked for. */
final class Pages {
    private static final List<String> FILES = List.of(
            "index.html",
            "base.css",
            "parts.css",
            "charts.css",
            "main.js",
            "live.js",
            "dom.js",
            "words.js",
            "charts.js",
            "days-chart.js",
            "alerts.js",
            "tallies.js",
            "series.js",
            "claims.js",
            "sources.js",
            "icon.svg");
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml");

    private final Map<String, Reply> replies = new HashMap<>();

    Pages() {
        for (String file : FILES) {
            String type = TYPES.get(file.substring(file.lastIndexOf('.') + 1));
            replies.put(file, Reply.of(200, type == null ? "application/octet-stream" : type, read(file)));
        }
    }

    Reply answer(List<String> path) {
        Reply reply = path.isEmpty() ? find("index.html") : path.size() == 1 ? find(path.getFirst()) : null;
        return reply == null ? Reply.notFound("no such page") : reply;
    }

    private @Nullable Reply find(String file) {
        return replies.get(file);
    }

    private static byte[] read(String file) {
        try (InputStream in = Pages.class.getResourceAsStream("/org/tallywire/dashboard/page/" + file)) {
            if (in == null) {
                throw new IllegalStateException("the page lacks its file " + file);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
