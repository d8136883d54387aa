package org.tallywire.aggregate.deliver;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.avro.Schema;
import org.tallywire.avro.Alert;
import org.tallywire.schemas.AvroJson;

/**
 * A body that a user wrote: a JSON object whose texts hold places such as {@code {message}}, {@code {labels.statute}}, {@code
 * {evidence.0.url}}: a path in the alert's record. Places are filled in the parsed tree, so no value can break out of its text; a text that is one
 * place becomes the value itself, a number stays one. {@code {message|slack}} takes the marks of Slack out; {@code {{} is a brace. What the alert
 * does not have is an empty text, or null where it stands alone.
 */
final class JsonTemplate implements Body {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final Pattern PLACE = Pattern.compile("\\{\\{|\\{([^{}|]*)(\\|[^{}]*)?}?");
    private static final Pattern INDEX = Pattern.compile("[0-9]{1,3}");
    private static final String SLACK = "|slack";

    private final JsonNode tree;

    private JsonTemplate(JsonNode tree) {
        this.tree = tree;
    }

    /** The template of a file; IllegalArgumentException says file, line and what is wrong. */
    static JsonTemplate read(Path file) {
        try {
            return parse(Files.readString(file), file.toString());
        } catch (IOException e) {
            throw new IllegalArgumentException(file + ": " + e, e);
        }
    }

    static JsonTemplate parse(String text, String file) {
        try (JsonParser parser = JSON.createParser(text)) {
            JsonNode tree = JSON.readTree(text);
            if (!tree.isObject()) {
                throw new IllegalArgumentException(file + ":1: a JSON object is wanted");
            }
            while (parser.nextToken() != null) {
                String wrong = parser.currentToken() == JsonToken.VALUE_STRING ? wrong(parser.getText()) : "";
                if (!wrong.isEmpty()) {
                    int line = parser.currentTokenLocation().getLineNr();
                    throw new IllegalArgumentException(file + ":" + line + ": " + wrong);
                }
            }
            return new JsonTemplate(tree);
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw new IllegalArgumentException(file + ":" + line + ": " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new IllegalArgumentException(file + ": " + e, e);
        }
    }

    /** Why a text cannot be filled in; empty if it can. */
    private static String wrong(String text) {
        Matcher place = PLACE.matcher(text);
        while (place.find()) {
            if (place.group(1) == null) {
                continue;
            }
            if (!place.group().endsWith("}")) {
                return "a { without its }; write {{ for a brace";
            }
            if (!exists(place.group(1))) {
                return "an alert has no \"" + place.group(1) + "\"";
            }
            if (place.group(2) != null && !place.group(2).equals(SLACK)) {
                return "no such way to write a value: " + place.group(2);
            }
        }
        return "";
    }

    private static boolean exists(String path) {
        Schema at = Alert.getClassSchema();
        for (String step : path.split("\\.", -1)) {
            if (at.getType() == Schema.Type.RECORD && at.getField(step) != null) {
                at = at.getField(step).schema();
            } else if (at.getType() == Schema.Type.ARRAY && INDEX.matcher(step).matches()) {
                at = at.getElementType();
            } else if (at.getType() == Schema.Type.MAP && !step.isEmpty()) {
                at = at.getValueType();
            } else {
                return false;
            }
        }
        return true;
    }

    @Override
    public String body(Alert alert) {
        return filled(tree, AvroJson.node(alert)).toString();
    }

    private static JsonNode filled(JsonNode node, JsonNode alert) {
        return switch (node) {
            case ObjectNode object -> {
                ObjectNode copy = JSON.createObjectNode();
                object.properties().forEach(field -> copy.set(field.getKey(), filled(field.getValue(), alert)));
                yield copy;
            }
            case ArrayNode array -> {
                ArrayNode copy = JSON.createArrayNode();
                array.forEach(one -> copy.add(filled(one, alert)));
                yield copy;
            }
            case TextNode text -> filled(text.textValue(), alert);
            default -> node;
        };
    }

    private static JsonNode filled(String text, JsonNode alert) {
        Matcher place = PLACE.matcher(text);
        if (place.matches() && place.group(1) != null && place.group(2) == null) {
            JsonNode value = value(place.group(1), alert);
            return value.isMissingNode() ? NullNode.getInstance() : value;
        }
        return TextNode.valueOf(
                place.replaceAll(found -> Matcher.quoteReplacement(written(found.group(1), found.group(2), alert))));
    }

    private static String written(String path, String way, JsonNode alert) {
        if (path == null) {
            return "{";
        }
        JsonNode value = value(path, alert);
        String text = value.isValueNode() ? value.asText() : value.isMissingNode() ? "" : value.toString();
        return way == null ? text : Template.escape(text);
    }

    private static JsonNode value(String path, JsonNode alert) {
        JsonNode at = alert;
        for (String step : path.split("\\.", -1)) {
            at = at.isArray() ? at.path(Integer.parseInt(step)) : at.path(step);
        }
        return at;
    }
}
