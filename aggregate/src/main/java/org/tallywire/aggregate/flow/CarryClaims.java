package org.tallywire.aggregate.flow;

import java.util.Objects;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.tallywire.aggregate.claims.Carried;
import org.tallywire.aggregate.claims.ClaimGroup;
import org.tallywire.avro.CarriedClaim;
import org.tallywire.avro.CarriedClaims;
import org.tallywire.avro.Entities;

/** Remembers which published numbers each document carries and passes on what is new and what is gone, each under its shelf. */
final class CarryClaims implements Processor<String, Version, String, CarriedClaim> {
    private @Nullable ProcessorContext<String, CarriedClaim> context;
    private @Nullable KeyValueStore<String, CarriedClaims> carried;

    @Override
    public void init(ProcessorContext<String, CarriedClaim> context) {
        this.context = context;
        this.carried = context.getStateStore(AggregateStores.CARRIED);
    }

    @Override
    public void process(Record<String, Version> record) {
        KeyValueStore<String, CarriedClaims> store = Objects.requireNonNull(carried);
        ProcessorContext<String, CarriedClaim> out = Objects.requireNonNull(context);
        CarriedClaims before = store.get(record.key());
        Entities document = record.value().document();
        CarriedClaims all = document == null ? null : Carried.of(document);
        CarriedClaims now = all == null || all.getClaims().isEmpty() ? null : all;
        if (!Objects.equals(before, now)) {
            store.put(record.key(), now);
            Carried.changes(before, now)
                    .forEach(claim -> out.forward(new Record<>(ClaimGroup.shelf(claim), claim, record.timestamp())));
        }
    }
}
