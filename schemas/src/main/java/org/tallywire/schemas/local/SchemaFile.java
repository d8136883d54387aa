package org.tallywire.schemas.local;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.jspecify.annotations.Nullable;

/** Schemas and subjects of the in-process registry, kept in one JSON file; an id is a schema's place in the list. */
final class SchemaFile {
    static final String COMPATIBILITY = "FULL_TRANSITIVE";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final List<Schema> schemas = new ArrayList<>();
    private final Map<String, List<Integer>> subjects = new TreeMap<>();

    private record Content(List<String> schemas, Map<String, List<Integer>> subjects) {}

    private SchemaFile(Path file) {
        this.file = file;
    }

    static SchemaFile open(Path file) throws IOException {
        SchemaFile result = new SchemaFile(file);
        if (Files.exists(file)) {
            Content content = JSON.readValue(Files.readAllBytes(file), new TypeReference<>() {});
            content.schemas.forEach(s -> result.schemas.add(new Schema.Parser().parse(s)));
            content.subjects.forEach((subject, ids) -> result.subjects.put(subject, new ArrayList<>(ids)));
        }
        return result;
    }

    synchronized List<String> subjects() {
        return List.copyOf(subjects.keySet());
    }

    /** Version numbers of a subject, from 1. */
    synchronized List<Integer> versions(String subject) {
        int last = subjects.getOrDefault(subject, List.of()).size();
        return IntStream.rangeClosed(1, last).boxed().toList();
    }

    synchronized int idOf(String subject, int version) {
        return subjects.getOrDefault(subject, List.of()).get(version - 1);
    }

    synchronized @Nullable Schema byId(int id) {
        return id >= 1 && id <= schemas.size() ? schemas.get(id - 1) : null;
    }

    /** Empty when every version of the subject and the schema read each other, else the first that do not. */
    synchronized String incompatibility(String subject, Schema schema) {
        List<Integer> ids = subjects.getOrDefault(subject, List.of());
        for (int version = 1; version <= ids.size(); version++) {
            Schema old = schemas.get(ids.get(version - 1) - 1);
            if (!reads(old, schema) || !reads(schema, old)) {
                return subject + ": not " + COMPATIBILITY + " with version " + version;
            }
        }
        return "";
    }

    private static boolean reads(Schema reader, Schema writer) {
        return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
                        .getType()
                == SchemaCompatibilityType.COMPATIBLE;
    }

    /** Id of the schema under the subject; written down when it is new. */
    synchronized int add(String subject, Schema schema) {
        int known = schemas.indexOf(schema);
        int id = known < 0 ? schemas.size() + 1 : known + 1;
        if (known < 0) {
            schemas.add(schema);
        }
        List<Integer> ids = subjects.computeIfAbsent(subject, s -> new ArrayList<>());
        if (!ids.contains(id)) {
            ids.add(id);
            save();
        }
        return id;
    }

    private void save() {
        try {
            Path next = file.resolveSibling(file.getFileName() + ".next");
            Content content = new Content(schemas.stream().map(Schema::toString).toList(), subjects);
            Files.write(next, JSON.writeValueAsBytes(content));
            Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
