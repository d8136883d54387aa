package org.tallywire.aggregate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tallywire.avro.DayCell;
import org.tallywire.schemas.Service;
import org.tallywire.schemas.Topics;
import org.tallywire.schemas.local.LocalKafka;

/** A series that is declared later gets its history, and no other moves, however often its documents were revised or withdrawn. */
class RefillTest {
    private static final String ONE = """
            - name: court.filed
              title: Cases
              kind: court
              feeds: [{day: filed}]
              splits: [[]]
            """;
    private static final String TWO = ONE + """
            - name: court.by_court
              title: Cases by court
              kind: court
              feeds: [{day: filed}]
              splits: [[court]]
              watch: {rule: spike, calendar: always, settleDays: 14, splits: [[court]]}
            """;

    @Test
    void aNewSeriesIsFilledFromHistory(@TempDir Path dir) throws Exception {
        Path file = Files.writeString(dir.resolve("series.yaml"), ONE);
        Map<String, String> settings = Map.of("SERIES_FILE", file.toString());
        try (LocalKafka kafka = new LocalKafka(dir);
                Admin admin = kafka.admin()) {
            for (int i = 0; i < 50; i++) {
                put(kafka, "c" + i, "2026-01-0" + (1 + i % 5));
            }
            for (int i = 0; i < 10; i++) {
                put(kafka, "revised" + i, "2026-01-01");
                put(kafka, "revised" + i, "2026-01-05");
                put(kafka, "withdrawn" + i, "2026-01-01");
                kafka.put(Topics.ENTITIES, "withdrawn" + i, null);
            }
            kafka.flush();
            Map<String, DayCell> before;
            try (Service service = Aggregate.start(kafka.environment(settings))) {
                LocalKafka.await("counted", () -> count(kafka, "court.filed|2026-01-01") == 10);
                LocalKafka.await("revisions counted", () -> count(kafka, "court.filed|2026-01-05") == 20);
                before = kafka.latest(Topics.DAY_CELLS);
                Assertions.assertThrows(
                        ExecutionException.class, () -> Refill.run(admin, "aggregate"), "not while it runs");
            }
            Files.writeString(file, TWO);
            assertEquals(90, Refill.run(admin, "aggregate"));
            try (Service service = Aggregate.start(kafka.environment(settings))) {
                LocalKafka.await("filled", () -> count(kafka, "court.by_court{court=exnd}|2026-01-05") == 20);
                LocalKafka.await("filled", () -> count(kafka, "court.by_court{court=exnd}|2026-01-01") == 10);
                Map<String, DayCell> after = kafka.latest(Topics.DAY_CELLS);
                before.forEach((cell, was) -> assertEquals(was, after.get(cell), "not even revised"));
                Thread.sleep(5_000);
                assertEquals(Map.of(), kafka.latest(Topics.ALERTS), "history raises nothing");
                assertEquals("", service.alive());
            }
        }
    }

    private static void put(LocalKafka kafka, String id, String day) {
        kafka.put(Topics.ENTITIES, id, Docs.courtCase(id, day).build());
    }

    private static long count(LocalKafka kafka, String cell) {
        DayCell found = kafka.latest(Topics.DAY_CELLS).get(cell);
        return found == null ? 0 : found.getCount();
    }
}
