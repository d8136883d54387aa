package org.tallywire.schemas.stream;

import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyDescription;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tallywire.schemas.Service;
import org.tallywire.schemas.Topics;
import org.tallywire.schemas.http.HealthServer;
import org.tallywire.schemas.http.Metrics;

/**
 * One running Kafka Streams service with health and metrics. A planned stop leaves the group, so that another instance
 * takes over at once; an unexpected error stops the service, and {@link #await} returns false.
 */
public final class StreamsService implements Service {
    private static final Logger LOG = LoggerFactory.getLogger(StreamsService.class);
    private static final Duration CLOSE = Duration.ofSeconds(40);

    private final String name;
    private final KafkaStreams streams;
    private final KafkaStreamsMetrics clientMetrics;
    private final BrokerProbe broker;
    private final HealthServer health;
    private final Supplier<String> outside;
    private final double patienceSeconds;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean failed;

    private StreamsService(StreamsSettings settings, Topology topology, Metrics metrics, Supplier<String> outside) {
        this.outside = outside;
        name = settings.service();
        EventLag lag = new EventLag();
        StreamsConfig config = new StreamsConfig(metered(settings.properties(), metrics, lag));
        patienceSeconds = pollInterval(config) / 1e3;
        streams = new KafkaStreams(topology, config);
        streams.setUncaughtExceptionHandler(this::stop);
        inputs(topology).forEach(topic -> lag.gauge(metrics, topic, streams::metrics));
        clientMetrics = new KafkaStreamsMetrics(streams);
        clientMetrics.bindTo(metrics.registry());
        broker = new BrokerProbe(settings.bootstrap(), settings.client());
        health = HealthServer.start(settings.httpHost(), settings.httpPort(), metrics, this::alive, this::ready);
    }

    /** Starts a topology that was built with {@code new TopologyConfig(new StreamsConfig(settings.properties()))}. */
    public static StreamsService start(StreamsSettings settings, Topology topology, Metrics metrics) {
        return start(settings, topology, metrics, () -> "");
    }

    /**
     * Starts a topology that depends on something outside of Kafka.
     *
     * @param outside why that cannot be reached, so that the service is not ready; empty: it can
     */
    public static StreamsService start(
            StreamsSettings settings, Topology topology, Metrics metrics, Supplier<String> outside) {
        StreamsService service = new StreamsService(settings, topology, metrics, outside);
        service.streams.start();
        LOG.info("{} started: health and metrics at {}", service.name, service.health.address());
        return service;
    }

    /** Milliseconds that the broker waits for a thread to ask for records. */
    private static int pollInterval(StreamsConfig config) {
        String name = ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG;
        Object usual = ConsumerConfig.configDef().defaultValues().get(name);
        Object set = config.getMainConsumerConfigs("", "", 0).getOrDefault(name, usual);
        return (Integer) Objects.requireNonNull(ConfigDef.parseType(name, set, ConfigDef.Type.INT));
    }

    private static Properties metered(Properties properties, Metrics metrics, EventLag lag) {
        properties.put(Metrics.CONFIG, metrics);
        properties.put(EventLag.CONFIG, lag);
        String meter = RecordMeter.class.getName();
        properties.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.INTERCEPTOR_CLASSES_CONFIG), meter);
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.INTERCEPTOR_CLASSES_CONFIG), meter);
        return properties;
    }

    /** Topics of the catalogue that the topology reads. */
    private static List<String> inputs(Topology topology) {
        return topology.describe().subtopologies().stream()
                .flatMap(part -> part.nodes().stream())
                .filter(TopologyDescription.Source.class::isInstance)
                .flatMap(node -> ((TopologyDescription.Source) node).topicSet().stream())
                .filter(topic -> Topics.all().stream().anyMatch(t -> t.name().equals(topic)))
                .distinct()
                .toList();
    }

    private StreamThreadExceptionResponse stop(Throwable e) {
        LOG.error("{} stops: unexpected error", name, e);
        failed = true;
        ended.countDown();
        return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String alive() {
        KafkaStreams.State state = streams.state();
        boolean dead = failed || state == KafkaStreams.State.ERROR || state == KafkaStreams.State.NOT_RUNNING;
        return dead ? "state " + state : stuck();
    }

    /** A thread that works on one record for longer than the broker waits for it. */
    private String stuck() {
        return streams.metrics().values().stream()
                .filter(metric -> metric.metricName().name().equals("last-poll-seconds-ago"))
                .filter(metric -> !metric.metricName()
                        .tags()
                        .getOrDefault("client-id", "")
                        .contains("-restore-"))
                .filter(metric -> metric.metricValue() instanceof Double seconds && seconds > patienceSeconds)
                .map(metric -> metric.metricName().tags().get("client-id") + " has not asked for records for "
                        + metric.metricValue() + " s")
                .findFirst()
                .orElse("");
    }

    /** Not ready while state is restored, the broker is away, or something else that it needs cannot be reached. */
    @Override
    public String ready() {
        KafkaStreams.State state = streams.state();
        if (state != KafkaStreams.State.RUNNING) {
            return "state " + state;
        }
        return Stream.<Supplier<String>>of(this::stuck, broker::problem, outside)
                .map(Supplier::get)
                .filter(problem -> !problem.isEmpty())
                .findFirst()
                .orElse("");
    }

    @Override
    public String address() {
        return health.address();
    }

    @Override
    public boolean await() throws InterruptedException {
        ended.await();
        return !failed;
    }

    @Override
    public void close() {
        boolean clean = streams.close(CloseOptions.groupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP)
                .withTimeout(CLOSE));
        clientMetrics.close();
        health.close();
        broker.close();
        ended.countDown();
        LOG.info("{} stopped{}", name, clean ? "" : " before everything was flushed");
    }
}
