package org.tallywire.ingest;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.tallywire.avro.ItemMemory;
import org.tallywire.avro.Listing;
import org.tallywire.avro.PageCheck;
import org.tallywire.avro.Source;
import org.tallywire.avro.SourceState;
import org.tallywire.schemas.AvroSerde;
import org.tallywire.schemas.Registry;
import org.tallywire.schemas.Topics;

/** The picture of ingest: [sources] -> poll-sources -> documents, [source.health], [failures]. */
public final class IngestTopology {
    static final String STATES = "source-states";
    static final String ITEMS = "item-memory";
    static final String NAMES = "item-names";
    static final String LISTINGS = "source-listings";
    static final String CHECKS = "page-checks";
    static final String DUE = "due-index";

    static final String HEALTH = "write-health";
    static final String FAILURES = "write-failures";

    private static final String SOURCES = "read-sources";
    private static final String POLL = "poll-sources";

    private IngestTopology() {}

    /** The topology of one service; tests and the service call the same. */
    public static <T, V extends SpecificRecord> Topology build(Line<T, V> line, Polling<T> polling, Registry registry) {
        StringSerializer keys = new StringSerializer();
        ProcessorSupplier<String, Source, String, SpecificRecord> poll = supplier(line, polling, registry);
        return new Topology()
                .addSource(SOURCES, new StringDeserializer(), Topics.SOURCES.serde(registry), Topics.SOURCES.name())
                .addProcessor(POLL, poll, SOURCES)
                .addSink(
                        line.sink(),
                        line.documents().name(),
                        keys,
                        line.documents().serde(registry),
                        POLL)
                .addSink(HEALTH, Topics.SOURCE_HEALTH.name(), keys, Topics.SOURCE_HEALTH.serde(registry), POLL)
                .addSink(FAILURES, Topics.FAILURES.name(), keys, Topics.FAILURES.serde(registry), POLL);
    }

    private static <T, V extends SpecificRecord> ProcessorSupplier<String, Source, String, SpecificRecord> supplier(
            Line<T, V> line, Polling<T> polling, Registry registry) {
        Set<StoreBuilder<?>> stores = new LinkedHashSet<>(List.of(
                persistent(STATES, new AvroSerde<>(SourceState.class, registry)),
                persistent(ITEMS, new AvroSerde<>(ItemMemory.class, registry)),
                persistent(NAMES, Serdes.String()),
                persistent(LISTINGS, new AvroSerde<>(Listing.class, registry)),
                persistent(CHECKS, new AvroSerde<>(PageCheck.class, registry)),
                // in memory: a queue on disk is slow, its removed front is read again and again
                Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(DUE), Serdes.String(), Serdes.String())));
        return new ProcessorSupplier<>() {
            @Override
            public PollSources<T, V> get() {
                return new PollSources<>(line, polling);
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                return stores;
            }
        };
    }

    private static <V> StoreBuilder<?> persistent(String name, Serde<V> serde) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.String(), serde);
    }
}
