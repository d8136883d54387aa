package org.tallywire.schemas.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.tallywire.schemas.Environment;
import org.tallywire.schemas.Registry;
import org.tallywire.schemas.Topic;
import org.tallywire.schemas.TopicProvisioner;

/** A real broker inside the test, with all topics. */
public final class LocalKafka implements AutoCloseable {
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final EmbeddedBroker broker;
    private final Path dir;
    private final RegistryServer server;
    private final Map<String, Serializer<? extends SpecificRecord>> serializers = new HashMap<>();
    private final Producer<String, byte[]> producer;

    public LocalKafka(Path dir) throws Exception {
        this.dir = dir;
        broker = EmbeddedBroker.start(dir.resolve("kafka"), 0);
        server = RegistryServer.start(dir.resolve("schemas.json"), 0);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrap()))) {
            TopicProvisioner.provision(admin, (short) 1);
        }
        Properties properties = new Properties();
        properties.put("bootstrap.servers", broker.bootstrap());
        properties.put("linger.ms", "5");
        producer = new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer());
    }

    /** Environment of a service on this broker. */
    public Environment environment(Map<String, String> more) {
        return new Environment(variables(more));
    }

    /** The same for another process. */
    public Map<String, String> variables(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(Map.of(
                "KAFKA_BOOTSTRAP", broker.bootstrap(),
                "REGISTRY_URL", server.address(),
                "STATE_DIR", dir.resolve("state").toString()));
        all.putAll(more);
        return all;
    }

    public Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", broker.bootstrap()));
    }

    public <V extends SpecificRecord> void put(Topic<V> topic, String key, @Nullable V value) {
        byte[] bytes = serializer(topic).serialize(topic.name(), value);
        producer.send(new ProducerRecord<>(topic.name(), key, bytes));
    }

    /** Kept, because each asks the registry once. */
    @SuppressWarnings("unchecked")
    private <V extends SpecificRecord> Serializer<V> serializer(Topic<V> topic) {
        return (Serializer<V>)
                serializers.computeIfAbsent(topic.name(), name -> topic.serde(Registry.of(server.address())));
    }

    public void flush() {
        producer.flush();
    }

    /** The last committed value of every key. */
    public <V extends SpecificRecord> Map<String, V> latest(Topic<V> topic) {
        Map<String, V> latest = new TreeMap<>();
        read(topic, record -> {
            if (record.value() == null) {
                latest.remove(record.key());
            } else {
                latest.put(record.key(), record.value());
            }
        });
        return latest;
    }

    /** How many records of every key were committed. */
    public <V extends SpecificRecord> Map<String, Integer> written(Topic<V> topic) {
        Map<String, Integer> written = new TreeMap<>();
        read(topic, record -> written.merge(record.key(), 1, Integer::sum));
        return written;
    }

    private <V extends SpecificRecord> void read(Topic<V> topic, Consumer<ConsumerRecord<String, V>> each) {
        Map<String, Object> properties =
                Map.of("bootstrap.servers", broker.bootstrap(), "isolation.level", "read_committed");
        try (KafkaConsumer<String, V> consumer =
                new KafkaConsumer<>(properties, new StringDeserializer(), topic.serde(Registry.of(server.address())))) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic.name()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(each);
            }
        }
    }

    /** Waits until it is so; AssertionError after two minutes. */
    public static void await(String what, BooleanSupplier so) throws InterruptedException {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (!so.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("still not so: " + what);
            }
            Thread.sleep(100);
        }
    }

    @Override
    public void close() {
        producer.close();
        server.close();
        broker.close();
    }
}
