package org.tallywire.ingest.courts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.tallywire.avro.CourtRecord;
import org.tallywire.avro.Source;
import org.tallywire.ingest.read.Payload;
import org.tallywire.ingest.read.Reading;

/**
 * One fixture pair: {@code fixtures/<kind>/<name>/input.*} and {@code expected.json}, with {@code source.json} where the
 * source has settings. All are written for this project, with invented names.
 */
record Fixture(String kind, Path folder) {
    static final Path ROOT = Path.of("src/test/resources/org/tallywire/ingest/courts/fixtures");
    static final Instant FETCHED = Instant.parse("2026-02-20T12:00:00Z");
    static final ObjectMapper JSON = new ObjectMapper();

    static List<Fixture> all() {
        return folders(ROOT).stream()
                .flatMap(kind -> folders(kind).stream()
                        .map(folder -> new Fixture(kind.getFileName().toString(), folder)))
                .toList();
    }

    Path input() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("input."))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] bytes() {
        return bytes(input());
    }

    JsonNode expected() {
        return tree(folder.resolve("expected.json"));
    }

    Source source() {
        Path file = folder.resolve("source.json");
        JsonNode said = Files.exists(file) ? tree(file) : JSON.createObjectNode();
        Map<String, String> options = new HashMap<>();
        said.path("options")
                .fields()
                .forEachRemaining(
                        option -> options.put(option.getKey(), option.getValue().asText()));
        return Source.newBuilder()
                .setId("fixture")
                .setKind(kind)
                .setUrl(said.path("url").asText(""))
                .setName(said.path("name").asText(""))
                .setCourt(said.path("court").asText(""))
                .setZone(said.path("zone").asText("UTC"))
                .setOptions(options)
                .build();
    }

    Reading<CourtRecord> read(byte[] body) {
        Source source = source();
        String url = source.getUrl().isEmpty() ? input().getFileName().toString() : source.getUrl();
        return CourtReaders.of(kind).orElseThrow().read(Payload.of(body, "", url, FETCHED), source);
    }

    @Override
    public String toString() {
        return kind + "/" + folder.getFileName();
    }

    private static List<Path> folders(Path in) {
        try (Stream<Path> files = Files.list(in)) {
            return files.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode tree(Path file) {
        try {
            return JSON.readTree(bytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
