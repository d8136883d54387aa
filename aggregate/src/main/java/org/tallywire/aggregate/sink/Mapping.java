package org.tallywire.aggregate.sink;

import java.util.List;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.tallywire.schemas.Topic;

/**
 * How the records of a topic become rows of one table.
 *
 * @param topic where they come from
 * @param table where they go
 * @param rows values of all columns but the key, as COPY takes them; several rows where the record holds a list
 * @param many true: the rows of a record are replaced as a whole
 */
record Mapping<V extends SpecificRecord>(
        Topic<V> topic, Table table, Function<V, List<List<String>>> rows, boolean many) {
    /** Rows of a record of this mapping's topic. */
    List<List<String>> rows(SpecificRecord value) {
        return rows.apply(topic.value().cast(value));
    }
}
