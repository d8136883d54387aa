package org.tallywire.aggregate.flow;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.tallywire.aggregate.count.Cells;
import org.tallywire.aggregate.count.Windows;
import org.tallywire.aggregate.flow.SeriesChange.CellChange;
import org.tallywire.aggregate.series.Series;
import org.tallywire.avro.CellState;
import org.tallywire.avro.RollingState;
import org.tallywire.avro.Tally;

/** Keeps the running sums of each series and slides them at midnight of its zone, also when nothing arrives. */
final class RollWindows implements Processor<String, SeriesChange, String, Tally> {
    private static final Duration TICK = Duration.ofSeconds(1);
    private static final int CHUNK = 2_000;

    private final Calendar calendar;
    private @Nullable ProcessorContext<String, Tally> context;
    private @Nullable KeyValueStore<String, CellState> cells;
    private @Nullable KeyValueStore<String, Long> untold;
    private @Nullable KeyValueStore<String, RollingState> rolling;
    private @Nullable Sweep<RollingState> sweep;

    RollWindows(List<Series> series) {
        calendar = new Calendar(series);
    }

    @Override
    public void init(ProcessorContext<String, Tally> context) {
        this.context = context;
        this.cells = context.getStateStore(AggregateStores.CELLS);
        this.untold = context.getStateStore(AggregateStores.UNTOLD);
        this.rolling = context.getStateStore(AggregateStores.ROLLING);
        this.sweep = new Sweep<>(Objects.requireNonNull(rolling), CHUNK);
        context.schedule(TICK, PunctuationType.WALL_CLOCK_TIME, this::slide);
    }

    @Override
    public void process(Record<String, SeriesChange> record) {
        KeyValueStore<String, RollingState> store = Objects.requireNonNull(rolling);
        SeriesChange change = record.value();
        LocalDate today = calendar.today(change.name(), record.timestamp());
        RollingState before = store.get(record.key());
        RollingState state = before == null ? Windows.empty(change.name(), change.labels(), today) : before;
        for (CellChange cell : change.cells()) {
            state = Windows.add(state, cell.state().getCell().getDay(), cell.change());
        }
        state = Windows.slide(state, today, day -> count(record.key(), day));
        store.put(record.key(), state);
        Instant now = Instant.ofEpochMilli(record.timestamp());
        forward(
                before == null
                        ? Windows.tallies(record.key(), state, now)
                        : Windows.changed(record.key(), before, state, now));
    }

    private void slide(long now) {
        Sweep<RollingState> walk = Objects.requireNonNull(sweep);
        if (calendar.turned(now)) {
            walk.restart();
        }
        walk.step((series, state) -> slide(series, state, now));
    }

    private void slide(String series, RollingState state, long now) {
        RollingState after = Windows.slide(state, calendar.today(state.getName(), now), day -> count(series, day));
        if (!after.equals(state)) {
            Objects.requireNonNull(rolling).put(series, after);
            if (Windows.moves(state) || Windows.moves(after)) {
                forward(Windows.tallies(series, after, Instant.ofEpochMilli(now)));
            }
        }
    }

    /** As told so far: a change that waits for its tick comes by later. */
    private long count(String series, LocalDate day) {
        String key = Cells.key(series, day);
        Long told = Objects.requireNonNull(untold).get(key);
        if (told != null) {
            return told;
        }
        CellState cell = Objects.requireNonNull(cells).get(key);
        return cell == null ? 0 : cell.getCell().getCount();
    }

    private void forward(List<Tally> tallies) {
        ProcessorContext<String, Tally> out = Objects.requireNonNull(context);
        for (Tally tally : tallies) {
            out.forward(
                    new Record<>(Windows.key(tally), tally, tally.getUpdatedAt().toEpochMilli()));
        }
    }
}
