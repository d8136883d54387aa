package org.tallywire.dashboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tallywire.avro.Claim;
import org.tallywire.dashboard.demo.DemoRecords;
import org.tallywire.dashboard.view.ViewLimits;
import org.tallywire.schemas.AvroSerde;
import org.tallywire.schemas.Registry;
import org.tallywire.schemas.TopicProvisioner;
import org.tallywire.schemas.Topics;
import org.tallywire.schemas.http.Metrics;
import org.tallywire.schemas.local.EmbeddedBroker;
import org.tallywire.schemas.stream.ClientConfig;

/** The dashboard against a real broker: waits for its topics, reads them from the beginning, follows them. */
class DashboardTest {
    private static final String REGISTRY = "memory:dashboard-test";

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void readsTheTopicsFromTheBeginningAndFollowsThem(@TempDir Path dir) throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(dir.resolve("kafka"), 0);
                Dashboard dashboard = Dashboard.start(settings(broker), Metrics.of("dashboard"))) {
            await(
                    "not ready before there are topics",
                    () -> get(dashboard, "/health/ready").startsWith("503 {"));
            try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrap()))) {
                TopicProvisioner.provision(admin, (short) 1);
            }
            try (KafkaProducer<String, byte[]> producer = producer(broker)) {
                produceDemo(producer);
                await(
                        "the page catches up",
                        () -> get(dashboard, "/health/ready").startsWith("200"));
                await("claims are shown", () -> get(dashboard, "/api/claims").contains("harbour-monitor"));
                producer.send(new ProducerRecord<>(Topics.CLAIMS.name(), "c1", null));
                producer.send(
                        new ProducerRecord<>(Topics.CLAIMS.name(), "c9", "garbage".getBytes(StandardCharsets.UTF_8)));
                producer.send(new ProducerRecord<>(Topics.CLAIMS.name(), "c8", claim("late-publisher")))
                        .get();
                await(
                        "a later claim appears",
                        () -> get(dashboard, "/api/claims").contains("late-publisher"));
            }
            await(
                    "what cannot be read is shown as set aside",
                    () -> get(dashboard, "/api/summary").contains("UNREADABLE"));
            String metrics = get(dashboard, "/metrics");
            assertTrue(
                    metrics.contains("tallywire_dashboard_sources{service=\"dashboard\",tone=\"BAD\"} 2.0"), metrics);
            assertTrue(metrics.contains("tallywire_dashboard_set_aside{origin=\"enrich\""), metrics);
            assertEquals("", dashboard.alive());
        }
    }

    private static DashboardSettings settings(EmbeddedBroker broker) {
        return new DashboardSettings(
                broker.bootstrap(), REGISTRY, "127.0.0.1", 0, ClientConfig.PLAIN, ViewLimits.USUAL);
    }

    private static KafkaProducer<String, byte[]> producer(EmbeddedBroker broker) {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrap()), new StringSerializer(), new ByteArraySerializer());
    }

    private static void produceDemo(KafkaProducer<String, byte[]> producer) {
        for (DemoRecords.Entry entry : DemoRecords.asOf(LocalDate.of(2026, 5, 4))) {
            byte[] value = serialize(entry);
            producer.send(new ProducerRecord<>(entry.topic(), entry.key(), value));
        }
        producer.flush();
    }

    @SuppressWarnings("unchecked")
    private static <T extends org.apache.avro.specific.SpecificRecord> byte[] serialize(DemoRecords.Entry entry) {
        Class<T> type = (Class<T>) entry.value().getClass();
        return new AvroSerde<>(type, Registry.of(REGISTRY)).serialize(entry.topic(), type.cast(entry.value()));
    }

    private static byte[] claim(String publisher) {
        Claim claim = Claim.newBuilder().setPublisher(publisher).setValue(3.0).build();
        return Topics.CLAIMS.serde(Registry.of(REGISTRY)).serialize(Topics.CLAIMS.name(), claim);
    }

    private String get(Dashboard dashboard, String path) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(dashboard.address() + path)).build();
        var reply = http.send(request, BodyHandlers.ofString());
        return reply.statusCode() + " " + reply.body();
    }

    /** Asks until it holds; a test that waits in vain fails after a minute. */
    private static void await(String what, Callable<Boolean> holds) throws Exception {
        long end = System.nanoTime() + 60_000_000_000L;
        while (!holds.call()) {
            assertTrue(System.nanoTime() < end, "in vain: " + what);
            Thread.sleep(100);
        }
    }
}
