package org.tallywire.standalone;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.tallywire.schemas.HttpRegistry;
import org.tallywire.schemas.Topic;

/** Reads topics as any consumer outside would: committed records only, through the registry. */
public final class TopicReader {
    private final String bootstrap;
    private final HttpRegistry registry;

    public TopicReader(String bootstrap, String registry) {
        this.bootstrap = bootstrap;
        this.registry = new HttpRegistry(registry);
    }

    /** The latest value of each key that has not been withdrawn. */
    public <V extends SpecificRecord> Map<String, V> latest(Topic<V> topic) {
        Map<String, V> latest = new TreeMap<>();
        for (ConsumerRecord<String, V> record : all(topic)) {
            if (record.value() == null) {
                latest.remove(record.key());
            } else {
                latest.put(record.key(), record.value());
            }
        }
        return latest;
    }

    /** Every record, tombstones included, in order within each partition. */
    public <V extends SpecificRecord> List<ConsumerRecord<String, V>> all(Topic<V> topic) {
        Properties properties = new Properties();
        properties.put("bootstrap.servers", bootstrap);
        properties.put("isolation.level", "read_committed");
        List<ConsumerRecord<String, V>> records = new java.util.ArrayList<>();
        try (KafkaConsumer<String, V> consumer =
                new KafkaConsumer<>(properties, new StringDeserializer(), topic.serde(registry))) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic.name()).stream()
                    .map(p -> new TopicPartition(topic.name(), p.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
        }
        return records;
    }
}
