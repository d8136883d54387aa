package org.tallywire.aggregate.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Walks through a store a chunk at a time, so that midnight of a hundred thousand series holds nobody up. */
final class Sweep<V> {
    private static final int CHUNK = 2_000;

    private final KeyValueStore<String, V> store;
    private @Nullable String cursor;
    private boolean walking;

    Sweep(KeyValueStore<String, V> store) {
        this.store = store;
    }

    /** From the beginning again. */
    void restart() {
        cursor = null;
        walking = true;
    }

    /** Visits the next chunk; the visitor may write to the store. */
    void step(BiConsumer<String, V> visitor) {
        if (!walking) {
            return;
        }
        List<KeyValue<String, V>> chunk = new ArrayList<>();
        try (KeyValueIterator<String, V> rest = store.range(cursor, null)) {
            while (rest.hasNext() && chunk.size() <= CHUNK) {
                chunk.add(rest.next());
            }
        }
        boolean more = chunk.size() > CHUNK;
        walking = more;
        cursor = more ? chunk.removeLast().key : null;
        chunk.forEach(entry -> visitor.accept(entry.key, entry.value));
    }
}
