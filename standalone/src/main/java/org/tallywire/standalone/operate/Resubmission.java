package org.tallywire.standalone.operate;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Predicate;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.Failure;
import org.tallywire.schemas.Registry;
import org.tallywire.schemas.Topic;
import org.tallywire.schemas.Topics;

/**
 * Puts records from [failures] back where they came from, byte for byte, into the partition they stood in, all in one transaction. Only
 * what can be read now goes back, and only where nothing newer of its key stands there: so a second run does nothing.
 */
public final class Resubmission {
    /** What became of one failure. */
    public enum Fate {
        RESUBMITTED,
        /** Something newer of the same key stands in the topic. */
        SUPERSEDED,
        STILL_UNREADABLE,
        /** Failed before Kafka: ingest polls its source again by itself. */
        NO_RECORD
    }

    private final Properties client;
    private final Registry registry;

    public Resubmission(Properties client, Registry registry) {
        this.client = client;
        this.registry = registry;
    }

    /** All failures that a person chose, oldest first. */
    public List<Failure> failures(Predicate<Failure> chosen) {
        List<Failure> found = new ArrayList<>();
        var serde = Topics.FAILURES.serde(registry);
        TopicScan.run(client, Topics.FAILURES.name(), record -> {
            Failure failure = serde.deserialize(record.topic(), record.value());
            if (failure != null && chosen.test(failure)) {
                found.add(failure);
            }
        });
        return found;
    }

    /** Submits them again, or with dry only says what would become of them. */
    public Map<Fate, List<Failure>> run(List<Failure> failures, boolean dry) {
        Map<Fate, List<Failure>> fates = new EnumMap<>(Fate.class);
        Map<String, Map<ByteBuffer, Long>> newest = new HashMap<>();
        for (Failure failure : failures) {
            fates.computeIfAbsent(fate(failure, newest), fate -> new ArrayList<>())
                    .add(failure);
        }
        List<Failure> ready = fates.getOrDefault(Fate.RESUBMITTED, List.of());
        if (!dry && !ready.isEmpty()) {
            write(ready);
        }
        return fates;
    }

    private Fate fate(Failure failure, Map<String, Map<ByteBuffer, Long>> newest) {
        Optional<Topic<?>> topic = topic(failure);
        if (topic.isEmpty() || failure.getRecordValue() == null) {
            return Fate.NO_RECORD;
        }
        try {
            topic.get().serde(registry).deserialize(failure.getTopic(), bytes(failure.getRecordValue()));
        } catch (SerializationException e) {
            return Fate.STILL_UNREADABLE;
        }
        long last = newest.computeIfAbsent(failure.getTopic(), this::offsets)
                .getOrDefault(place(failure.getPartition(), bytes(failure.getRecordKey())), -1L);
        return last > failure.getOffset() ? Fate.SUPERSEDED : Fate.RESUBMITTED;
    }

    private static Optional<Topic<?>> topic(Failure failure) {
        return Topics.all().stream()
                .filter(topic -> topic.name().equals(failure.getTopic()))
                .<Topic<?>>map(topic -> topic)
                .findFirst();
    }

    /** The last offset of each key of each partition. */
    private Map<ByteBuffer, Long> offsets(String topic) {
        Map<ByteBuffer, Long> last = new HashMap<>();
        TopicScan.run(client, topic, record -> last.put(place(record.partition(), record.key()), record.offset()));
        return last;
    }

    private static ByteBuffer place(int partition, byte @Nullable [] key) {
        byte[] known = key == null ? new byte[0] : key;
        return ByteBuffer.allocate(Integer.BYTES + known.length)
                .putInt(partition)
                .put(known)
                .flip();
    }

    private void write(List<Failure> failures) {
        Properties properties = new Properties();
        properties.putAll(client);
        properties.put("transactional.id", "tallywire-resubmit");
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            for (Failure failure : failures) {
                // a transaction that commits has written every record, so the futures need not be asked
                var unused = producer.send(new ProducerRecord<>(
                        failure.getTopic(),
                        failure.getPartition(),
                        bytes(failure.getRecordKey()),
                        Objects.requireNonNull(bytes(failure.getRecordValue()))));
            }
            producer.commitTransaction();
        }
    }

    private static byte @Nullable [] bytes(@Nullable ByteBuffer buffer) {
        if (buffer == null) {
            return null;
        }
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }
}
