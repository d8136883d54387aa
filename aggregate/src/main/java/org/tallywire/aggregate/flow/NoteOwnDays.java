package org.tallywire.aggregate.flow;

import java.util.Objects;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.OwnDay;

/** Writes our own counts on the shelf of the claims that they stand beside and says which set of statutes moved. */
final class NoteOwnDays implements Processor<String, OwnDay, String, String> {
    private @Nullable ProcessorContext<String, String> context;
    private @Nullable KeyValueStore<String, OwnDay> own;

    @Override
    public void init(ProcessorContext<String, String> context) {
        this.context = context;
        this.own = context.getStateStore(AggregateStores.OWN);
    }

    @Override
    public void process(Record<String, OwnDay> record) {
        OwnDay day = record.value();
        OwnShelf shelf = new OwnShelf(Objects.requireNonNull(own), record.key());
        shelf.put(day);
        Objects.requireNonNull(context).forward(new Record<>(shelf.mark(day.getStatutes()), "", record.timestamp()));
    }
}
