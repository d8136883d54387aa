package org.tallywire.ingest.feed;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jdom2.Element;
import org.jsoup.nodes.Entities;
import org.tallywire.ingest.feed.Lead.Role;
import org.tallywire.ingest.read.FeedFacts;
import org.tallywire.ingest.text.PlainText;

/** JSON Feed 1.0 and 1.1. */
final class JsonFeed {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS, JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .build();
    /** JSON has no xml:base: links hang from a place without any. */
    private static final Element NOWHERE = new Element("item");

    private JsonFeed() {}

    /** True if the text is a JSON Feed; otherwise a note says why not. */
    static boolean read(String text, FeedDocument document) {
        JsonNode root = root(text, document);
        boolean versioned = root.path("version").asText().contains("jsonfeed.org/version/");
        boolean nothing = document.salvaged && root.path("items").isEmpty();
        if (nothing || !root.path("items").isArray() || !versioned && !root.has("title")) {
            document.notes.add("JSON, but no JSON Feed");
            return false;
        }
        if (!versioned) {
            document.notes.add("no JSON Feed version");
        }
        Links links = new Links(document.payload.url(), string(root, "home_page_url"));
        String home = links.absolute(string(root, "home_page_url"), NOWHERE);
        document.facts = new FeedFacts(
                PlainText.collapsed(string(root, "title")),
                home,
                string(root, "language"),
                "",
                0,
                List.of(),
                List.of());
        Items items = new Items(links, document.dates, document.facts.language());
        root.path("items").forEach(item -> item(item, root, items, document));
        follow(root, links, document);
        return true;
    }

    private static JsonNode root(String text, FeedDocument document) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            JsonNode whole = wholeItems(text);
            document.salvaged = true;
            document.notes.add("not well-formed JSON: " + e.getOriginalMessage() + "; "
                    + whole.path("items").size() + " whole items kept");
            return whole;
        }
    }

    /** The fields and items of a broken document up to where it breaks. */
    private static JsonNode wholeItems(String text) {
        ObjectNode root = JSON.createObjectNode();
        ArrayNode items = root.putArray("items");
        try (JsonParser parser = JSON.createParser(text)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                boolean list = parser.nextToken() == JsonToken.START_ARRAY && name.equals("items");
                while (list && parser.nextToken() == JsonToken.START_OBJECT) {
                    items.add(JSON.<JsonNode>readTree(parser));
                }
                if (!list) {
                    root.set(name, JSON.<JsonNode>readTree(parser));
                }
            }
        } catch (IOException broken) {
            return root;
        }
        return root;
    }

    private static void follow(JsonNode root, Links links, FeedDocument document) {
        if (root.path("expired").asBoolean()) {
            document.notes.add("the feed says that it has ended");
        }
        String next = links.absolute(string(root, "next_url"), NOWHERE);
        if (!next.isEmpty()) {
            document.notes.add("older items at " + next);
        }
    }

    private static void item(JsonNode item, JsonNode root, Items items, FeedDocument document) {
        if (!item.isObject()) {
            document.fail("item is no object", item.toString());
            return;
        }
        Lead lead = new Lead(NOWHERE);
        lead.add(Role.LINK, string(item, "url"));
        lead.add(Role.LINK, string(item, "external_url"));
        lead.add(Role.LINK, string(item, "id"));
        lead.add(Role.PUBLISHED, string(item, "date_published"));
        lead.add(Role.UPDATED, string(item, "date_modified"));
        lead.add(Role.LANGUAGE, string(item, "language"));
        String html = string(item, "content_html");
        String plain = Entities.escape(string(item, "content_text"));
        String summary = Entities.escape(string(item, "summary"));
        List<String> authors = authors(item);
        document.add(items.item(
                lead,
                new Items.Said(
                        string(item, "id"),
                        PlainText.ofHtml(string(item, "title")),
                        summary,
                        List.of(html.isEmpty() ? plain : html, html.isEmpty() && plain.isEmpty() ? summary : ""),
                        authors.isEmpty() ? authors(root) : authors)));
    }

    private static List<String> authors(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.path("authors").forEach(author -> names.add(string(author, "name")));
        names.add(string(node.path("author"), "name"));
        return names.stream().filter(name -> !name.isBlank()).distinct().toList();
    }

    /** A string or a number as a string; empty for anything else. */
    private static String string(JsonNode node, String name) {
        JsonNode value = node.path(name);
        return value.isTextual() || value.isNumber() ? value.asText() : "";
    }
}
