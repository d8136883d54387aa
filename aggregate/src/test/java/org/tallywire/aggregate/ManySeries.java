package org.tallywire.aggregate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.tallywire.avro.AlertState;
import org.tallywire.avro.Mode;
import org.tallywire.schemas.Service;
import org.tallywire.schemas.Topic;
import org.tallywire.schemas.Topics;
import org.tallywire.schemas.local.LocalKafka;

/**
 * By hand: {@code ManySeries COURTS STATUTES DAYS}, as many watched series as courts times statutes, each counted on that many days of
 * the last year, over a real broker in the same JVM. Says how fast history is counted and learned, how long a burst takes to its alert, what the
 * state weighs and how long it takes to have it again. RATIONALE.md holds its figures.
 */
public final class ManySeries {
    private static final int STATUTES_OF_A_CASE = 20;
    private static final int BURST = 30;
    /** Nanoseconds after which a broker that does not answer is more than busy. */
    private static final long PATIENCE = 600_000_000_000L;

    private static final String SERIES = """
            - name: court.filed
              title: Cases filed
              kind: court
              feeds: [{day: filed}]
              splits: [[court, statute]]
              watch: {rule: spike, calendar: always, settleDays: 14, splits: [[court, statute]]}
            """;

    private final LocalKafka kafka;
    private final Admin admin;
    private final Path dir;
    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

    private ManySeries(LocalKafka kafka, Admin admin, Path dir) {
        this.kafka = kafka;
        this.admin = admin;
        this.dir = dir;
    }

    public static void main(String[] args) throws Exception {
        int[] size = Arrays.stream(args).mapToInt(Integer::parseInt).toArray();
        Path dir = Files.createTempDirectory(Path.of("target"), "many-series");
        try (LocalKafka kafka = new LocalKafka(dir);
                Admin admin = kafka.admin()) {
            new ManySeries(kafka, admin, dir).run(size[0], size[1], size[2]);
        } finally {
            delete(dir);
        }
    }

    private void run(int courts, int statutes, int days) throws Exception {
        Path file = Files.writeString(dir.resolve("series.yaml"), SERIES);
        Map<String, String> environment = Map.of("SERIES_FILE", file.toString());
        history(courts, statutes, days);
        try (Service service = Aggregate.start(kafka.environment(environment))) {
            LocalKafka.await("ready", () -> service.ready().isEmpty());
            count((long) courts * statutes, (long) courts * statutes * days);
            for (int court = 0; court < Math.min(5, courts); court++) {
                burst(court);
            }
        }
        weigh((long) courts * statutes);
        again("with its state", environment);
        delete(dir.resolve("state"));
        again("from nothing", environment);
    }

    private void history(int courts, int statutes, int days) {
        for (int day = 0; day < days; day++) {
            String date = today.minusDays(365 - (long) day * 365 / days).toString();
            for (int court = 0; court < courts; court++) {
                for (int first = 0; first < statutes; first += STATUTES_OF_A_CASE) {
                    String[] keys = IntStream.range(first, Math.min(statutes, first + STATUTES_OF_A_CASE))
                            .mapToObj(i -> "ru/uk/a" + (1 + i))
                            .toArray(String[]::new);
                    put("h" + day + "-" + court + "-" + first, date, court, Mode.BACKFILL, keys);
                }
            }
        }
        kafka.flush();
    }

    private void put(String id, String day, int court, Mode mode, String... statutes) {
        kafka.put(
                Topics.ENTITIES,
                id,
                Docs.courtCase(id, day, statutes)
                        .setCourtId("court" + court)
                        .setMode(mode)
                        .build());
    }

    private void count(long series, long cells) throws Exception {
        long cpu = cpu();
        long begin = System.nanoTime();
        while (written(Topics.DAY_CELLS) < cells) {
            Thread.sleep(1_000);
        }
        double counted = (System.nanoTime() - begin) / 1e9;
        say("%d series, %d day cells: %.0f s, %.0f cells/s", series, cells, counted, cells / counted);
        for (double busy = 1; busy > 0.1; ) {
            long before = cpu();
            Thread.sleep(10_000);
            busy = (cpu() - before) / 10e9;
        }
        say("and learned after %.0f s; %.0f s of CPU in all", (System.nanoTime() - begin) / 1e9, (cpu() - cpu) / 1e9);
        say("%d tallies, %d alerts", written(Topics.TALLIES), written(Topics.ALERTS));
    }

    private void burst(int court) throws Exception {
        for (int i = 0; i < BURST; i++) {
            put("b" + court + "-" + i, today.toString(), court, Mode.LIVE, "ru/uk/a1");
        }
        long begin = System.nanoTime();
        kafka.flush();
        LocalKafka.await(
                "an alert of court " + court,
                () -> kafka.latest(Topics.ALERTS).values().stream()
                        .anyMatch(alert -> alert.getState() == AlertState.FIRING
                                && alert.getSeries().contains("court=court" + court + ",")));
        say("from the burst to its alert: %.1f s", (System.nanoTime() - begin) / 1e9);
    }

    private void weigh(long series) throws IOException {
        Map<String, Long> stores = new HashMap<>();
        try (Stream<Path> files = Files.walk(dir.resolve("state"))) {
            files.filter(Files::isRegularFile)
                    .forEach(path -> stores.merge(path.getParent().getFileName().toString(), length(path), Long::sum));
        }
        long all = stores.values().stream().mapToLong(Long::longValue).sum();
        say("state on disk: %d bytes a series, %d MB", all / series, all >> 20);
        stores.forEach((store, bytes) -> say("  %s: %d a series", store, bytes / series));
    }

    private void again(String how, Map<String, String> environment) throws Exception {
        long begin = System.nanoTime();
        long end = begin + 2 * PATIENCE;
        try (Service service = Aggregate.start(kafka.environment(environment))) {
            while (!service.ready().isEmpty() && System.nanoTime() < end) {
                Thread.sleep(100);
            }
            say("ready again %s after %.1f s (%s)", how, (System.nanoTime() - begin) / 1e9, service.ready());
        }
    }

    private long written(Topic<?> topic) throws Exception {
        Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
        for (int partition = 0; partition < topic.partitions(); partition++) {
            ends.put(new TopicPartition(topic.name(), partition), OffsetSpec.latest());
        }
        long begin = System.nanoTime();
        while (true) {
            try {
                return admin.listOffsets(ends).all().get().values().stream()
                        .mapToLong(end -> end.offset())
                        .sum();
            } catch (ExecutionException busy) {
                if (System.nanoTime() - begin > PATIENCE) {
                    throw busy;
                }
            }
        }
    }

    private static void say(String text, Object... values) {
        System.out.println(String.format(Locale.ROOT, text, values));
    }

    private static long cpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private static long length(Path path) {
        try {
            return Files.size(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path dir) throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.walk(dir)) {
            all = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            Files.deleteIfExists(path);
        }
    }
}
