package org.tallywire.ingest.feed;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.tallywire.avro.Source;
import org.tallywire.ingest.read.FeedItem;
import org.tallywire.ingest.read.Payload;
import org.tallywire.ingest.read.Reading;

/**
 * One case of a fixture file: {@code ## why}, settings ({@code bytes:} charset in which the document is written,
 * {@code type:} Content-Type, {@code base:} final address, {@code zone:}), {@code >>}, the document (with {@code \\}{@code uXXXX} for signs that no editor shows), {@code <<}, the
 * expected part of the JSON line.
 */
record FeedCase(String why, Map<String, String> settings, String document, String expected) {
    static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    static List<FeedCase> load(String name) throws IOException {
        try (InputStream in = FeedCase.class.getResourceAsStream(name)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            List<FeedCase> cases = new ArrayList<>();
            for (String block : text.split("(?m)^## ")) {
                if (block.contains("\n>>\n")) {
                    cases.add(of(block));
                }
            }
            return cases;
        }
    }

    private static FeedCase of(String block) {
        int open = block.indexOf("\n>>\n");
        int close = block.indexOf("\n<<\n", open);
        String[] head = block.substring(0, open).split("\n");
        Map<String, String> settings = new HashMap<>();
        for (int i = 1; i < head.length; i++) {
            int colon = head[i].indexOf(':');
            settings.put(
                    head[i].substring(0, colon), head[i].substring(colon + 1).strip());
        }
        return new FeedCase(head[0], settings, block.substring(open + 4, close), block.substring(close + 4));
    }

    Reading<FeedItem> read() {
        Charset charset = Charset.forName(settings.getOrDefault("bytes", "UTF-8"));
        String text = Pattern.compile("\\\\u([0-9A-Fa-f]{4})")
                .matcher(document)
                .replaceAll(found -> Character.toString(Integer.parseInt(found.group(1), 16)));
        byte[] body = text.getBytes(charset);
        Source source = Source.newBuilder()
                .setId("case")
                .setZone(settings.getOrDefault("zone", "UTC"))
                .build();
        String base = settings.getOrDefault("base", "case.xml");
        return new NewsReader().read(Payload.of(body, settings.getOrDefault("type", ""), base, NOW), source);
    }

    @Override
    public String toString() {
        return why;
    }
}
