package org.tallywire.aggregate.deliver;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.BiConsumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RecordDeserializationException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.tallywire.schemas.Registry;
import org.tallywire.schemas.Topic;
import org.tallywire.schemas.stream.StreamsSettings;

/** Reads a topic from its beginning, without a group: every instance sees all of it, and nothing has to be remembered. */
final class TopicFeed<V extends SpecificRecord> implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(500);

    private final Consumer<String, V> consumer;
    private final BiConsumer<String, V> reader;

    TopicFeed(StreamsSettings settings, Topic<V> topic, BiConsumer<String, V> reader) {
        Properties properties = new Properties();
        properties.putAll(settings.client().properties());
        properties.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrap());
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        this.consumer = new KafkaConsumer<>(
                properties, new StringDeserializer(), topic.serde(Registry.of(settings.registry())));
        this.reader = reader;
        List<TopicPartition> partitions = consumer.partitionsFor(topic.name()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Reads up to the end that the topic has now. */
    void load() {
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            poll();
        }
    }

    /** Reads what has come since; a record that cannot be read is passed over, its writer's registry is the place to look. */
    void poll() {
        try {
            consumer.poll(POLL).forEach(record -> reader.accept(record.key(), record.value()));
        } catch (RecordDeserializationException e) {
            consumer.seek(e.topicPartition(), e.offset() + 1);
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
