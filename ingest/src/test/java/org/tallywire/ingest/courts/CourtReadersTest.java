package org.tallywire.ingest.courts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CourtReadersTest {
    /** Writes what the readers say now into the expected files, to be read and judged before a commit. */
    private static final boolean WRITE = Boolean.getBoolean("fixtures.write");

    static List<Fixture> fixtures() {
        return Fixture.all();
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void pageGivesItsRecords(Fixture fixture) throws IOException {
        ObjectNode read = CourtReadingJson.node("input", fixture.read(fixture.bytes()));
        if (WRITE) {
            Files.writeString(fixture.folder().resolve("expected.json"), read.toPrettyString() + "\n");
        }
        assertEquals(fixture.expected().toPrettyString(), read.toPrettyString());
    }

    @Test
    void everyReaderHasFivePairs() {
        Map<String, Long> pairs =
                fixtures().stream().collect(Collectors.groupingBy(Fixture::kind, Collectors.counting()));
        for (String kind : CourtReaders.kinds()) {
            assertTrue(pairs.getOrDefault(kind, 0L) >= 5, "fixture pairs of " + kind);
        }
        assertEquals(CourtReaders.kinds(), new java.util.TreeSet<>(pairs.keySet()), "a folder without a reader");
    }
}
