package org.tallywire.aggregate.deliver;

import java.time.InstantSource;
import java.util.Properties;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tallywire.avro.Delivery;
import org.tallywire.avro.Failure;
import org.tallywire.schemas.Registry;
import org.tallywire.schemas.Topics;
import org.tallywire.schemas.http.Metrics;
import org.tallywire.schemas.stream.SetAside;
import org.tallywire.schemas.stream.StreamsSettings;

/** Writes [alerts.deliveries] and [failures]. */
final class DeliveryLog implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DeliveryLog.class);

    private final Producer<String, byte[]> producer;
    private final Registry registry;
    private final Metrics metrics;
    private final SetAside setAside;

    DeliveryLog(StreamsSettings settings, Metrics metrics) {
        Properties properties = new Properties();
        properties.putAll(settings.client().properties());
        properties.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrap());
        this.producer = new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer());
        this.registry = Registry.of(settings.registry());
        this.metrics = metrics;
        this.setAside = new SetAside(metrics, InstantSource.system());
    }

    void write(Delivery line) {
        metrics.count("deliveries", "result", line.getDelivered() ? "delivered" : "failed");
        String topic = Topics.DELIVERIES.name();
        send(topic, line.getAlertId(), Topics.DELIVERIES.serde(registry).serialize(topic, line));
    }

    void write(Failure failure) {
        setAside.note(failure);
        String topic = Topics.FAILURES.name();
        send(topic, failure.getDocument(), Topics.FAILURES.serde(registry).serialize(topic, failure));
    }

    /** A lost line may tell somebody twice, which the message id lets the receiver see; so it is said, not fatal. */
    private void send(String topic, String key, byte @Nullable [] value) {
        producer.send(new ProducerRecord<>(topic, key, value), (done, e) -> {
            if (e != null) {
                metrics.count("failures", "stage", "deliver", "reason", "LOG_NOT_WRITTEN");
                LOG.warn("deliver: {} did not take a line: {}", topic, e.toString());
            }
        });
    }

    @Override
    public void close() {
        producer.close();
    }
}
