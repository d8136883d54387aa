package org.tallywire.aggregate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tallywire.avro.Entities;
import org.tallywire.avro.Mode;
import org.tallywire.avro.Tally;
import org.tallywire.schemas.Service;
import org.tallywire.schemas.Topics;
import org.tallywire.schemas.local.LocalKafka;

/** Over a real broker: instances come and go while documents are revised and withdrawn; in the end the totals are those of a recount. */
class TwoInstancesTest {
    private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
    private static final String[] STATUTES = {"ru/uk/a337/p5", "ru/uk/a338", "ru/uk/a205/p2/a", "ru/koap/a20.3.3/p1"};

    private final Random random = new Random(11);
    private final Map<String, Entities> documents = new HashMap<>();

    @Test
    void totalsEqualARecountWhileInstancesComeAndGo(@TempDir Path dir) throws Exception {
        try (LocalKafka kafka = new LocalKafka(dir)) {
            Service first = Aggregate.start(kafka.environment(Map.of("INSTANCE", "1")));
            feed(kafka, 1_500);
            LocalKafka.await("first is ready", () -> first.ready().isEmpty());
            Service second = Aggregate.start(kafka.environment(Map.of("INSTANCE", "2")));
            feed(kafka, 1_500);
            LocalKafka.await("second is ready", () -> second.ready().isEmpty());
            first.close();
            feed(kafka, 1_000);
            try (Service again = Aggregate.start(kafka.environment(Map.of("INSTANCE", "1")))) {
                feed(kafka, 500);
                Map<String, Long> expected = Recount.of(documents.values());
                LocalKafka.await("cells equal a recount", () -> expected.equals(Recount.cells(kafka)));
                assertEquals(
                        documents.keySet(), kafka.latest(Topics.CONTRIBUTIONS).keySet());
                Map<String, Long> totals = new TreeMap<>();
                expected.forEach(
                        (cell, count) -> totals.merge(cell.substring(0, cell.lastIndexOf('|')), count, Long::sum));
                LocalKafka.await("all-time tallies equal a recount", () -> totals.equals(totals(kafka)));
            } finally {
                second.close();
            }
        }
    }

    private void feed(LocalKafka kafka, int steps) {
        for (int i = 0; i < steps; i++) {
            String id = "c" + random.nextInt(800);
            if (random.nextInt(10) == 0) {
                documents.remove(id);
                kafka.put(Topics.ENTITIES, id, null);
            } else {
                String day = FIRST.plusDays(random.nextInt(400)).toString();
                Entities document = Docs.courtCase(id, day, STATUTES[random.nextInt(4)], STATUTES[random.nextInt(4)])
                        .setMode(Mode.BACKFILL)
                        .build();
                documents.put(id, document);
                kafka.put(Topics.ENTITIES, id, document);
            }
        }
        kafka.flush();
    }

    private static Map<String, Long> totals(LocalKafka kafka) {
        Map<String, Long> totals = new TreeMap<>();
        for (Tally tally : kafka.latest(Topics.TALLIES).values()) {
            if (tally.getDays() == 0 && tally.getCount() != 0) {
                totals.put(tally.getSeries(), tally.getCount());
            }
        }
        return totals;
    }
}
