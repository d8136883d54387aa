package org.tallywire.ingest;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.test.TestRecord;
import org.tallywire.avro.Failure;
import org.tallywire.avro.Source;
import org.tallywire.avro.SourceHealth;
import org.tallywire.avro.SourceState;
import org.tallywire.ingest.fetch.Robots;
import org.tallywire.ingest.poll.FirstPolls;
import org.tallywire.ingest.poll.HostPace;
import org.tallywire.ingest.poll.Network;
import org.tallywire.ingest.poll.Poller;
import org.tallywire.ingest.poll.Secrets;
import org.tallywire.ingest.read.Reader;
import org.tallywire.schemas.Registry;
import org.tallywire.schemas.Topic;
import org.tallywire.schemas.Topics;
import org.tallywire.schemas.http.Metrics;

/** The topology on the test driver over a {@link FakeWeb}; time stands still until it is told to pass. */
final class Bench<V extends SpecificRecord> implements AutoCloseable {
    static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

    final FakeWeb web;
    TopologyTestDriver driver;
    private final Clock clock;
    private final Supplier<Topology> process;
    private final Topic<V> topic;
    private final String application;
    private final Registry registry = Registry.of("memory:bench");
    private TestInputTopic<String, Source> sources;
    private TestOutputTopic<String, V> documents;
    private TestOutputTopic<String, SourceHealth> health;
    private TestOutputTopic<String, Failure> failures;

    /** Time as the test tells it. */
    static final class Clock implements InstantSource {
        Instant now = START;

        @Override
        public Instant instant() {
            return now;
        }
    }

    /** Over a web in memory, on one thread. */
    static <T, V extends SpecificRecord> Bench<V> of(Line<T, V> line, Function<String, Reader<T>> readers) {
        Clock clock = new Clock();
        FakeWeb web = new FakeWeb(clock);
        HostPace pace = new HostPace();
        Poller<T> poller = new Poller<>(
                web,
                new Robots(web, "Tallywire", clock),
                pace,
                readers::apply,
                new Secrets(name -> null),
                clock,
                moment -> {});
        return new Bench<>(
                line,
                new Polling<>(
                        poller,
                        Runnable::run,
                        pace,
                        new FirstPolls(),
                        new Network(),
                        PollMetrics.of(Metrics.of("test")),
                        new Random(1),
                        16),
                web,
                clock);
    }

    /** Over a poller of the test's own; {@code web} and {@code clock} stand idle. */
    <T> Bench(Line<T, V> line, Polling<T> polling, FakeWeb web, Clock clock) {
        this.web = web;
        this.clock = clock;
        this.topic = line.documents();
        this.process = () -> IngestTopology.build(line, polling, registry);
        this.application = line.service();
        start();
    }

    private void start() {
        Properties p = new Properties();
        p.put(StreamsConfig.APPLICATION_ID_CONFIG, application);
        p.put(
                StreamsConfig.STATE_DIR_CONFIG,
                System.getProperty("java.io.tmpdir") + "/tallywire-bench-" + System.nanoTime());
        driver = new TopologyTestDriver(process.get(), p, clock.now);
        sources = driver.createInputTopic(
                Topics.SOURCES.name(),
                new StringSerializer(),
                Topics.SOURCES.serde(registry).serializer());
        documents = output(topic);
        health = output(Topics.SOURCE_HEALTH);
        failures = output(Topics.FAILURES);
    }

    private <R extends SpecificRecord> TestOutputTopic<String, R> output(Topic<R> of) {
        return driver.createOutputTopic(
                of.name(), new StringDeserializer(), of.serde(registry).deserializer());
    }

    /** The process dies and another begins with what the stores held: what was only under way is lost. */
    void restart() {
        Map<String, List<KeyValue<Object, Object>>> kept = new HashMap<>();
        driver.getAllStateStores().keySet().forEach(name -> kept.put(name, entries(name)));
        driver.close();
        start();
        kept.forEach((name, entries) ->
                entries.forEach(entry -> driver.getKeyValueStore(name).put(entry.key, entry.value)));
    }

    private List<KeyValue<Object, Object>> entries(String store) {
        List<KeyValue<Object, Object>> entries = new ArrayList<>();
        try (KeyValueIterator<Object, Object> each =
                driver.getKeyValueStore(store).all()) {
            each.forEachRemaining(entries::add);
        }
        return entries;
    }

    void add(Source source) {
        sources.pipeInput(source.getId(), source);
    }

    void remove(String sourceId) {
        sources.pipeInput(sourceId, (Source) null);
    }

    /** Lets time pass in steps of a second, or of the given length for long stretches. */
    void pass(Duration time) {
        pass(time, Duration.ofSeconds(1));
    }

    void pass(Duration time, Duration step) {
        for (Instant end = clock.now.plus(time); clock.now.isBefore(end); ) {
            clock.now = clock.now.plus(step);
            driver.advanceWallClockTime(step);
        }
    }

    /** Documents written since the last call, in order. */
    List<TestRecord<String, V>> documents() {
        return documents.readRecordsToList();
    }

    List<TestRecord<String, SourceHealth>> health() {
        return health.readRecordsToList();
    }

    /** Reasons of the failures since the last call, by number. */
    Map<String, Long> failures() {
        return failures.readValuesToList().stream()
                .collect(Collectors.groupingBy(Failure::getReason, Collectors.counting()));
    }

    SourceState state(String sourceId) {
        return driver.<String, SourceState>getKeyValueStore(IngestTopology.STATES)
                .get(sourceId);
    }

    @Override
    public void close() {
        driver.close();
    }
}
