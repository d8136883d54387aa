package org.tallywire.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tallywire.avro.CaseStage;
import org.tallywire.avro.ChargeRole;
import org.tallywire.avro.DocumentKind;
import org.tallywire.avro.Entities;
import org.tallywire.avro.Failure;
import org.tallywire.avro.Instance;
import org.tallywire.avro.Mode;
import org.tallywire.avro.RecordKind;
import org.tallywire.avro.StatuteMention;
import org.tallywire.schemas.Environment;
import org.tallywire.schemas.HttpRegistry;
import org.tallywire.schemas.Service;
import org.tallywire.schemas.Topic;
import org.tallywire.schemas.Topics;
import org.tallywire.standalone.local.LocalCluster;
import org.tallywire.standalone.local.ServiceKind;

/** The operations of docs/operations.md, each by its command, on a real broker. */
class OperationsTest {
    @TempDir
    private Path dir;

    @Test
    void sourcesAreAddedChangedAndRemovedWhileEverythingRuns() throws Exception {
        try (LocalCluster cluster = LocalCluster.start(dir.resolve("data"), 0, 0, line -> {})) {
            Path file = dir.resolve("sources.yaml");
            Files.writeString(file, "sources:\n" + source("one") + source("two"));
            apply(cluster, file).done("2 sources: 2 new, 0 changed, 0 as they were; 0 removed");
            apply(cluster, file).done("2 sources: 0 new, 0 changed, 2 as they were; 0 removed");
            Files.writeString(file, "sources:\n" + source("two").replace("/two", "/second") + source("three"));
            apply(cluster, file).done("2 sources: 1 new, 1 changed, 0 as they were; 1 removed");
            await(
                    "the topic holds the file",
                    () -> reader(cluster).latest(Topics.SOURCES).keySet().equals(Set.of("two", "three")));
        }
    }

    @Test
    void failuresAreReadAndSubmittedAgainOnce() throws Exception {
        try (LocalCluster cluster = LocalCluster.start(dir.resolve("data"), 0, 0, line -> {})) {
            byte[] good = Topics.ENTITIES
                    .serde(new HttpRegistry(cluster.registry().address()))
                    .serialize("entities", filed("court:x:1", "2026-03-02"));
            put(cluster, Topics.FAILURES, "entities", failure("court:x:1", good, 0));
            put(cluster, Topics.FAILURES, "entities", failure("court:x:2", "junk".getBytes(StandardCharsets.UTF_8), 1));
            put(
                    cluster,
                    Topics.FAILURES,
                    "court-9",
                    Failure.newBuilder().setStage("fetch").setReason("HTTP_404").build());
            assertEquals(
                    3, with(cluster, "failures", "list").done().out().lines().count());
            assertEquals(
                    "fetch",
                    with(cluster, "failures", "list", "--reason", "HTTP_404")
                            .line()
                            .path("stage")
                            .asText());
            with(cluster, "failures", "resubmit", "--dry-run").done("1 would be submitted again");
            assertTrue(reader(cluster).latest(Topics.ENTITIES).isEmpty(), "a dry run writes nothing");
            with(cluster, "failures", "resubmit")
                    .done("1 submitted again", "1 left out: still not readable", "1 left out: no record");
            await(
                    "the record is back",
                    () -> reader(cluster).latest(Topics.ENTITIES).keySet().equals(Set.of("court:x:1")));
            with(cluster, "failures", "resubmit").done("0 submitted again", "1 left out: something newer");
            assertEquals(1, reader(cluster).all(Topics.ENTITIES).size());
        }
    }

    @Test
    void aReplayAndAResetEndInTheSameTallies() throws Exception {
        try (LocalCluster cluster = LocalCluster.start(dir.resolve("data"), 0, 0, line -> {})) {
            for (int i = 0; i < 40; i++) {
                put(cluster, Topics.ENTITIES, "court:x:" + i, filed("court:x:" + i, "2026-03-0" + (1 + i % 9)));
            }
            Map<String, Long> counted;
            try (Service aggregate = aggregate(cluster)) {
                await("all is counted", () -> total(cluster) == 40 && caughtUp(cluster));
                counted = cells(cluster);
                with(cluster, "replay", "aggregate").refused("aggregate runs; stop it first");
            }
            with(cluster, "replay", "aggregate").done("aggregate will read 40 records again");
            assertFalse(caughtUp(cluster));
            try (Service aggregate = aggregate(cluster)) {
                await("all is read again", () -> caughtUp(cluster));
                assertEquals("", aggregate.alive());
            }
            assertEquals(counted, cells(cluster), "after a replay");
            with(cluster, "reset", "aggregate", "--yes", "--state", state().toString())
                    .done("deleted aggregate-", "-changelog", "deleted " + state(), "begins anew");
            assertFalse(Files.exists(state()));
            try (Service aggregate = aggregate(cluster)) {
                await(
                        "all is counted anew",
                        () -> caughtUp(cluster) && cells(cluster).equals(counted));
                assertEquals("", aggregate.alive());
            }
        }
    }

    private static String source(String id) {
        return "  - {id: %s, stream: news, kind: rss, url: 'https://%s.example/%s', name: N, outlet: o, language: en}%n"
                .formatted(id, id, id);
    }

    private static Ran apply(LocalCluster cluster, Path file) {
        return with(cluster, "sources", "apply", file.toString());
    }

    private static Ran with(LocalCluster cluster, String... args) {
        List<String> all = new java.util.ArrayList<>(List.of(args));
        all.addAll(List.of(
                "--bootstrap",
                cluster.broker().bootstrap(),
                "--registry",
                cluster.registry().address()));
        return Ran.of(all.toArray(String[]::new));
    }

    private Path state() {
        return dir.resolve("state");
    }

    private Service aggregate(LocalCluster cluster) {
        Map<String, String> settings = new HashMap<>();
        settings.put("KAFKA_BOOTSTRAP", cluster.broker().bootstrap());
        settings.put("REGISTRY_URL", cluster.registry().address());
        settings.put("STATE_DIR", state().toString());
        return ServiceKind.AGGREGATE.start(new Environment(settings));
    }

    private static Failure failure(String key, byte[] value, long offset) {
        return Failure.newBuilder()
                .setService("aggregate")
                .setStage("deserialize")
                .setReason("UNREADABLE")
                .setDocument(key)
                .setTopic("entities")
                .setPartition(0)
                .setOffset(offset - 1)
                .setRecordKey(ByteBuffer.wrap(key.getBytes(StandardCharsets.UTF_8)))
                .setRecordValue(ByteBuffer.wrap(value))
                .build();
    }

    private static Entities filed(String id, String day) {
        return Entities.newBuilder()
                .setDocumentId(id)
                .setKind(DocumentKind.COURT_RECORD)
                .setSourceId("x")
                .setUrl("https://court.example/" + id)
                .setMode(Mode.LIVE)
                .setRecordKind(RecordKind.CASE)
                .setInstance(Instance.FIRST)
                .setStage(CaseStage.FILED)
                .setCourtId("x")
                .setFiled(LocalDate.parse(day))
                .setEventDate(LocalDate.parse(day))
                .setStatutes(List.of(StatuteMention.newBuilder()
                        .setKey("ru/uk/a337")
                        .setRole(ChargeRole.CHARGED)
                        .build()))
                .build();
    }

    private static <V extends SpecificRecord> void put(LocalCluster cluster, Topic<V> topic, String key, V value)
            throws Exception {
        byte[] bytes =
                topic.serde(new HttpRegistry(cluster.registry().address())).serialize(topic.name(), value);
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", cluster.broker().bootstrap()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic.name(), key, bytes)).get();
        }
    }

    private static TopicReader reader(LocalCluster cluster) {
        return new TopicReader(cluster.broker().bootstrap(), cluster.registry().address());
    }

    private static Map<String, Long> cells(LocalCluster cluster) {
        Map<String, Long> counts = new TreeMap<>();
        reader(cluster).latest(Topics.DAY_CELLS).forEach((key, cell) -> counts.put(key, cell.getCount()));
        return counts;
    }

    private static long total(LocalCluster cluster) {
        return cells(cluster).entrySet().stream()
                .filter(cell -> cell.getKey().startsWith("court.filed{statute=ru/uk/a337}|"))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** Whether aggregate has read [entities] to its end. */
    private static boolean caughtUp(LocalCluster cluster) throws Exception {
        try (Admin admin =
                Admin.create(Map.of("bootstrap.servers", cluster.broker().bootstrap()))) {
            var committed = admin.listConsumerGroupOffsets("aggregate")
                    .partitionsToOffsetAndMetadata()
                    .get();
            for (int i = 0; i < Topics.ENTITIES.partitions(); i++) {
                TopicPartition partition = new TopicPartition(Topics.ENTITIES.name(), i);
                long end = admin.listOffsets(Map.of(partition, OffsetSpec.latest()))
                        .partitionResult(partition)
                        .get()
                        .offset();
                if (end > 0
                        && (committed.get(partition) == null
                                || committed.get(partition).offset() < end)) {
                    return false;
                }
            }
            return true;
        }
    }

    private static void await(String what, Callable<Boolean> condition) throws Exception {
        Instant deadline = Instant.now().plus(Duration.ofSeconds(120));
        while (!condition.call()) {
            assertTrue(Instant.now().isBefore(deadline), "not in time: " + what);
            Thread.sleep(Duration.ofMillis(500));
        }
    }
}
