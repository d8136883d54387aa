package org.tallywire.ingest.page;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A page as one JSON line: {@code {"source","ok","title","published","canonical","lang","text"}}. The text is the article
 * as a reader would retell it: paragraphs by line breaks, without the headline, captions, credits and furniture. Absent
 * fields are left out; {@code reason} and {@code flags} are added when there is something to say.
 */
public final class PageJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private PageJson() {}

    /** The line for {@code source} (a file name or an address), without line end. */
    public static String line(String source, Page page) {
        ObjectNode line = JSON.createObjectNode().put("source", source).put("ok", page.ok());
        put(line, "reason", page.reason());
        put(line, "title", page.title());
        if (page.published().instant() != null) {
            line.put("published", page.published().instant().toString());
        }
        put(line, "canonical", page.canonical());
        put(line, "lang", page.language());
        if (!page.article().flags().isEmpty()) {
            page.article().flags().forEach(line.putArray("flags")::add);
        }
        return line.put("text", page.article().body()).toString();
    }

    private static void put(ObjectNode node, String name, String value) {
        if (!value.isEmpty()) {
            node.put(name, value);
        }
    }
}
