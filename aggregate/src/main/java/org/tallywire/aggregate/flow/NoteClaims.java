package org.tallywire.aggregate.flow;

import java.util.Objects;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.tallywire.aggregate.claims.Carried;
import org.tallywire.avro.CarriedClaim;

/** Writes what documents carry into the ledger and says which group moved. */
final class NoteClaims implements Processor<String, CarriedClaim, String, String> {
    private @Nullable ProcessorContext<String, String> context;
    private @Nullable KeyValueStore<String, CarriedClaim> ledger;

    @Override
    public void init(ProcessorContext<String, String> context) {
        this.context = context;
        this.ledger = context.getStateStore(AggregateStores.LEDGER);
    }

    @Override
    public void process(Record<String, CarriedClaim> record) {
        CarriedClaim claim = record.value();
        Objects.requireNonNull(ledger).put(Carried.key(claim), claim.getGone() ? null : claim);
        Objects.requireNonNull(context).forward(new Record<>(claim.getGroup(), "", record.timestamp()));
    }
}
