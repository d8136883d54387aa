package org.tallywire.aggregate.flow;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;
import org.jspecify.annotations.Nullable;
import org.tallywire.aggregate.watch.StaleSource;
import org.tallywire.avro.Alert;
import org.tallywire.avro.AlertState;
import org.tallywire.avro.SourceHealth;

/** Tells of sources that are not seen any more. The task of partition 0 looks after all of them, by the clock alone. */
final class WatchSources implements Processor<String, SeriesChange, String, Alert> {
    private static final Duration TICK = Duration.ofSeconds(30);

    private @Nullable ProcessorContext<String, Alert> context;
    private @Nullable KeyValueStore<String, Alert> stale;
    private @Nullable ReadOnlyKeyValueStore<String, ValueAndTimestamp<SourceHealth>> health;

    @Override
    public void init(ProcessorContext<String, Alert> context) {
        this.context = context;
        this.stale = context.getStateStore(AggregateStores.STALE);
        this.health = context.getStateStore(AggregateStores.HEALTH);
        if (context.taskId().partition() == 0) {
            context.schedule(TICK, PunctuationType.WALL_CLOCK_TIME, this::look);
        }
    }

    @Override
    public void process(Record<String, SeriesChange> record) {
        // what is counted says nothing of a source that is not seen
    }

    private void look(long now) {
        List<SourceHealth> sources = new ArrayList<>();
        try (KeyValueIterator<String, ValueAndTimestamp<SourceHealth>> all =
                Objects.requireNonNull(health).all()) {
            all.forEachRemaining(entry -> sources.add(entry.value.value()));
        }
        KeyValueStore<String, Alert> store = Objects.requireNonNull(stale);
        for (SourceHealth source : sources) {
            Alert alert = StaleSource.next(store.get(source.getSourceId()), source, Instant.ofEpochMilli(now));
            if (alert != null) {
                store.put(source.getSourceId(), alert.getState() == AlertState.RESOLVED ? null : alert);
                Objects.requireNonNull(context).forward(new Record<>(alert.getId(), alert, now));
            }
        }
    }
}
