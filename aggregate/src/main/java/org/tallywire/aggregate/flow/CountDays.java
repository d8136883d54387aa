package org.tallywire.aggregate.flow;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.tallywire.aggregate.count.Cells;
import org.tallywire.aggregate.flow.SeriesChange.CellChange;
import org.tallywire.avro.CellState;
import org.tallywire.avro.DayCell;
import org.tallywire.avro.Delta;

/**
 * Adds deltas to day cells and tells of changed ones by the tick, each series once: a backfill of a thousand documents of one day is
 * one change. What has not been told yet stands in the store {@code untold}, so a restart forgets none.
 */
final class CountDays implements Processor<String, Delta, String, SeriesChange> {
    /** How long a change waits at most. */
    static final Duration TICK = Duration.ofMillis(500);

    private @Nullable ProcessorContext<String, SeriesChange> context;
    private @Nullable KeyValueStore<String, CellState> cells;
    private @Nullable KeyValueStore<String, Long> untold;

    @Override
    public void init(ProcessorContext<String, SeriesChange> context) {
        this.context = context;
        this.cells = context.getStateStore(AggregateStores.CELLS);
        this.untold = context.getStateStore(AggregateStores.UNTOLD);
        context.schedule(TICK, PunctuationType.WALL_CLOCK_TIME, this::tell);
    }

    @Override
    public void process(Record<String, Delta> record) {
        KeyValueStore<String, CellState> store = Objects.requireNonNull(cells);
        String key = Cells.key(record.key(), record.value().getDay());
        CellState before = store.get(key);
        store.put(key, Cells.add(before, record.key(), record.value()));
        Objects.requireNonNull(untold)
                .putIfAbsent(key, before == null ? 0L : before.getCell().getCount());
    }

    private void tell(long now) {
        List<CellChange> series = new ArrayList<>();
        for (KeyValue<String, Long> entry : drain()) {
            CellState state = Objects.requireNonNull(cells).get(entry.key);
            if (!series.isEmpty() && !seriesOf(series).equals(state.getCell().getSeries())) {
                forward(series, now);
                series = new ArrayList<>();
            }
            series.add(new CellChange(state, entry.value));
        }
        if (!series.isEmpty()) {
            forward(series, now);
        }
    }

    /** Changed cells in order of series and day, taken out of the store. */
    private List<KeyValue<String, Long>> drain() {
        KeyValueStore<String, Long> store = Objects.requireNonNull(untold);
        List<KeyValue<String, Long>> entries = new ArrayList<>();
        try (KeyValueIterator<String, Long> all = store.all()) {
            all.forEachRemaining(entries::add);
        }
        entries.forEach(entry -> store.delete(entry.key));
        return entries;
    }

    private static String seriesOf(List<CellChange> changes) {
        return changes.getFirst().state().getCell().getSeries();
    }

    private void forward(List<CellChange> changes, long now) {
        DayCell first = changes.getFirst().state().getCell();
        SeriesChange change = new SeriesChange(first.getName(), first.getLabels(), List.copyOf(changes));
        Objects.requireNonNull(context).forward(new Record<>(first.getSeries(), change, now));
    }
}
