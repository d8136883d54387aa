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
    private final KeyValueStore<String, V> store;
    private final int size;
    private @Nullable String cursor;
    private boolean walking;

    Sweep(KeyValueStore<String, V> store, int size) {
        this.store = store;
        this.size = size;
    }

    /** From the beginning again. */
    void restart() {
        cursor = null;
        walking = true;
    }

    /** Visits the next chunk; the visitor may write to the store. True once, when the walk has come to its end. */
    boolean step(BiConsumer<String, V> visitor) {
        if (!walking) {
            return false;
        }
        List<KeyValue<String, V>> chunk = new ArrayList<>();
        try (KeyValueIterator<String, V> rest = store.range(cursor, null)) {
            while (rest.hasNext() && chunk.size() <= size) {
                chunk.add(rest.next());
            }
        }
        boolean more = chunk.size() > size;
        walking = more;
        cursor = more ? chunk.removeLast().key : null;
        chunk.forEach(entry -> visitor.accept(entry.key, entry.value));
        return !more;
    }
}
