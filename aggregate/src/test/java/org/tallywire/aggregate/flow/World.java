package org.tallywire.aggregate.flow;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.tallywire.aggregate.series.Series;
import org.tallywire.aggregate.series.SeriesFile;
import org.tallywire.avro.Alert;
import org.tallywire.avro.Claim;
import org.tallywire.avro.Contributions;
import org.tallywire.avro.DayCell;
import org.tallywire.avro.Entities;
import org.tallywire.avro.SourceHealth;
import org.tallywire.avro.Tally;
import org.tallywire.schemas.Environment;
import org.tallywire.schemas.Registry;
import org.tallywire.schemas.Topic;
import org.tallywire.schemas.Topics;
import org.tallywire.schemas.stream.StreamsSettings;

/** The topology in a test driver, with a clock that the test moves, and the last value of every key of every topic. */
final class World implements AutoCloseable {
    static final Registry REGISTRY = Registry.of("memory:aggregate");

    private final List<Series> series;
    private final Map<String, SourceHealth> sources = new HashMap<>();
    private TopologyTestDriver driver;
    private TestInputTopic<String, Entities> entities;
    private TestInputTopic<String, SourceHealth> health;
    private Instant now;
    final Map<String, Contributions> contributions = new HashMap<>();
    final Map<String, DayCell> cells = new HashMap<>();
    final Map<String, Tally> tallies = new HashMap<>();
    final Map<String, Claim> claims = new HashMap<>();
    final Map<String, Alert> alerts = new HashMap<>();
    final Map<String, Integer> records = new HashMap<>();

    private final Map<Topic<?>, Map<String, ?>> topics = Map.of(
            Topics.CONTRIBUTIONS, contributions,
            Topics.DAY_CELLS, cells,
            Topics.TALLIES, tallies,
            Topics.CLAIMS, claims,
            Topics.ALERTS, alerts);

    World(String now) {
        this(now, SeriesFile.bundled());
    }

    World(String now, List<Series> series) {
        this.series = series;
        this.now = Instant.parse(now);
        start();
    }

    private void start() {
        driver = new TopologyTestDriver(topology(series), settings().properties(), now);
        entities = driver.createInputTopic(
                Topics.ENTITIES.name(), new StringSerializer(), Topics.ENTITIES.serde(REGISTRY));
        health = driver.createInputTopic(
                Topics.SOURCE_HEALTH.name(), new StringSerializer(), Topics.SOURCE_HEALTH.serde(REGISTRY));
    }

    /** Filled from a topic, and places in a topic: the new driver counts its records from the beginning. */
    private static final Set<String> NOT_TAKEN_OVER = Set.of(AggregateStores.HEALTH, AggregateStores.VERSIONS);

    /** Another process takes over: it finds the stores as they were, and nothing of what stood in memory. */
    @SuppressWarnings("unchecked")
    World restart() {
        Map<String, List<KeyValue<String, Object>>> stores = new HashMap<>();
        driver.getAllStateStores().forEach((name, store) -> {
            if (!NOT_TAKEN_OVER.contains(name)) {
                try (var all = ((KeyValueStore<String, Object>) store).all()) {
                    all.forEachRemaining(entry -> stores.computeIfAbsent(name, any -> new ArrayList<>())
                            .add(entry));
                }
            }
        });
        driver.close();
        start();
        stores.forEach(
                (name, entries) -> driver.<String, Object>getKeyValueStore(name).putAll(entries));
        sources.forEach(health::pipeInput);
        return this;
    }

    World health(SourceHealth source) {
        sources.put(source.getSourceId(), source);
        health.pipeInput(source.getSourceId(), source);
        return this;
    }

    static Topology topology(List<Series> series) {
        return AggregateTopology.build(settings().builder(), REGISTRY, series);
    }

    private static StreamsSettings settings() {
        String dir = System.getProperty("java.io.tmpdir") + "/tallywire-" + UUID.randomUUID();
        return StreamsSettings.from(new Environment(Map.of("STATE_DIR", dir)), "aggregate");
    }

    World put(Entities.Builder document) {
        return put(document.build());
    }

    World put(Entities document) {
        entities.pipeInput(document.getDocumentId(), document);
        return this;
    }

    World withdraw(String id) {
        entities.pipeInput(id, (Entities) null);
        return this;
    }

    /** Lets two seconds pass and reads what came out. */
    World settle() {
        return pass(Duration.ofSeconds(2));
    }

    World pass(Duration time) {
        now = now.plus(time).plusSeconds(2);
        driver.advanceWallClockTime(time);
        driver.advanceWallClockTime(Duration.ofSeconds(1));
        driver.advanceWallClockTime(Duration.ofSeconds(1));
        topics.forEach(this::read);
        return this;
    }

    @SuppressWarnings("unchecked")
    private <V extends SpecificRecord> void read(Topic<V> topic, Map<String, ?> into) {
        TestOutputTopic<String, V> output =
                driver.createOutputTopic(topic.name(), new StringDeserializer(), topic.serde(REGISTRY));
        Map<String, V> last = (Map<String, V>) into;
        output.readKeyValuesToList().forEach(entry -> {
            records.merge(topic.name(), 1, Integer::sum);
            if (entry.value == null) {
                last.remove(entry.key);
            } else {
                last.put(entry.key, entry.value);
            }
        });
    }

    long count(String series, String day) {
        DayCell cell = cells.get(series + "|" + day);
        return cell == null ? 0 : cell.getCount();
    }

    @Nullable
    Long rolling(String series, String window) {
        Tally tally = tallies.get(series + "|" + window);
        return tally == null ? null : tally.getCount();
    }

    @Override
    public void close() {
        driver.close();
    }
}
