package org.tallywire.aggregate.flow;

import java.util.Objects;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.Entities;

/**
 * Passes over versions that are older than the one taken in last, so that reading the topic once more moves nothing back and forth.
 * All versions of a document stand in one partition, so their offsets tell their order.
 */
final class NewestVersions implements Processor<String, Entities, String, Version> {
    private @Nullable ProcessorContext<String, Version> context;
    private @Nullable KeyValueStore<String, Long> versions;

    @Override
    public void init(ProcessorContext<String, Version> context) {
        this.context = context;
        this.versions = context.getStateStore(AggregateStores.VERSIONS);
    }

    @Override
    public void process(Record<String, Entities> record) {
        ProcessorContext<String, Version> out = Objects.requireNonNull(context);
        KeyValueStore<String, Long> store = Objects.requireNonNull(versions);
        long offset = out.recordMetadata().map(RecordMetadata::offset).orElseThrow();
        Long last = store.get(record.key());
        if (last == null || offset >= last) {
            store.put(record.key(), offset);
            out.forward(record.withValue(new Version(record.value(), last != null && offset == last)));
        }
    }
}
