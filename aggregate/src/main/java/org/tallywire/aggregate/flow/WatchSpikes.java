package org.tallywire.aggregate.flow;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.tallywire.aggregate.flow.SeriesChange.CellChange;
import org.tallywire.aggregate.series.Series;
import org.tallywire.aggregate.watch.Scene;
import org.tallywire.aggregate.watch.SeriesWatch;
import org.tallywire.avro.CellState;
import org.tallywire.avro.Rise;
import org.tallywire.avro.WatchedSeries;

/**
 * Judges watched series when they change and when a day ends. History that is being loaded is left to settle for a moment first: a
 * feed may list the newest first.
 */
final class WatchSpikes implements Processor<String, SeriesChange, String, Rise> {
    private static final Duration TICK = Duration.ofMillis(500);
    private static final Duration SETTLES = Duration.ofSeconds(3);
    private static final int LEARNED_PER_TICK = 100;

    private final Calendar calendar;
    private final Map<String, Series> watched;
    private final Map<String, SeriesWatch> watches;
    private final Set<String> learning = new LinkedHashSet<>();
    private @Nullable ProcessorContext<String, Rise> context;
    private @Nullable KeyValueStore<String, CellState> cells;
    private @Nullable KeyValueStore<String, WatchedSeries> memory;
    private @Nullable Families families;
    private @Nullable DayClose dayClose;
    private @Nullable Health health;

    WatchSpikes(List<Series> series) {
        calendar = new Calendar(series);
        watched = series.stream()
                .filter(one -> one.watch() != null)
                .collect(Collectors.toMap(Series::name, Function.identity()));
        watches = watched.values().stream()
                .collect(Collectors.toMap(Series::name, one -> new SeriesWatch(Objects.requireNonNull(one.watch()))));
    }

    @Override
    public void init(ProcessorContext<String, Rise> context) {
        this.context = context;
        this.cells = context.getStateStore(AggregateStores.CELLS);
        this.memory = context.getStateStore(AggregateStores.WATCHED);
        this.families = new Families(context.getStateStore(AggregateStores.FAMILIES));
        this.health = new Health(context.getStateStore(AggregateStores.HEALTH));
        this.dayClose = new DayClose(Objects.requireNonNull(memory), families);
        context.schedule(TICK, PunctuationType.WALL_CLOCK_TIME, this::tick);
    }

    @Override
    public void process(Record<String, SeriesChange> record) {
        SeriesChange change = record.value();
        Series family = watched.get(change.name());
        if (family == null || !Objects.requireNonNull(family.watch()).watches(change.labels())) {
            return;
        }
        Objects.requireNonNull(families)
                .begun(
                        change.name(),
                        change.cells().getFirst().state().getCell().getDay());
        LocalDate today = calendar.today(change.name(), record.timestamp());
        WatchedSeries before = memory(record.key(), change);
        if (before.getHistoryAt() == null && change.cells().stream().noneMatch(cell -> history(cell, today))) {
            judge(record.key(), before, record.timestamp(), limit());
            return;
        }
        LocalDate until = before.getHistoryUntil();
        boolean known = until != null
                && change.cells().stream().allMatch(cell -> !day(cell).isAfter(until));
        Objects.requireNonNull(memory)
                .put(
                        record.key(),
                        WatchedSeries.newBuilder(before)
                                .setHistoryUntil(known ? until : today.minusDays(1))
                                .setHistoryAt(Instant.ofEpochMilli(record.timestamp()))
                                .build());
        learning.add(record.key());
    }

    private WatchedSeries memory(String series, SeriesChange change) {
        WatchedSeries known = Objects.requireNonNull(memory).get(series);
        return known != null
                ? known
                : WatchedSeries.newBuilder()
                        .setName(change.name())
                        .setLabels(change.labels())
                        .build();
    }

    private static boolean history(CellChange cell, LocalDate today) {
        return cell.state().getBackfilled() > 0 && day(cell).isBefore(today);
    }

    private static LocalDate day(CellChange cell) {
        return cell.state().getCell().getDay();
    }

    private void tick(long now) {
        learn(now);
        DayClose close = Objects.requireNonNull(dayClose);
        if (calendar.turned(now)) {
            close.begin();
        }
        close.step(
                limit(),
                (series, limit) -> {
                    WatchedSeries before = Objects.requireNonNull(memory).get(series);
                    return before == null ? 1 : judge(series, before, now, limit);
                },
                (series, day) -> new CellsOf(Objects.requireNonNull(cells), series).at(day),
                family -> calendar.today(family, now));
    }

    private void learn(long now) {
        int left = LEARNED_PER_TICK;
        for (Iterator<String> all = learning.iterator(); all.hasNext() && left > 0; ) {
            String series = all.next();
            WatchedSeries before = Objects.requireNonNull(memory).get(series);
            Instant moved = before == null ? null : before.getHistoryAt();
            if (before == null || moved == null) {
                all.remove();
            } else if (moved.toEpochMilli() + SETTLES.toMillis() <= now) {
                all.remove();
                left--;
                judge(series, before, now, limit());
            }
        }
    }

    /** Passes on what a series has to say; gives the p of the newest day that is over. */
    private double judge(String series, WatchedSeries before, long now, double limit) {
        SeriesWatch watch = watches.get(before.getName());
        if (watch == null) {
            return 1;
        }
        LocalDate today = calendar.today(before.getName(), now);
        Families known = Objects.requireNonNull(families);
        Scene scene = new Scene(
                series,
                today,
                Instant.ofEpochMilli(now),
                new CellsOf(Objects.requireNonNull(cells), series)::from,
                known.origin(before.getName(), today),
                known.completeness(before.getName()),
                Objects.requireNonNull(health)::of,
                limit);
        SeriesWatch.Outcome outcome = watch.judge(before, scene);
        Objects.requireNonNull(memory).put(series, outcome.after());
        ProcessorContext<String, Rise> out = Objects.requireNonNull(context);
        outcome.rises().forEach(rise -> out.forward(new Record<>(before.getName(), rise, now)));
        return outcome.p();
    }

    private double limit() {
        return DayClose.limit(Objects.requireNonNull(memory).approximateNumEntries());
    }
}
