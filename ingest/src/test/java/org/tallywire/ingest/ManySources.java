package org.tallywire.ingest;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tallywire.avro.Source;
import org.tallywire.avro.SourceHealth;
import org.tallywire.avro.Stream;
import org.tallywire.ingest.sources.SourcesSync;
import org.tallywire.schemas.Registry;
import org.tallywire.schemas.TopicProvisioner;
import org.tallywire.schemas.Topics;
import org.tallywire.schemas.local.ChildJvm;
import org.tallywire.schemas.local.EmbeddedBroker;
import org.tallywire.schemas.local.RegistryServer;

/**
 * By hand: many sources on hosts of their own (127/8) against one process with a small heap; prints how late polls were.
 * {@code -Dit.test=ManySources -Dmany.sources=10000 -Dmany.interval=120 -Dmany.seconds=600}.
 */
class ManySources {
    private static final int SOURCES = Integer.getInteger("many.sources", 10_000);
    private static final int INTERVAL = Integer.getInteger("many.interval", 120);
    private static final int SECONDS = Integer.getInteger("many.seconds", 600);

    private final AtomicLong requests = new AtomicLong();
    private final List<Long> lateness = new ArrayList<>();
    private final List<Long> firstLateness = new ArrayList<>();
    private final Set<String> started = new HashSet<>();
    private final Map<String, Instant> planned = new HashMap<>();

    @Test
    void pollsAreServedOnTime(@TempDir Path dir) throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress("0.0.0.0", 0), 1_000);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::feed);
        server.start();
        try (EmbeddedBroker broker = EmbeddedBroker.start(dir.resolve("kafka"), 0);
                RegistryServer registry = RegistryServer.start(dir.resolve("schemas.json"), 0)) {
            Properties client = new Properties();
            client.put("bootstrap.servers", broker.bootstrap());
            try (Admin admin = Admin.create(client)) {
                TopicProvisioner.provision(admin, (short) 1);
            }
            SourcesSync.sync(
                    client,
                    Registry.of(registry.address()),
                    sources(server.getAddress().getPort()));
            Process process = child(dir, broker.bootstrap(), registry.address()).start();
            try {
                watch(client, registry.address(), process);
            } finally {
                process.destroyForcibly().waitFor();
            }
        } finally {
            server.stop(0);
        }
    }

    private void feed(HttpExchange exchange) throws IOException {
        requests.incrementAndGet();
        String host = exchange.getLocalAddress().getAddress().getHostAddress();
        boolean feed = exchange.getRequestURI().getPath().equals("/rss");
        long newest = Instant.now().getEpochSecond() / (3L * INTERVAL) + host.hashCode() % 3;
        StringBuilder rss = new StringBuilder("<rss version=\"2.0\"><channel><title>")
                .append(host)
                .append("</title>");
        for (long i = newest; i > newest - 20; i--) {
            rss.append("<item><guid>")
                    .append(host)
                    .append('-')
                    .append(i)
                    .append("</guid><title>Report number ")
                    .append(i);
            rss.append(" of the station at ").append(host).append("</title><description>");
            rss.append("The text of the report. ".repeat(20)).append("</description></item>");
        }
        byte[] body = rss.append("</channel></rss>").toString().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/rss+xml");
        exchange.sendResponseHeaders(feed ? 200 : 404, feed ? body.length : -1);
        if (feed) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    private static List<Source> sources(int port) {
        return IntStream.range(0, SOURCES)
                .mapToObj(n -> Source.newBuilder()
                        .setId("station-" + n)
                        .setStream(Stream.NEWS)
                        .setKind("rss")
                        .setUrl("http://127.1." + n / 250 + "." + (n % 250 + 1) + ":" + port + "/rss")
                        .setIntervalSeconds(INTERVAL)
                        .setAllowPrivate(true)
                        .build())
                .toList();
    }

    private static ProcessBuilder child(Path dir, String bootstrap, String registry) {
        Map<String, String> environment = Map.of(
                "KAFKA_BOOTSTRAP", bootstrap,
                "REGISTRY_URL", registry,
                "STATE_DIR", dir.resolve("state").toString());
        Path log = Path.of("target", "many-child.log");
        return ChildJvm.of(IngestChild.class, environment, log, "-Xmx512m", "-Xlog:gc:file=target/many-gc.log");
    }

    /** Reads [source.health]: how long after its planned moment was each poll done? */
    private void watch(Properties client, String registry, Process process) throws Exception {
        Properties p = new Properties();
        p.putAll(client);
        p.put("isolation.level", "read_committed");
        long rss = 0;
        try (KafkaConsumer<String, SourceHealth> consumer =
                new KafkaConsumer<>(p, new StringDeserializer(), Topics.SOURCE_HEALTH.serde(Registry.of(registry)))) {
            List<TopicPartition> all = consumer.partitionsFor(Topics.SOURCE_HEALTH.name()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(all);
            consumer.seekToBeginning(all);
            Instant end = Instant.now().plusSeconds(SECONDS);
            while (Instant.now().isBefore(end)) {
                assertTrue(process.isAlive(), "see target/many-child.log");
                for (ConsumerRecord<String, SourceHealth> record : consumer.poll(Duration.ofMillis(500))) {
                    note(record.key(), record.value());
                }
                rss = Math.max(rss, residentKilobytes(process));
            }
        }
        report(rss, process);
    }

    private void note(String id, SourceHealth health) {
        Instant plan = planned.put(id, health.getNextPoll());
        if (plan != null && health.getLastAttempt() != null) {
            boolean first = started.add(id);
            (first ? firstLateness : lateness)
                    .add(Duration.between(plan, health.getLastAttempt()).toMillis());
        }
    }

    private static long residentKilobytes(Process process) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0);
    }

    private void report(long rss, Process process) {
        List<Long> sorted = lateness.stream().sorted().toList();
        List<Long> first = firstLateness.stream().sorted().toList();
        String cpu = process.info().totalCpuDuration().map(Duration::toString).orElse("?");
        System.out.printf(
                "%d sources every %d s for %d s: %d requests, %d polls on time-table; late ms p50 %d p99 %d max %d;"
                        + " first polls, all due within seconds: %d, p99 %d; resident %d MB, CPU %s%n",
                SOURCES,
                INTERVAL,
                SECONDS,
                requests.get(),
                sorted.size(),
                at(sorted, 0.5),
                at(sorted, 0.99),
                at(sorted, 1),
                first.size(),
                at(first, 0.99),
                rss / 1024,
                cpu);
        assertTrue(first.size() >= SOURCES, "each source was polled at least once");
    }

    private static long at(List<Long> sorted, double share) {
        return sorted.isEmpty() ? -1 : sorted.get((int) Math.min(sorted.size() - 1L, (long) (sorted.size() * share)));
    }
}
