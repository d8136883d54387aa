package org.tallywire.ingest.courts.generic;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads an array of objects, an object that holds one, or one object a line. Nested names become paths with {@code /}. */
final class JsonFile {
    /** An object with an empty array is the envelope of no rows if it has few names beside it. */
    private static final int EMPTY_ENVELOPE = 4;

    private static final ObjectMapper JSON = new ObjectMapper();

    private JsonFile() {}

    static TableFile read(String text, String items) {
        List<JsonNode> objects = new ArrayList<>();
        String fault = "";
        try (MappingIterator<JsonNode> values = JSON.readerFor(JsonNode.class).readValues(text)) {
            while (values.hasNextValue()) {
                objects.add(values.nextValue());
            }
        } catch (JsonProcessingException e) {
            fault = "not JSON at line " + e.getLocation().getLineNr();
        } catch (IOException e) {
            fault = "not readable";
        }
        boolean wrapped = objects.size() == 1 && !text.stripLeading().startsWith("[");
        if (wrapped) {
            JsonNode root = objects.removeFirst();
            array(root, items).forEach(objects::add);
        }
        return table(objects, fault);
    }

    private static TableFile table(List<JsonNode> objects, String fault) {
        Set<String> headings = new LinkedHashSet<>();
        List<Map<String, String>> rows = new ArrayList<>();
        List<Integer> broken = new ArrayList<>();
        for (int i = 0; i < objects.size(); i++) {
            if (objects.get(i).isObject()) {
                Map<String, String> row = new LinkedHashMap<>();
                flatten("", objects.get(i), row);
                headings.addAll(row.keySet());
                rows.add(row);
            } else {
                broken.add(i + 1);
            }
        }
        return new TableFile(List.copyOf(headings), rows, broken, fault);
    }

    /** The array at the path, else the first array of objects inside the root, else the root alone. */
    private static Iterable<JsonNode> array(JsonNode root, String items) {
        if (!items.isEmpty()) {
            return root.at(items.startsWith("/") ? items : "/" + items.replace('.', '/'));
        }
        JsonNode found = inside(root);
        return found == null ? List.of(root) : found;
    }

    /** The first array of objects, nearest to the root; arrays inside the objects of another array are none. */
    private static @Nullable JsonNode inside(JsonNode root) {
        for (JsonNode child : root) {
            boolean rows = child.isArray()
                    && (child.isEmpty()
                            ? root.size() <= EMPTY_ENVELOPE
                            : child.get(0).isObject());
            if (rows) {
                return child;
            }
        }
        for (JsonNode child : root) {
            JsonNode deeper = child.isObject() ? inside(child) : null;
            if (deeper != null && !deeper.isEmpty()) {
                return deeper;
            }
        }
        return null;
    }

    /** Members of an array in one cell; of objects their number, and the values of each name under its own path. */
    private static void members(String path, JsonNode array, Map<String, String> row) {
        List<String> members = new ArrayList<>();
        Map<String, List<String>> fields = new LinkedHashMap<>();
        for (JsonNode member : array) {
            Map<String, String> nested = new LinkedHashMap<>();
            if (member.isContainerNode()) {
                flatten(path, member, nested);
                nested.forEach((name, value) ->
                        fields.computeIfAbsent(name, none -> new ArrayList<>()).add(value));
            } else if (!member.isNull()) {
                members.add(member.asText());
            }
        }
        row.put(
                path,
                members.isEmpty() && !array.isEmpty() ? String.valueOf(array.size()) : String.join("; ", members));
        fields.forEach((name, values) -> row.put(name, String.join("; ", values)));
    }

    private static void flatten(String path, JsonNode node, Map<String, String> row) {
        if (node.isObject()) {
            node.fields()
                    .forEachRemaining(field ->
                            flatten(path + (path.isEmpty() ? "" : "/") + field.getKey(), field.getValue(), row));
        } else if (node.isArray()) {
            members(path, node, row);
        } else {
            row.put(path, node.isNull() ? "" : node.asText());
        }
    }
}
