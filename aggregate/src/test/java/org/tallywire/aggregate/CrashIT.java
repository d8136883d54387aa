package org.tallywire.aggregate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tallywire.aggregate.claims.Carried;
import org.tallywire.aggregate.claims.Ledger;
import org.tallywire.aggregate.claims.OwnCounts;
import org.tallywire.aggregate.count.Windows;
import org.tallywire.aggregate.series.SeriesFile;
import org.tallywire.avro.CarriedClaim;
import org.tallywire.avro.Claim;
import org.tallywire.avro.Entities;
import org.tallywire.avro.Mode;
import org.tallywire.avro.OwnDay;
import org.tallywire.schemas.Topics;
import org.tallywire.schemas.local.ChildJvm;
import org.tallywire.schemas.local.LocalKafka;

/**
 * Two processes of the service, killed (kill -9) again and again while documents come twice, late, in any order, are revised,
 * withdrawn and come again: in the end cells, all windows and the ledger are those of a recount of the latest documents.
 * {@code -Dcrash.kills=20} sets how often, {@code -Dcrash.seed} when.
 */
class CrashIT {
    private static final int KILLS = Integer.getInteger("crash.kills", 3);
    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);
    private static final String[] STATUTES = {"ru/uk/a337/p5", "ru/uk/a338", "ru/uk/a205/p2/a", "ru/koap/a20.3.3/p1"};

    private final Random random = new Random(Long.getLong("crash.seed", 7));
    private final Map<String, Entities> documents = new HashMap<>();

    @Test
    @Timeout(600)
    void whatIsCountedIsARecountHoweverOftenAProcessDies(@TempDir Path dir) throws Exception {
        try (LocalKafka kafka = new LocalKafka(dir)) {
            List<Process> lives = new ArrayList<>(List.of(start(kafka, 1), start(kafka, 2)));
            try {
                feed(kafka, 1_000);
                LocalKafka.await(
                        "it counts", () -> !kafka.latest(Topics.DAY_CELLS).isEmpty());
                for (int kill = 0; kill < KILLS; kill++) {
                    feed(kafka, 1_000);
                    Thread.sleep(random.nextInt(2_000));
                    int victim = kill % 2;
                    lives.get(victim).destroyForcibly().waitFor();
                    feed(kafka, 500);
                    lives.set(victim, start(kafka, victim + 1));
                }
                feed(kafka, 500);
                Map<String, Long> cells = Recount.of(documents.values());
                LocalKafka.await("cells are a recount", () -> cells.equals(Recount.cells(kafka)));
                Map<String, Long> windows = windows(cells);
                LocalKafka.await("windows are a recount", () -> windows.equals(tallies(kafka)));
                Map<String, String> ledger = ledger(cells);
                LocalKafka.await("so is the ledger", () -> ledger.equals(claims(kafka)));
                assertEquals(
                        documents.keySet(), kafka.latest(Topics.CONTRIBUTIONS).keySet());
            } finally {
                lives.forEach(Process::destroyForcibly);
            }
        }
    }

    private static Process start(LocalKafka kafka, int instance) throws IOException {
        Map<String, String> environment = kafka.variables(Map.of("INSTANCE", Integer.toString(instance)));
        Path log = Path.of("target", "crash-child-" + instance + ".log");
        return ChildJvm.of(AggregateChild.class, environment, log, "-Xmx384m").start();
    }

    private void feed(LocalKafka kafka, int steps) {
        for (int i = 0; i < steps; i++) {
            int number = random.nextInt(600);
            String id = "d" + number;
            if (random.nextInt(8) == 0) {
                documents.remove(id);
                kafka.put(Topics.ENTITIES, id, null);
            } else {
                Entities document = number % 3 == 0 ? article(id) : courtCase(id);
                documents.put(id, document);
                for (int times = random.nextInt(4) == 0 ? 2 : 1; times > 0; times--) {
                    kafka.put(Topics.ENTITIES, id, document);
                }
            }
        }
        kafka.flush();
    }

    private Entities courtCase(String id) {
        String day = TODAY.minusDays(random.nextInt(1_500)).toString();
        return Docs.courtCase(id, day, STATUTES[random.nextInt(4)], STATUTES[random.nextInt(4)])
                .setMode(random.nextBoolean() ? Mode.BACKFILL : Mode.LIVE)
                .build();
    }

    private Entities article(String id) {
        String day = TODAY.minusDays(random.nextInt(90)).toString();
        String publisher = random.nextInt(4) == 0 ? null : "p" + random.nextInt(3);
        return Docs.article(id, day, "o" + random.nextInt(9))
                .setStory("s" + random.nextInt(40))
                .setClaims(List.of(Docs.claim("m" + id, publisher, 4_000 + random.nextInt(5))
                        .build()))
                .build();
    }

    private static Map<String, Long> windows(Map<String, Long> cells) {
        Map<String, Long> windows = new TreeMap<>();
        cells.forEach((key, count) -> {
            int bar = key.lastIndexOf('|');
            long age =
                    TODAY.toEpochDay() - LocalDate.parse(key.substring(bar + 1)).toEpochDay();
            String series = key.substring(0, bar);
            windows.merge(series + "|all", count, Long::sum);
            Windows.LENGTHS.stream()
                    .filter(length -> age >= 0 && age < length)
                    .forEach(length -> windows.merge(series + "|" + length + "d", count, Long::sum));
        });
        return windows;
    }

    private Map<String, String> ledger(Map<String, Long> cells) {
        Map<String, List<CarriedClaim>> groups = documents.values().stream()
                .flatMap(document -> Carried.of(document).getClaims().stream())
                .collect(Collectors.groupingBy(CarriedClaim::getGroup));
        Map<String, String> claims = new TreeMap<>();
        groups.values()
                .forEach(group -> Ledger.settle(group, own(cells, group.getFirst()))
                        .forEach((id, claim) -> claims.put(id, claim.toString())));
        return claims;
    }

    private static OwnCounts own(Map<String, Long> cells, CarriedClaim carried) {
        OwnCounts own = new OwnCounts(SeriesFile.bundled());
        String front = "court.filed{statuteSet=";
        cells.forEach((key, count) -> {
            String statutes = key.startsWith(front) ? key.substring(front.length(), key.lastIndexOf('}')) : "";
            if (OwnCounts.meets(statutes, carried.getMention().getScope())) {
                own.put(new OwnDay(
                        "court.filed", statutes, LocalDate.parse(key.substring(key.lastIndexOf('|') + 1)), count));
            }
        });
        return own;
    }

    private static Map<String, Long> tallies(LocalKafka kafka) {
        return kafka.latest(Topics.TALLIES).entrySet().stream()
                .filter(entry -> entry.getValue().getCount() != 0)
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().getCount()));
    }

    private static Map<String, String> claims(LocalKafka kafka) {
        Map<String, String> claims = new TreeMap<>();
        kafka.latest(Topics.CLAIMS)
                .forEach((id, claim) -> claims.put(
                        id, Claim.newBuilder(claim).setUpdatedAt(null).build().toString()));
        return claims;
    }
}
