package org.tallywire.aggregate.flow;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.tallywire.aggregate.count.Cells;
import org.tallywire.aggregate.series.Series;
import org.tallywire.aggregate.watch.Episode;
import org.tallywire.aggregate.watch.UsualDays;
import org.tallywire.aggregate.watch.Verdict;
import org.tallywire.avro.Alert;
import org.tallywire.avro.AlertState;
import org.tallywire.avro.CellState;
import org.tallywire.avro.DayCell;

/** Judges the last days of a series when they change and when a day ends; keeps the open episode of each series. */
final class WatchSpikes implements Processor<String, SeriesChange, String, Alert> {
    private static final Duration TICK = Duration.ofSeconds(1);
    /** Days that a change can still turn into news. */
    private static final int TAIL = 3;
    /** Closed days in a row that must be usual to end an episode. */
    private static final int CALM = 2;

    private final Calendar calendar;
    private final Map<String, String> rules = new HashMap<>();
    private @Nullable ProcessorContext<String, Alert> context;
    private @Nullable KeyValueStore<String, CellState> cells;
    private @Nullable KeyValueStore<String, Alert> episodes;
    private @Nullable Sweep<Alert> sweep;

    WatchSpikes(List<Series> series) {
        calendar = new Calendar(series);
        series.stream()
                .filter(one -> one.watch() != null)
                .forEach(one -> rules.put(one.name(), Objects.requireNonNull(one.watch())));
    }

    @Override
    public void init(ProcessorContext<String, Alert> context) {
        this.context = context;
        this.cells = context.getStateStore(AggregateStores.CELLS);
        this.episodes = context.getStateStore(AggregateStores.EPISODES);
        this.sweep = new Sweep<>(Objects.requireNonNull(episodes));
        context.schedule(TICK, PunctuationType.WALL_CLOCK_TIME, this::closeDay);
    }

    @Override
    public void process(Record<String, SeriesChange> record) {
        SeriesChange change = record.value();
        String rule = rules.get(change.name());
        LocalDate today = calendar.today(change.name(), record.timestamp());
        boolean recent = change.cells().stream()
                .map(cell -> cell.state().getCell().getDay())
                .anyMatch(day -> day.isAfter(today.minusDays(TAIL)) && !day.isAfter(today));
        Alert episode = Objects.requireNonNull(episodes).get(record.key());
        if (rule != null && (recent || Episode.open(episode))) {
            Instant now = Instant.ofEpochMilli(record.timestamp());
            judge(new Episode.Scene(rule, record.key(), change.name(), change.labels(), now), episode, today);
        }
    }

    private void closeDay(long now) {
        Sweep<Alert> walk = Objects.requireNonNull(sweep);
        if (calendar.turned(now)) {
            walk.restart();
        }
        walk.step((series, episode) -> {
            LocalDate today = calendar.today(episode.getName(), now);
            Instant at = Instant.ofEpochMilli(now);
            judge(
                    new Episode.Scene(episode.getRule(), series, episode.getName(), episode.getLabels(), at),
                    episode,
                    today);
        });
    }

    private void judge(Episode.Scene scene, @Nullable Alert episode, LocalDate today) {
        LocalDate first = first(scene.series());
        if (episode == null) {
            for (LocalDate day = today.minusDays(TAIL - 1L); !day.isAfter(today); day = day.plusDays(1)) {
                Verdict verdict = verdict(scene.series(), first, day, today);
                if (verdict.exceeds()) {
                    tell(scene, Episode.begin(scene, verdict, evidence(scene.series(), day)));
                    return;
                }
            }
            return;
        }
        follow(scene, episode, first, today);
    }

    private void follow(Episode.Scene scene, Alert episode, LocalDate first, LocalDate today) {
        LocalDate day = episode.getDay();
        Verdict opening = verdict(scene.series(), first, day, today);
        if (!opening.exceeds() && opening.pValue() > 0.05) {
            tell(scene, Episode.retract(episode, opening, scene.now()));
        } else if (calm(scene.series(), first, day, today)) {
            tell(scene, Episode.resolve(episode, today.minusDays(CALM), scene.now()));
        } else if (opening.observed() != episode.getObserved() || opening.partial() != episode.getPartial()) {
            tell(scene, Episode.update(episode, scene, opening, evidence(scene.series(), day)));
        }
    }

    private boolean calm(String series, LocalDate first, LocalDate opened, LocalDate today) {
        for (int back = 1; back <= CALM; back++) {
            LocalDate day = today.minusDays(back);
            if (!day.isAfter(opened) || !verdict(series, first, day, today).calm()) {
                return false;
            }
        }
        return true;
    }

    private Verdict verdict(String series, LocalDate first, LocalDate day, LocalDate today) {
        return UsualDays.judge(
                day, first, day.equals(today), at -> live(cell(series, at)), at -> all(cell(series, at)));
    }

    private LocalDate first(String series) {
        KeyValueStore<String, CellState> store = Objects.requireNonNull(cells);
        try (KeyValueIterator<String, CellState> days = store.range(series + "|", series + "|\uffff")) {
            return days.hasNext() ? days.next().value.getCell().getDay() : LocalDate.MAX;
        }
    }

    private @Nullable CellState cell(String series, LocalDate day) {
        return Objects.requireNonNull(cells).get(Cells.key(series, day));
    }

    private static long all(@Nullable CellState cell) {
        return cell == null ? 0 : cell.getCell().getCount();
    }

    private static long live(@Nullable CellState cell) {
        return cell == null ? 0 : cell.getCell().getCount() - cell.getBackfilled();
    }

    private List<org.tallywire.avro.Evidence> evidence(String series, LocalDate day) {
        CellState state = cell(series, day);
        DayCell cell = state == null ? new DayCell() : state.getCell();
        return state == null ? List.of() : cell.getEvidence();
    }

    private void tell(Episode.Scene scene, Alert alert) {
        boolean over = alert.getState() == AlertState.RESOLVED || alert.getState() == AlertState.RETRACTED;
        Objects.requireNonNull(episodes).put(scene.series(), over ? null : alert);
        Objects.requireNonNull(context)
                .forward(new Record<>(alert.getId(), alert, scene.now().toEpochMilli()));
    }
}
