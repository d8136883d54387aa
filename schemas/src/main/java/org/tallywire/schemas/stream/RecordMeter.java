package org.tallywire.schemas.stream;

import java.time.InstantSource;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerInterceptor;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerInterceptor;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.Failure;
import org.tallywire.schemas.AvroSerde;
import org.tallywire.schemas.Registry;
import org.tallywire.schemas.Topics;
import org.tallywire.schemas.http.Metrics;

/**
 * Counts what a Streams service reads and writes, by topic, and what it sets aside, by stage and reason:
 * {@code tallywire_<service>_records_read_total}, {@code _records_written_total}, {@code _failures_total}. Records of a
 * transaction that is taken back count again when they are read again.
 */
public final class RecordMeter implements ConsumerInterceptor<byte[], byte[]>, ProducerInterceptor<byte[], byte[]> {
    private Metrics metrics = Metrics.UNREAD;
    private SetAside setAside = new SetAside(Metrics.UNREAD, InstantSource.system());
    private EventLag lag = new EventLag();
    private @Nullable AvroSerde<Failure> failures;

    @Override
    public void configure(Map<String, ?> configs) {
        metrics = Metrics.in(configs);
        setAside = new SetAside(metrics, InstantSource.system());
        if (configs.get(EventLag.CONFIG) instanceof EventLag known) {
            lag = known;
        }
        failures = Topics.FAILURES.serde(Registry.of(String.valueOf(configs.get(UnreadableRecords.REGISTRY))));
    }

    @Override
    public ConsumerRecords<byte[], byte[]> onConsume(ConsumerRecords<byte[], byte[]> records) {
        for (TopicPartition partition : records.partitions()) {
            var read = records.records(partition);
            metrics.add("records_read", read.size(), "topic", partition.topic());
            ConsumerRecord<byte[], byte[]> last = read.getLast();
            lag.read(partition, last.timestamp());
        }
        return records;
    }

    @Override
    public ProducerRecord<byte[], byte[]> onSend(ProducerRecord<byte[], byte[]> record) {
        metrics.count("records_written", "topic", record.topic());
        if (record.topic().equals(Topics.FAILURES.name()) && failures != null) {
            Failure failure = failures.deserialize(record.topic(), record.value());
            if (failure != null) {
                setAside.note(failure);
            }
        }
        return record;
    }

    @Override
    public void onCommit(Map<TopicPartition, OffsetAndMetadata> offsets) {
        // positions are Kafka's own metrics
    }

    @Override
    public void onAcknowledgement(@Nullable RecordMetadata metadata, @Nullable Exception exception) {
        // a failed write stops the service
    }

    @Override
    public void close() {
        // nothing is held
    }
}
