package org.tallywire.schemas.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tallywire.avro.Entities;
import org.tallywire.schemas.AvroSerde;
import org.tallywire.schemas.Environment;
import org.tallywire.schemas.Registry;
import org.tallywire.schemas.TopicProvisioner;
import org.tallywire.schemas.Topics;
import org.tallywire.schemas.http.Metrics;
import org.tallywire.schemas.local.EmbeddedBroker;

/** Health and metrics of a running service, with a broker that stops and a step that fails. */
class StreamsServiceTest {
    private static final String REGISTRY = "memory:streams-service";

    @TempDir
    private Path dir;

    @Test
    void recordsAndFailuresAreCountedAndAStoppedBrokerIsNotReadyButAlive() throws Exception {
        EmbeddedBroker broker = EmbeddedBroker.start(dir.resolve("kafka"), 0);
        provision(broker);
        StreamsService service = start(broker, "copy", value -> value);
        try {
            await("ready", () -> get(service, "ready").statusCode() == 200);
            put(
                    broker,
                    "good",
                    new AvroSerde<>(Entities.class, Registry.of(REGISTRY))
                            .serialize("entities", Entities.newBuilder().build()));
            put(broker, "bad", "junk".getBytes(UTF_8));
            await(
                    "a record went through",
                    () -> metric(service, "tallywire_copy_records_written_total", "claims") >= 1);
            await("a bad one was set aside", () -> text(service).contains("reason=\"UNREADABLE\""));
            assertEquals(2, metric(service, "tallywire_copy_records_read_total", "entities"));
            assertEquals(0, metric(service, "tallywire_copy_lag_seconds", "entities"), "nothing waits");
            assertTrue(text(service).contains("kafka_consumer_fetch_manager_records_lag"), "the client's own");
            assertTrue(text(service).contains("kafka_stream_"), "Streams' own");
            assertTrue(text(service).contains("jvm_memory_used_bytes"), "the JVM's own");
            broker.close();
            await("not ready without a broker", () -> get(service, "ready").statusCode() == 503);
            assertEquals(200, get(service, "live").statusCode(), "a restart would not help");
        } finally {
            broker.close();
            service.close();
        }
    }

    @Test
    void aStepThatFailsIsNotAlive() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(dir.resolve("kafka"), 0)) {
            provision(broker);
            try (StreamsService service = start(broker, "fail", value -> {
                throw new IllegalStateException("a defect");
            })) {
                put(
                        broker,
                        "good",
                        new AvroSerde<>(Entities.class, Registry.of(REGISTRY))
                                .serialize("entities", Entities.newBuilder().build()));
                assertFalse(service.await(), "ended by a failure: the process exits with a status other than 0");
                assertEquals(503, get(service, "live").statusCode());
                assertEquals(503, get(service, "ready").statusCode());
            }
        }
    }

    @Test
    void aThreadThatIsStuckOnOneRecordIsNeitherAliveNorReady() throws Exception {
        CountDownLatch let = new CountDownLatch(1);
        try (EmbeddedBroker broker = EmbeddedBroker.start(dir.resolve("kafka"), 0)) {
            provision(broker);
            Path client = Files.writeString(dir.resolve("client.properties"), "max.poll.interval.ms=2000\n");
            try (StreamsService service = start(broker, "stuck", Map.of("CLIENT_CONFIG", client.toString()), value -> {
                try {
                    let.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                return value;
            })) {
                await("ready", () -> get(service, "ready").statusCode() == 200);
                put(
                        broker,
                        "good",
                        new AvroSerde<>(Entities.class, Registry.of(REGISTRY))
                                .serialize("entities", Entities.newBuilder().build()));
                await("not alive", () -> get(service, "live").statusCode() == 503);
                assertTrue(get(service, "live").body().contains("has not asked for records for"));
                assertEquals(503, get(service, "ready").statusCode());
                let.countDown();
                await("alive again", () -> get(service, "live").statusCode() == 200);
            } finally {
                let.countDown();
            }
        }
    }

    private StreamsService start(
            EmbeddedBroker broker, String name, org.apache.kafka.streams.kstream.ValueMapper<Entities, Entities> step) {
        return start(broker, name, Map.of(), step);
    }

    private StreamsService start(
            EmbeddedBroker broker,
            String name,
            Map<String, String> more,
            org.apache.kafka.streams.kstream.ValueMapper<Entities, Entities> step) {
        Map<String, String> environment = new HashMap<>(more);
        environment.put("KAFKA_BOOTSTRAP", broker.bootstrap());
        environment.put("REGISTRY_URL", REGISTRY);
        environment.put("STATE_DIR", dir.resolve("state").toString());
        StreamsSettings settings = StreamsSettings.from(new Environment(environment), name);
        StreamsBuilder builder = settings.builder();
        AvroSerde<Entities> serde = new AvroSerde<>(Entities.class, Registry.of(REGISTRY));
        builder.stream("entities", Consumed.with(Serdes.String(), serde).withName("in"))
                .mapValues(step, Named.as("step"))
                .to("claims", Produced.with(Serdes.String(), serde).withName("out"));
        return StreamsService.start(settings, builder.build(), Metrics.of(name));
    }

    private static void provision(EmbeddedBroker broker) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrap()))) {
            TopicProvisioner.provision(admin, (short) 1);
        }
    }

    private static void put(EmbeddedBroker broker, String key, byte[] value) throws Exception {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrap()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(Topics.ENTITIES.name(), key.getBytes(UTF_8), value))
                    .get();
        }
    }

    private static HttpResponse<String> get(StreamsService service, String what) throws Exception {
        return fetch(service.address() + "/health/" + what);
    }

    private static String text(StreamsService service) throws Exception {
        return fetch(service.address() + "/metrics").body();
    }

    private static HttpResponse<String> fetch(String address) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
        }
    }

    /** Value of a metric of one topic; -1: not there. */
    private static double metric(StreamsService service, String name, String topic) throws Exception {
        return text(service)
                .lines()
                .filter(line -> line.startsWith(name + "{") && line.contains("topic=\"" + topic + "\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst()
                .orElse(-1);
    }

    private static void await(String what, Callable<Boolean> condition) throws Exception {
        Instant deadline = Instant.now().plus(Duration.ofSeconds(60));
        while (!condition.call()) {
            assertTrue(Instant.now().isBefore(deadline), "not in time: " + what);
            Thread.sleep(Duration.ofMillis(100));
        }
    }
}
