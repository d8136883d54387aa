package org.tallywire.ingest.sources;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.Source;
import org.tallywire.ingest.poll.HostKey;
import org.tallywire.schemas.Registry;
import org.tallywire.schemas.Topics;

/**
 * Brings [sources] in line with the catalogue: writes new and changed sources, withdraws the others, in one transaction.
 * All sources of a host go to one partition, so that one task keeps its pace; a source that is there already stays in
 * its partition, where its memory is.
 */
public final class SourcesSync {
    private static final Duration WAIT = Duration.ofSeconds(1);
    private static final String TOPIC = Topics.SOURCES.name();

    /** How many sources were added, changed, removed, and were right already. */
    public record Report(int added, int changed, int removed, int same) {
        /** Sources that are in the catalogue now. */
        public int total() {
            return added + changed + same;
        }
    }

    /** A source as it stands on the topic. */
    record Placed(Source source, int partition) {}

    /** One record to write; a null source withdraws. */
    record Write(String id, @Nullable Source source, int partition) {}

    private SourcesSync() {}

    /**
     * Reads the topic to its end, compares, writes.
     *
     * @param client properties of every Kafka client: bootstrap.servers and security
     */
    public static Report sync(Properties client, Registry registry, List<Source> wanted) {
        Map<String, Placed> found = new TreeMap<>();
        int partitions = read(client, registry, found);
        List<Write> writes = plan(wanted, found, partitions);
        if (!writes.isEmpty()) {
            write(client, registry, writes);
        }
        int removed = (int) writes.stream().filter(w -> w.source() == null).count();
        int added = (int) writes.stream()
                .filter(w -> w.source() != null && !found.containsKey(w.id()))
                .count();
        int changed = writes.size() - removed - added;
        return new Report(added, changed, removed, wanted.size() - added - changed);
    }

    /** What must be written so that the topic holds what is wanted. */
    static List<Write> plan(List<Source> wanted, Map<String, Placed> found, int partitions) {
        Map<String, Write> writes = new TreeMap<>();
        found.forEach((id, placed) -> writes.put(id, new Write(id, null, placed.partition())));
        for (Source source : wanted) {
            Placed placed = found.get(source.getId());
            if (placed == null) {
                writes.put(source.getId(), new Write(source.getId(), source, home(source, partitions)));
            } else if (placed.source().equals(source)) {
                writes.remove(source.getId());
            } else {
                writes.put(source.getId(), new Write(source.getId(), source, placed.partition()));
            }
        }
        return List.copyOf(writes.values());
    }

    /** The partition of a source's host. */
    static int home(Source source, int partitions) {
        byte[] host = HostKey.of(source.getUrl()).getBytes(StandardCharsets.UTF_8);
        return Utils.toPositive(Utils.murmur2(host)) % partitions;
    }

    private static int read(Properties client, Registry registry, Map<String, Placed> found) {
        Properties p = copy(client);
        p.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        p.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");
        try (KafkaConsumer<String, Source> consumer =
                new KafkaConsumer<>(p, new StringDeserializer(), Topics.SOURCES.serde(registry))) {
            List<TopicPartition> all = consumer.partitionsFor(TOPIC).stream()
                    .map(info -> new TopicPartition(TOPIC, info.partition()))
                    .toList();
            consumer.assign(all);
            consumer.seekToBeginning(all);
            Map<TopicPartition, Long> ends = new HashMap<>(consumer.endOffsets(all));
            while (!ends.isEmpty()) {
                for (ConsumerRecord<String, Source> record : consumer.poll(WAIT)) {
                    note(record, found);
                }
                ends.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
            }
            return all.size();
        }
    }

    /** A tombstone counts only in the partition where the source stands. */
    private static void note(ConsumerRecord<String, Source> record, Map<String, Placed> found) {
        Placed known = found.get(record.key());
        if (record.value() != null) {
            found.put(record.key(), new Placed(record.value(), record.partition()));
        } else if (known != null && known.partition() == record.partition()) {
            found.remove(record.key());
        }
    }

    private static void write(Properties client, Registry registry, List<Write> writes) {
        Properties p = copy(client);
        p.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "tallywire-sources");
        try (KafkaProducer<String, Source> producer =
                new KafkaProducer<>(p, new StringSerializer(), Topics.SOURCES.serde(registry))) {
            producer.initTransactions();
            producer.beginTransaction();
            for (Write write : writes) {
                // a transaction that commits has written every record, so the futures need not be asked
                var unused = producer.send(new ProducerRecord<>(TOPIC, write.partition(), write.id(), write.source()));
            }
            producer.commitTransaction();
        }
    }

    private static Properties copy(Properties client) {
        Properties p = new Properties();
        p.putAll(client);
        return p;
    }
}
