package org.tallywire.enrich;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.tallywire.enrich.claim.TypedNumber;

/** Recall of values on annotated numerals outside the project: run with {@code -Dtallywire.shared=<folder>}. */
class NumbersScoreTest {
    private static final double GOAL = 0.98;

    private final Extractor extractor = new Extractor();

    @Test
    void values() throws IOException {
        String shared = System.getProperty("tallywire.shared", "");
        Assumptions.assumeFalse(shared.isEmpty(), "skipped: tallywire.shared names no folder with annotated numerals");
        Map<String, int[]> counts = new TreeMap<>();
        ObjectMapper mapper = new ObjectMapper();
        for (String line : Files.readAllLines(Path.of(shared, "gold", "numbers-dev.jsonl"))) {
            JsonNode row = mapper.readTree(line);
            String language = row.get("lang").asText();
            List<TypedNumber> read =
                    extractor.extract(row.get("text").asText(), language, null).numbers();
            for (JsonNode expected : row.get("expected")) {
                int[] count = counts.computeIfAbsent(language, key -> new int[2]);
                count[0] += holds(read, expected) ? 1 : 0;
                count[1]++;
            }
        }
        counts.forEach((language, count) -> {
            double recall = (double) count[0] / count[1];
            System.out.printf("numbers %s: %d of %d values, %.3f%n", language, count[0], count[1], recall);
            assertTrue(recall >= GOAL, language);
        });
    }

    private static boolean holds(List<TypedNumber> read, JsonNode expected) {
        for (String field : List.of("value", "lower", "upper")) {
            if (expected.hasNonNull(field)) {
                double value = expected.get(field).asDouble();
                double slack = 1e-6 * Math.max(1e-3, Math.abs(value));
                boolean found = read.stream()
                        .anyMatch(each ->
                                Math.abs(each.value() - value) <= slack || Math.abs(each.high() - value) <= slack);
                if (!found) {
                    return false;
                }
            }
        }
        return true;
    }
}
