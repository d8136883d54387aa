package org.tallywire.ingest.courts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.CourtRecord;
import org.tallywire.avro.Failure;
import org.tallywire.ingest.read.Reading;

/**
 * One reading as one JSON line, for the command {@code read}: {@code {"source","ok","state","reason","encoding","feed":
 * {"title","link","scope"},"entries":[...],"failures":[{"reason","detail","sample"}],"dropped":{...}}}. Entries hold the
 * fields of the court record; days and instants are ISO 8601, empty fields are left out.
 */
public final class CourtReadingJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private CourtReadingJson() {}

    /** The line, without line break. */
    public static String line(String source, Reading<CourtRecord> reading) {
        try {
            return JSON.writeValueAsString(node(source, reading));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of text and numbers is always JSON", e);
        }
    }

    /** The same as a tree. */
    public static ObjectNode node(String source, Reading<CourtRecord> reading) {
        ObjectNode line = JSON.createObjectNode().put("source", source).put("ok", reading.ok());
        line.put("state", reading.state().name())
                .put("reason", reading.reason())
                .put("encoding", reading.encoding());
        ObjectNode feed = line.putObject("feed")
                .put("title", reading.feed().title())
                .put("link", reading.feed().link());
        if (!reading.feed().scope().isEmpty()) {
            feed.put("scope", reading.feed().scope());
        }
        ArrayNode entries = line.putArray("entries");
        reading.entries().forEach(entry -> entries.add(record(entry)));
        if (!reading.failures().isEmpty()) {
            ArrayNode failures = line.putArray("failures");
            reading.failures().forEach(failure -> failures.add(failure(failure)));
        }
        if (!reading.dropped().isEmpty()) {
            ObjectNode dropped = line.putObject("dropped");
            new java.util.TreeMap<>(reading.dropped()).forEach(dropped::put);
        }
        return line;
    }

    private static ObjectNode failure(Failure failure) {
        return JSON.createObjectNode()
                .put("reason", failure.getReason())
                .put("detail", failure.getDetail())
                .put("sample", failure.getSample());
    }

    private static ObjectNode record(SpecificRecord record) {
        ObjectNode fields = JSON.createObjectNode();
        for (Schema.Field field : record.getSchema().getFields()) {
            JsonNode value = value(record.get(field.pos()));
            if (value != null) {
                fields.set(field.name(), value);
            }
        }
        return fields;
    }

    /** Null: empty, to be left out. */
    private static @Nullable JsonNode value(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case List<?> list when list.isEmpty() -> null;
            case List<?> list -> {
                ArrayNode array = JSON.createArrayNode();
                list.forEach(element -> array.add(value(element)));
                yield array;
            }
            case SpecificRecord nested -> record(nested);
            case Boolean flag -> flag ? JSON.getNodeFactory().booleanNode(true) : null;
            case Integer number -> number == 0 ? null : JSON.getNodeFactory().numberNode(number);
            default -> value.toString().isEmpty() ? null : JSON.getNodeFactory().textNode(value.toString());
        };
    }
}
