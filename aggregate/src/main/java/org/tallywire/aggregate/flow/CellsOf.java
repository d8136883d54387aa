package org.tallywire.aggregate.flow;

import java.time.LocalDate;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.tallywire.aggregate.count.Cells;
import org.tallywire.avro.CellState;

/** The day cells of one series in the store. */
record CellsOf(KeyValueStore<String, CellState> store, String series) {
    private static final LocalDate FIRST = LocalDate.of(1000, 1, 1);

    @Nullable
    CellState at(LocalDate day) {
        return store.get(Cells.key(series, day));
    }

    /** All cells from a day on, in order of day. */
    NavigableMap<LocalDate, CellState> from(LocalDate day) {
        NavigableMap<LocalDate, CellState> days = new TreeMap<>();
        String first = Cells.key(series, day.isBefore(FIRST) ? FIRST : day);
        try (KeyValueIterator<String, CellState> all = store.range(first, series + "|\uffff")) {
            all.forEachRemaining(entry -> days.put(entry.value.getCell().getDay(), entry.value));
        }
        return days;
    }
}
