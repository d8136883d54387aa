package org.tallywire.aggregate.flow;

import static org.tallywire.aggregate.flow.AggregateStores.*;

import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.tallywire.aggregate.series.Series;
import org.tallywire.avro.CarriedClaim;
import org.tallywire.avro.Claim;
import org.tallywire.avro.Delta;
import org.tallywire.avro.OwnDay;
import org.tallywire.avro.Rise;
import org.tallywire.schemas.AvroSerde;
import org.tallywire.schemas.Registry;
import org.tallywire.schemas.Topic;
import org.tallywire.schemas.Topics;

/** The aggregate service: documents to deltas, day cells, windows and alerts; and their published numbers to claims. */
public final class AggregateTopology {
    private AggregateTopology() {}

    /**
     * Builds it.
     *
     * @param builder made from the service's settings, else strict naming is off
     * @param series what is counted
     */
    public static Topology build(StreamsBuilder builder, Registry registry, List<Series> series) {
        AggregateStores.add(builder, registry);
        builder.globalTable(
                Topics.SOURCE_HEALTH.name(), consumed(Topics.SOURCE_HEALTH, registry), Materialized.as(HEALTH));
        Steps steps = new Steps(series);

        KStream<String, Version> documents = builder.stream(
                        Topics.ENTITIES.name(),
                        Consumed.with(Serdes.String(), Topics.ENTITIES.serde(registry))
                                .withName("entities"))
                .filter(Steps::hasKey, Named.as("with-key"))
                .process(NewestVersions::new, Named.as("newest-versions"), VERSIONS);

        KStream<String, Counted> counted = documents.process(steps::contribute, Named.as("contribute"), DOCUMENTS);
        counted.mapValues(Counted::now, Named.as("contributions"))
                .to(Topics.CONTRIBUTIONS.name(), produced(Topics.CONTRIBUTIONS, registry));
        KStream<String, SeriesChange> changes = counted.flatMap(Steps::deltas, Named.as("deltas"))
                .repartition(byKey("deltas", Delta.class, registry))
                .process(CountDays::new, Named.as("count-days"), CELLS, UNTOLD);
        changes.flatMap(Steps::dayCells, Named.as("day-cells"))
                .to(Topics.DAY_CELLS.name(), produced(Topics.DAY_CELLS, registry));
        changes.process(steps::rollWindows, Named.as("roll-windows"), CELLS, UNTOLD, ROLLING)
                .to(Topics.TALLIES.name(), produced(Topics.TALLIES, registry));
        changes.process(steps::watchSpikes, Named.as("watch-spikes"), CELLS, WATCHED, FAMILIES)
                .repartition(byKey("rises", Rise.class, registry))
                .process(TellBursts::new, Named.as("tell-bursts"), BURSTS)
                .to(Topics.ALERTS.name(), produced(Topics.ALERTS, registry));
        changes.process(WatchSources::new, Named.as("watch-sources"), STALE)
                .to(Topics.ALERTS.name(), produced(Topics.ALERTS, registry).withName("to-alerts-of-sources"));

        KStream<String, String> ownCounted = changes.flatMap(steps::ownDays, Named.as("own-days"))
                .repartition(byKey("own-days", OwnDay.class, registry))
                .process(NoteOwnDays::new, Named.as("note-own-days"), OWN);
        KStream<String, Claim> claims = documents
                .process(CarryClaims::new, Named.as("carry-claims"), CARRIED)
                .repartition(byKey("carried-claims", CarriedClaim.class, registry))
                .process(NoteClaims::new, Named.as("note-claims"), LEDGER)
                .merge(ownCounted, Named.as("moved-groups"))
                .process(steps::settleClaims, Named.as("settle-claims"), LEDGER, CLAIMS, OWN, UNSETTLED);
        claims.to(Topics.CLAIMS.name(), produced(Topics.CLAIMS, registry));
        claims.process(WatchClaims::new, Named.as("watch-claims"), CLAIMS, CLAIM_ALERTS)
                .to(Topics.ALERTS.name(), produced(Topics.ALERTS, registry).withName("to-alerts-of-claims"));
        return builder.build();
    }

    private static <V extends SpecificRecord> Repartitioned<String, V> byKey(
            String name, Class<V> type, Registry registry) {
        return Repartitioned.<String, V>as(name)
                .withKeySerde(Serdes.String())
                .withValueSerde(new AvroSerde<>(type, registry))
                .withNumberOfPartitions(Topics.ENTITIES.partitions());
    }

    private static <V extends SpecificRecord> Consumed<String, V> consumed(Topic<V> topic, Registry registry) {
        return Consumed.with(Serdes.String(), topic.serde(registry)).withName(topic.name());
    }

    private static <V extends SpecificRecord> Produced<String, V> produced(Topic<V> topic, Registry registry) {
        return Produced.with(Serdes.String(), topic.serde(registry)).withName("to-" + topic.name());
    }
}
