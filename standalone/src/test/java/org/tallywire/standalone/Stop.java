package org.tallywire.standalone;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.tallywire.schemas.Environment;
import org.tallywire.schemas.Registry;
import org.tallywire.schemas.Topic;
import org.tallywire.schemas.stream.StreamsSettings;

/** One service of the walk on the test driver. */
final class Stop implements AutoCloseable {
    private static final String REGISTRY = "memory:walk";

    private final TopologyTestDriver driver;
    private final SampleClock clock;

    Stop(Topology topology, StreamsSettings settings, SampleClock clock) {
        this.clock = clock;
        Properties properties = settings.properties();
        driver = new TopologyTestDriver(topology, properties, clock.instant());
    }

    static StreamsSettings settings(String service, Path dir) {
        Environment env = new Environment(Map.of(
                "REGISTRY_URL", REGISTRY, "STATE_DIR", dir.resolve(service).toString()));
        return StreamsSettings.from(env, service);
    }

    static Registry registry() {
        return Registry.of(REGISTRY);
    }

    <V extends SpecificRecord> void put(Topic<V> topic, String key, V value) {
        driver.createInputTopic(
                        topic.name(),
                        new StringSerializer(),
                        topic.serde(registry()).serializer())
                .pipeInput(key, value, clock.instant());
    }

    /** Lets seconds pass, for this service and the clock. */
    void pass(int seconds) {
        for (int i = 0; i < seconds; i++) {
            clock.advance(Duration.ofSeconds(1));
            driver.advanceWallClockTime(Duration.ofSeconds(1));
        }
    }

    /** What was written to a topic since the last call: the latest value of each key. */
    <V extends SpecificRecord> Map<String, V> take(Topic<V> topic) {
        List<TestRecord<String, V>> records = driver.createOutputTopic(
                        topic.name(),
                        new StringDeserializer(),
                        topic.serde(registry()).deserializer())
                .readRecordsToList();
        Map<String, V> latest = new TreeMap<>();
        records.forEach(r -> latest.put(r.key(), r.value()));
        return latest;
    }

    Instant now() {
        return clock.instant();
    }

    @Override
    public void close() {
        driver.close();
    }
}
