package org.tallywire.schemas;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/** Avro records as plain JSON for people and scripts: dates and instants in ISO 8601, no union wrappers, nulls and empty values left out. */
public final class AvroJson {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private AvroJson() {}

    /** One line of JSON. */
    public static String write(IndexedRecord value) {
        try {
            return JSON.writeValueAsString(node(value));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** A text as a JSON string. */
    public static String quote(String text) {
        return NODES.textNode(text).toString();
    }

    /** The record as a tree. */
    public static ObjectNode node(IndexedRecord value) {
        ObjectNode node = NODES.objectNode();
        for (Schema.Field field : value.getSchema().getFields()) {
            put(node, field.name(), value.get(field.pos()));
        }
        return node;
    }

    private static void put(ObjectNode node, String name, @Nullable Object value) {
        switch (value) {
            case null -> {}
            case String text when text.isEmpty() -> {}
            case List<?> list when list.isEmpty() -> {}
            case Map<?, ?> map when map.isEmpty() -> {}
            case Double number
            when number == Math.rint(number) && Math.abs(number) < 1e15 -> node.put(name, number.longValue());
            case Double number -> node.put(name, number);
            case Float number -> node.put(name, number);
            case Long number -> node.put(name, number);
            case Integer number -> node.put(name, number);
            case Boolean flag -> node.put(name, flag);
            case IndexedRecord record -> node.set(name, node(record));
            case List<?> list -> node.set(name, array(list));
            case Map<?, ?> map -> {
                ObjectNode child = node.putObject(name);
                map.forEach((k, v) -> put(child, String.valueOf(k), v));
            }
            case ByteBuffer bytes -> node.put(name, base64(bytes));
            default -> node.put(name, value.toString());
        }
    }

    private static ArrayNode array(List<?> list) {
        ArrayNode array = NODES.arrayNode();
        for (Object item : list) {
            if (item instanceof IndexedRecord record) {
                array.add(node(record));
            } else {
                array.add(String.valueOf(item));
            }
        }
        return array;
    }

    private static String base64(ByteBuffer bytes) {
        byte[] copy = new byte[bytes.remaining()];
        bytes.duplicate().get(copy);
        return Base64.getEncoder().encodeToString(copy);
    }
}
