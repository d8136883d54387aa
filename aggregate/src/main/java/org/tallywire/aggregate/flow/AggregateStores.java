package org.tallywire.aggregate.flow;

import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.tallywire.avro.Alert;
import org.tallywire.avro.CarriedClaim;
import org.tallywire.avro.CarriedClaims;
import org.tallywire.avro.CellState;
import org.tallywire.avro.Claim;
import org.tallywire.avro.Contributions;
import org.tallywire.avro.FamilyState;
import org.tallywire.avro.OwnDay;
import org.tallywire.avro.Rise;
import org.tallywire.avro.RollingState;
import org.tallywire.avro.WatchedSeries;
import org.tallywire.schemas.AvroSerde;
import org.tallywire.schemas.Registry;

/**
 * The state of the service: KeyValue stores whose keys carry the day where there is one, so that nothing expires by event time.
 */
public final class AggregateStores {
    /** Document id: place in [entities] of the version taken in last, also of a withdrawal. */
    static final String VERSIONS = "versions";
    /** Document id: what it added last. */
    static final String DOCUMENTS = "documents";
    /** {@code series|day}: the cell. */
    static final String CELLS = "cells";
    /** {@code series|day}: count of a cell when it was last told of; only cells that moved since. */
    static final String UNTOLD = "untold";
    /** Series: running sums. */
    static final String ROLLING = "rolling";
    /** Series: what the watch remembers of it. */
    static final String WATCHED = "watched";
    /** Family: origin and reporting delay. */
    static final String FAMILIES = "families";
    /** {@code family|alert}: what rose lately, and as what it was told. */
    static final String BURSTS = "bursts";
    /** Source: how it does; global, every task sees all of it. */
    static final String HEALTH = "health";
    /** Source: the open alert that nobody hears of it. */
    static final String STALE = "stale";
    /** Document id: the published numbers it carries. */
    static final String CARRIED = "carried";
    /** {@code group|document|mention}: a published number as a document carries it. */
    static final String LEDGER = "ledger";
    /** {@code group|claim}: a claim as last told. */
    static final String CLAIMS = "claims";
    /** {@code rule|claim}: the open alert of a rule on a claim. */
    static final String CLAIM_ALERTS = "claim-alerts";
    /** {@code shelf|family|statutes|day}: our own counts beside the claims. */
    static final String OWN = "own";
    /** Group, or shelf and set of statutes: moved since the last tick. */
    static final String UNSETTLED = "unsettled";

    private AggregateStores() {}

    /** Declares all stores. */
    public static void add(StreamsBuilder builder, Registry registry) {
        List<StoreBuilder<?>> all = List.of(
                Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(VERSIONS), Serdes.String(), Serdes.Long())
                        .withCachingEnabled(),
                onDisk(DOCUMENTS, Contributions.class, registry),
                onDisk(CELLS, CellState.class, registry),
                longs(UNTOLD),
                onDisk(ROLLING, RollingState.class, registry),
                onDisk(WATCHED, WatchedSeries.class, registry),
                onDisk(FAMILIES, FamilyState.class, registry),
                onDisk(BURSTS, Rise.class, registry),
                onDisk(STALE, Alert.class, registry),
                onDisk(CARRIED, CarriedClaims.class, registry),
                onDisk(LEDGER, CarriedClaim.class, registry),
                onDisk(CLAIMS, Claim.class, registry),
                onDisk(CLAIM_ALERTS, Alert.class, registry),
                onDisk(OWN, OwnDay.class, registry),
                longs(UNSETTLED));
        all.forEach(builder::addStateStore);
    }

    private static <V extends SpecificRecord> StoreBuilder<?> onDisk(String name, Class<V> type, Registry registry) {
        return Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(name), Serdes.String(), new AvroSerde<>(type, registry))
                .withCachingEnabled();
    }

    /** Short-lived marks: in memory, restored from their changelog. */
    private static StoreBuilder<?> longs(String name) {
        return Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(name), Serdes.String(), Serdes.Long());
    }
}
