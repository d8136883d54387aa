package org.tallywire.ingest.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The JSON-LD of a page, read leniently: sites write control characters, comments and trailing commas into it. */
final class JsonLd {
    private static final JsonMapper JSON = JsonMapper.builder(com.fasterxml.jackson.core.JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(60).build())
                    .build())
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS, JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS, JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
            .build();
    private static final Set<String> ARTICLES = Set.of(
            "Article",
            "NewsArticle",
            "ReportageNewsArticle",
            "AnalysisNewsArticle",
            "OpinionNewsArticle",
            "BackgroundNewsArticle",
            "ReviewNewsArticle",
            "BlogPosting",
            "LiveBlogPosting",
            "SocialMediaPosting",
            "TechArticle",
            "Report",
            "WebPage");
    private static final int DEEPEST = 6;

    private JsonLd() {}

    /** The first node of a news type; a missing node if there is none. */
    static JsonNode article(Document page) {
        JsonNode second = MissingNode.getInstance();
        for (Element script : page.select("script[type~=(?i)ld\\+json]")) {
            JsonNode found = find(parsed(script.data()), 0);
            if (!found.isMissingNode() && !hasType(found, Set.of("WebPage"))) {
                return found;
            }
            second = found.isMissingNode() ? second : found;
        }
        return second;
    }

    private static JsonNode parsed(String data) {
        String json = data.strip().replaceFirst("^(?:<!--|//<!\\[CDATA\\[|<!\\[CDATA\\[)", "");
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            // many pages carry broken JSON-LD beside good meta elements: absence is the honest value
            return MissingNode.getInstance();
        }
    }

    private static JsonNode find(JsonNode node, int depth) {
        JsonNode page = MissingNode.getInstance();
        if (node == null || depth > DEEPEST) {
            return page;
        }
        if (node.isObject() && hasType(node, ARTICLES)) {
            if (!hasType(node, Set.of("WebPage"))) {
                return node;
            }
            page = node;
        }
        List<JsonNode> inner = new ArrayList<>();
        if (node.isArray()) {
            node.forEach(inner::add);
        } else {
            inner.add(node.path("@graph"));
            inner.add(node.path("mainEntity"));
            inner.add(node.path("mainEntityOfPage"));
        }
        for (JsonNode child : inner) {
            JsonNode found = find(child, depth + 1);
            if (!found.isMissingNode()) {
                return found;
            }
        }
        return page;
    }

    private static boolean hasType(JsonNode node, Set<String> types) {
        JsonNode type = node.path("@type");
        if (!type.isArray()) {
            return types.contains(type.asText());
        }
        for (JsonNode one : type) {
            if (types.contains(one.asText())) {
                return true;
            }
        }
        return false;
    }

    /** Names of a person, a list of persons, or plain strings. */
    static List<String> names(JsonNode author) {
        List<String> names = new ArrayList<>();
        if (author.isArray()) {
            author.forEach(one -> names.addAll(names(one)));
        } else if (author.isObject()) {
            names.addAll(names(author.path("name")));
        } else if (author.isTextual()) {
            names.add(author.asText());
        }
        return names;
    }
}
