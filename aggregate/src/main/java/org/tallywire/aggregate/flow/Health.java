package org.tallywire.aggregate.flow;

import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.SourceHealth;

/** The health of every source, as the global store has it. */
record Health(ReadOnlyKeyValueStore<String, ValueAndTimestamp<SourceHealth>> store) {
    @Nullable
    SourceHealth of(String source) {
        return ValueAndTimestamp.getValueOrNull(store.get(source));
    }
}
