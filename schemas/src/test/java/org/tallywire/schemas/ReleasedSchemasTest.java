package org.tallywire.schemas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * A value schema must read, and be read by, every released one (FULL_TRANSITIVE), and mean the same ({@link SchemaChange}). A release adds
 * the folder {@code released/<version>} with {@code -Dtallywire.release=<version>}.
 */
class ReleasedSchemasTest {
    private static final Path RELEASED = Path.of("released");

    @Test
    void everyReleaseHoldsEveryTopic() throws IOException {
        String version = System.getProperty("tallywire.release", "");
        if (!version.isEmpty()) {
            write(RELEASED.resolve(version));
        }
        List<Path> releases = folders();
        assertFalse(releases.isEmpty(), "nothing is released, so nothing is checked");
        for (Path release : releases) {
            try (Stream<Path> files = Files.list(release)) {
                files.forEach(file -> assertTrue(
                        Topics.all().stream()
                                .anyMatch(topic -> file(release, topic).equals(file)),
                        file + " is released, but its topic is gone from the catalogue"));
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> schemasReadEachOther() throws IOException {
        return folders().stream()
                .flatMap(release -> Topics.all().stream()
                        .filter(topic -> Files.exists(file(release, topic)))
                        .map(topic -> DynamicTest.dynamicTest(
                                release.getFileName() + " " + topic.name(), () -> check(topic, file(release, topic)))));
    }

    private static void check(Topic<?> topic, Path file) throws IOException {
        Schema old = new Schema.Parser().parse(Files.readString(file));
        Schema now = SpecificData.get().getSchema(topic.value());
        assertEquals(old.getFullName(), now.getFullName());
        assertEquals(List.of(), SchemaChange.problems(old, now));
    }

    private static Path file(Path release, Topic<?> topic) {
        return release.resolve(topic.name() + "-value.avsc");
    }

    private static List<Path> folders() throws IOException {
        try (Stream<Path> found = Files.list(RELEASED)) {
            return found.filter(Files::isDirectory).sorted().toList();
        }
    }

    private static void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (Topic<?> topic : Topics.all()) {
            Schema schema = SpecificData.get().getSchema(topic.value());
            Files.writeString(file(folder, topic), schema.toString(true) + "\n");
        }
    }
}
