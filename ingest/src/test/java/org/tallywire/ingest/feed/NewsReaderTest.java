package org.tallywire.ingest.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every case of the fixture files: what stands in the expected line must stand in the reading. */
class NewsReaderTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Stream<FeedCase> cases() throws IOException {
        return Stream.of("faults.txt", "refused.txt", "formats.txt", "bytes.txt")
                .flatMap(name -> {
                    try {
                        return FeedCase.load(name).stream();
                    } catch (IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void reads(FeedCase row) throws IOException {
        String line = ReadingJson.line("case", row.read());
        JsonNode expected = JSON.readTree(row.expected());
        check(expected, JSON.readTree(line), "", line);
    }

    private static void check(JsonNode expected, JsonNode actual, String path, String line) {
        if (expected.isObject()) {
            for (Map.Entry<String, JsonNode> field : expected.properties()) {
                check(field.getValue(), actual.path(field.getKey()), path + "/" + field.getKey(), line);
            }
        } else if (expected.isArray()) {
            assertEquals(expected.size(), actual.size(), path + " in " + line);
            for (int i = 0; i < expected.size(); i++) {
                check(expected.get(i), actual.get(i), path + "/" + i, line);
            }
        } else if (path.equals("/reason") && !expected.asText().isEmpty()) {
            assertTrue(actual.asText().contains(expected.asText()), path + " in " + line);
        } else {
            assertEquals(expected.isNull() ? "" : expected.asText(), actual.asText(), path + " in " + line);
        }
    }
}
