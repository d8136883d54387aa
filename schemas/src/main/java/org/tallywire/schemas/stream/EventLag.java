package org.tallywire.schemas.stream;

import io.micrometer.core.instrument.Gauge;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.TopicPartition;
import org.tallywire.schemas.http.Metrics;

/**
 * How far a service is behind, in seconds: {@code tallywire_<service>_lag_seconds{topic}}, the age of the record that was
 * read last where more are waiting, 0 where none is. A count of records says nothing about time; this does.
 *
 * <p>The age is taken from the record's timestamp, which a record keeps from its document to its tally.
 */
final class EventLag {
    /** Key under which it is handed to the interceptor. */
    static final String CONFIG = "tallywire.event-lag";

    private final Map<TopicPartition, Long> last = new ConcurrentHashMap<>();
    private final InstantSource clock = InstantSource.system();

    /** Notes the timestamp of the newest record read of a partition. */
    void read(TopicPartition partition, long timestamp) {
        last.put(partition, timestamp);
    }

    /** Adds a gauge for a topic; waiting gives the client's own metrics, among them the lag in records. */
    void gauge(Metrics metrics, String topic, Supplier<Map<MetricName, ? extends Metric>> clientMetrics) {
        Gauge.builder(metrics.name("lag_seconds"), this, lag -> lag.seconds(topic, clientMetrics.get()))
                .tag("topic", topic)
                .description("Age of the record read last where more are waiting.")
                .register(metrics.registry());
    }

    /** Seconds behind of the partition that is furthest behind. */
    double seconds(String topic, Map<MetricName, ? extends Metric> clientMetrics) {
        long now = clock.millis();
        return clientMetrics.entrySet().stream()
                        .filter(metric -> waiting(metric.getKey(), topic, metric.getValue()))
                        .mapToLong(metric -> now - last.getOrDefault(partition(metric.getKey()), now))
                        .max()
                        .orElse(0)
                / 1000.0;
    }

    private static boolean waiting(MetricName name, String topic, Metric metric) {
        return name.name().equals("records-lag")
                && topic.equals(name.tags().get("topic"))
                && metric.metricValue() instanceof Double records
                && records > 0;
    }

    private static TopicPartition partition(MetricName name) {
        return new TopicPartition(
                name.tags().get("topic"), Integer.parseInt(name.tags().get("partition")));
    }
}
