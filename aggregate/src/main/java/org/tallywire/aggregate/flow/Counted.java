package org.tallywire.aggregate.flow;

import java.util.List;
import org.apache.kafka.streams.KeyValue;
import org.jspecify.annotations.Nullable;
import org.tallywire.aggregate.count.Deltas;
import org.tallywire.avro.Contributions;
import org.tallywire.avro.Delta;

/**
 * One document, counted.
 *
 * @param now what it adds; null: nothing any more
 * @param changes the deltas against what it added before
 */
record Counted(@Nullable Contributions now, List<Deltas.Of> changes) {
    /** The deltas, each under its series. */
    List<KeyValue<String, Delta>> deltas() {
        return changes.stream()
                .map(change -> KeyValue.pair(change.series(), change.delta()))
                .toList();
    }
}
