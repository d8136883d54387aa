package org.tallywire.ingest.feed;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tallywire.ingest.read.FeedItem;
import org.tallywire.ingest.read.Reading;

/**
 * A reading of news as one JSON line: {@code {"source","ok","reason","encoding","feed":{"title","link"},"entries":[...]}}.
 * Absent fields of feed and entries are left out; instants are ISO-8601 in UTC; withdrawals carry {@code "deleted":true}.
 */
public final class ReadingJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ReadingJson() {}

    /** The line for what {@code source} (a file name or an address) gave, without line end. */
    public static String line(String source, Reading<FeedItem> reading) {
        ObjectNode line = JSON.createObjectNode().put("source", source).put("ok", reading.ok());
        line.put("reason", reading.reason()).put("encoding", reading.encoding());
        ObjectNode feed = line.putObject("feed");
        put(feed, "title", reading.feed().title());
        put(feed, "link", reading.feed().link());
        ArrayNode entries = line.putArray("entries");
        reading.entries().forEach(item -> entry(item, entries.addObject()));
        return line.toString();
    }

    private static void entry(FeedItem item, ObjectNode entry) {
        put(entry, "id", item.id());
        put(entry, "title", item.title());
        put(entry, "link", item.link());
        put(entry, "published", item.published());
        put(entry, "updated", item.updated());
        put(entry, "summary", item.summary());
        put(entry, "content", item.content());
        if (!item.authors().isEmpty()) {
            item.authors().forEach(entry.putArray("authors")::add);
        }
        if (item.deleted()) {
            entry.put("deleted", true);
        }
    }

    private static void put(ObjectNode node, String name, String value) {
        if (!value.isEmpty()) {
            node.put(name, value);
        }
    }

    private static void put(ObjectNode node, String name, @Nullable Instant value) {
        if (value != null) {
            node.put(name, value.toString());
        }
    }
}
