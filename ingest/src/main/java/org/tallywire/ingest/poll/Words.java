package org.tallywire.ingest.poll;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import org.tallywire.avro.HealthState;
import org.tallywire.ingest.read.Rows;

/** Reads tables whose key is a health word. */
final class Words {
    private Words() {}

    static <V> Map<HealthState, V> table(String name, Function<String, V> value) {
        Map<HealthState, V> words = new EnumMap<>(HealthState.class);
        for (String[] row : Rows.of(Words.class, name)) {
            words.put(HealthState.valueOf(row[0]), value.apply(row[1]));
        }
        return words;
    }
}
