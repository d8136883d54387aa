package org.tallywire.aggregate.flow;

import java.util.Objects;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.tallywire.aggregate.count.Cells;
import org.tallywire.avro.OwnDay;

/** Writes our own counts beside the claims of their group and says which group moved. */
final class NoteOwnDays implements Processor<String, OwnDay, String, String> {
    private @Nullable ProcessorContext<String, String> context;
    private @Nullable KeyValueStore<String, Long> own;

    @Override
    public void init(ProcessorContext<String, String> context) {
        this.context = context;
        this.own = context.getStateStore(AggregateStores.OWN);
    }

    @Override
    public void process(Record<String, OwnDay> record) {
        OwnDay day = record.value();
        String key = record.key() + "|" + Cells.key(day.getSeries(), day.getDay());
        Objects.requireNonNull(own).put(key, day.getCount() == 0 ? null : day.getCount());
        Objects.requireNonNull(context).forward(record.withValue(""));
    }
}
