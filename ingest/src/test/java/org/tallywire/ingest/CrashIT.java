package org.tallywire.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tallywire.avro.Article;
import org.tallywire.ingest.sources.SourcesSync;
import org.tallywire.schemas.Registry;
import org.tallywire.schemas.TopicProvisioner;
import org.tallywire.schemas.Topics;
import org.tallywire.schemas.local.ChildJvm;
import org.tallywire.schemas.local.EmbeddedBroker;
import org.tallywire.schemas.local.RegistryServer;

/**
 * kill -9 at random moments while feeds grow to 2,000 items: afterwards each item stands on [news.articles] exactly once
 * for a consumer that reads what was committed. {@code -Dcrash.kills=20} sets how often, {@code -Dcrash.seed} when.
 */
class CrashIT {
    private static final int KILLS = Integer.getInteger("crash.kills", 5);
    private static final long SEED = Long.getLong("crash.seed", 42);

    @Test
    @Timeout(600)
    void everyItemIsWrittenExactlyOnceHoweverOftenTheProcessDies(@TempDir Path dir) throws Exception {
        try (GrowingFeeds feeds = new GrowingFeeds(10, 200, 4);
                EmbeddedBroker broker = EmbeddedBroker.start(dir.resolve("kafka"), 0);
                RegistryServer registry = RegistryServer.start(dir.resolve("schemas.json"), 0)) {
            Properties client = new Properties();
            client.put("bootstrap.servers", broker.bootstrap());
            try (Admin admin = Admin.create(client)) {
                TopicProvisioner.provision(admin, (short) 1);
            }
            SourcesSync.Report first = SourcesSync.sync(client, Registry.of(registry.address()), feeds.sources());
            assertEquals(new SourcesSync.Report(10, 0, 0, 0), first);
            SourcesSync.Report second = SourcesSync.sync(client, Registry.of(registry.address()), feeds.sources());
            assertEquals(new SourcesSync.Report(0, 0, 0, 10), second, "a second run has nothing to do");
            try (Articles articles = new Articles(client, registry.address())) {
                killOften(child(dir, broker.bootstrap(), registry.address()), articles);
                finish(child(dir, broker.bootstrap(), registry.address()), articles, feeds.total());
                articles.assertEachOnce(feeds.total());
            }
        }
    }

    private static ProcessBuilder child(Path dir, String bootstrap, String registry) {
        Map<String, String> environment = Map.of(
                "KAFKA_BOOTSTRAP",
                bootstrap,
                "REGISTRY_URL",
                registry,
                "STATE_DIR",
                dir.resolve("state").toString(),
                "COMMIT_MS",
                "50");
        return ChildJvm.of(IngestChild.class, environment, Path.of("target", "crash-child.log"), "-Xmx256m");
    }

    /** Each life lasts until something new was committed and a random moment longer, so that a kill hits the work. */
    private static void killOften(ProcessBuilder builder, Articles articles) throws IOException, InterruptedException {
        Random random = new Random(SEED);
        for (int kill = 0; kill < KILLS; kill++) {
            Process process = builder.start();
            int before = articles.count();
            Instant patience = Instant.now().plusSeconds(60);
            while (articles.read() <= before && Instant.now().isBefore(patience)) {
                assertTrue(process.isAlive(), "the child died by itself, see target/crash-child.log");
            }
            Thread.sleep(random.nextInt(1_500));
            process.destroyForcibly().waitFor();
        }
    }

    private static void finish(ProcessBuilder builder, Articles articles, int total)
            throws IOException, InterruptedException {
        Process process = builder.start();
        try {
            Instant patience = Instant.now().plusSeconds(240);
            while (articles.read() < total && Instant.now().isBefore(patience)) {
                assertTrue(process.isAlive(), "the child died by itself, see target/crash-child.log");
            }
            Instant quiet = Instant.now().plusSeconds(3);
            while (Instant.now().isBefore(quiet)) {
                articles.read();
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    /** What stands on the topic for a consumer that reads what was committed. */
    private static final class Articles implements AutoCloseable {
        private final KafkaConsumer<String, Article> consumer;
        private final Map<String, Integer> times = new HashMap<>();

        Articles(Properties client, String registry) {
            Properties p = new Properties();
            p.putAll(client);
            p.put("isolation.level", "read_committed");
            consumer = new KafkaConsumer<>(
                    p,
                    new StringDeserializer(),
                    Topics.ARTICLES.serde(Registry.of(registry)).deserializer());
            List<TopicPartition> all = consumer.partitionsFor(Topics.ARTICLES.name()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(all);
            consumer.seekToBeginning(all);
        }

        int read() {
            for (ConsumerRecord<String, Article> record : consumer.poll(Duration.ofMillis(200))) {
                times.merge(record.key(), 1, Integer::sum);
            }
            return times.size();
        }

        int count() {
            return times.size();
        }

        void assertEachOnce(int total) {
            Map<Integer, Long> byTimes =
                    times.values().stream().collect(Collectors.groupingBy(n -> n, Collectors.counting()));
            assertEquals(Map.of(1, (long) total), byTimes, "times written -> items");
        }

        @Override
        public void close() {
            consumer.close();
        }
    }
}
