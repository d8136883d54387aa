package org.tallywire.aggregate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.tallywire.avro.Mode;
import org.tallywire.schemas.Service;
import org.tallywire.schemas.Topic;
import org.tallywire.schemas.Topics;

/** Measures a backfill over a real broker: {@code BackfillMeasurement DOCUMENTS STATUTES}. Not a test; RATIONALE.md holds its figures. */
public final class BackfillMeasurement {
    private BackfillMeasurement() {}

    public static void main(String[] args) throws Exception {
        int documents = Integer.parseInt(args[0]);
        int statutes = Integer.parseInt(args[1]);
        Path dir = Files.createTempDirectory(Path.of("target"), "backfill");
        try (LocalKafka kafka = new LocalKafka(dir);
                Admin admin = kafka.admin()) {
            for (int i = 0; i < documents; i++) {
                String day = LocalDate.of(2025, 1, 1).plusDays(i % 365).toString();
                String statute = "ru/uk/a" + (1 + (i * 7919L) % statutes);
                kafka.put(
                        Topics.ENTITIES,
                        "c" + i,
                        Docs.courtCase("c" + i, day, statute)
                                .setMode(Mode.BACKFILL)
                                .build());
            }
            kafka.flush();
            long cpu = cpu();
            long begin = System.nanoTime();
            try (Service service = Aggregate.start(kafka.environment(Map.of()))) {
                LocalKafka.await("ready", () -> service.ready().isEmpty());
                long cells = -1;
                while (cells != written(admin, Topics.DAY_CELLS) || cells <= 0) {
                    cells = written(admin, Topics.DAY_CELLS);
                    Thread.sleep(5_000);
                }
                double seconds = (System.nanoTime() - begin) / 1e9 - 5;
                say("%d documents in %.1f s, %.1f s of CPU with the broker", documents, seconds, (cpu() - cpu) / 1e9);
                for (Topic<?> topic :
                        new Topic<?>[] {Topics.CONTRIBUTIONS, Topics.DAY_CELLS, Topics.TALLIES, Topics.ALERTS}) {
                    say("%s: %d records", topic.name(), written(admin, topic));
                }
                long series = kafka.latest(Topics.TALLIES).size() / 5;
                Thread.sleep(30_000);
                say("%d series, %d bytes of state on disk, %d a series", series, bytes(dir), bytes(dir) / series);
            }
            begin = System.nanoTime();
            try (Stream<Path> state = Files.walk(dir.resolve("state"))) {
                state.sorted(java.util.Comparator.reverseOrder())
                        .forEach(path -> path.toFile().delete());
            }
            try (Service service = Aggregate.start(kafka.environment(Map.of()))) {
                LocalKafka.await("restored", () -> service.ready().isEmpty());
                say("restored from nothing in %.1f s", (System.nanoTime() - begin) / 1e9);
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

    private static long written(Admin admin, Topic<?> topic) throws Exception {
        Map<TopicPartition, OffsetSpec> ends = new java.util.HashMap<>();
        for (int partition = 0; partition < topic.partitions(); partition++) {
            ends.put(new TopicPartition(topic.name(), partition), OffsetSpec.latest());
        }
        return admin.listOffsets(ends).all().get().values().stream()
                .mapToLong(end -> end.offset())
                .sum();
    }

    private static long bytes(Path dir) {
        try (Stream<Path> files = Files.walk(dir.resolve("state"))) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(path -> path.toFile().length())
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
