package org.tallywire.aggregate.flow;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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
import org.tallywire.aggregate.watch.BurstAlerts;
import org.tallywire.avro.Alert;
import org.tallywire.avro.Rise;

/**
 * Tells each burst of a family once. The series that see it stand on several tasks and speak one after the other, so a family is decided
 * on when nobody has spoken for a second, or after five. All that is known of it stands in the store.
 */
final class TellBursts implements Processor<String, Rise, String, Alert> {
    private static final Duration TICK = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(5);
    /** As long as an alert can be taken back after its end. */
    private static final Duration REMEMBERED = Duration.ofDays(180);

    private final Map<String, Waiting> undecided = new HashMap<>();
    private @Nullable ProcessorContext<String, Alert> context;
    private @Nullable KeyValueStore<String, Rise> rises;
    private boolean resumed;

    private record Waiting(long since, long last) {
        boolean longEnough(long now) {
            return now - last >= TICK.toMillis() || now - since >= LONGEST.toMillis();
        }
    }

    @Override
    public void init(ProcessorContext<String, Alert> context) {
        this.context = context;
        this.rises = context.getStateStore(AggregateStores.BURSTS);
        context.schedule(TICK, PunctuationType.WALL_CLOCK_TIME, this::decide);
    }

    @Override
    public void process(Record<String, Rise> record) {
        Rise rise = record.value();
        if (!BurstAlerts.mayFollow(rise)) {
            forward(rise.getAlert(), record.timestamp());
            return;
        }
        KeyValueStore<String, Rise> store = Objects.requireNonNull(rises);
        String key = key(rise);
        Rise before = store.get(key);
        store.put(
                key,
                Rise.newBuilder(rise)
                        .setNews(rise.getNews() || (before != null && before.getNews()))
                        .setTold(before == null ? null : before.getTold())
                        .build());
        wait(record.key(), Objects.requireNonNull(context).currentSystemTimeMs());
    }

    private void wait(String family, long now) {
        undecided.merge(family, new Waiting(now, now), (was, is) -> new Waiting(was.since(), now));
    }

    /** What was undecided when the task was closed is decided on by the task that takes over. */
    private void resume(long now) {
        resumed = true;
        try (KeyValueIterator<String, Rise> all = Objects.requireNonNull(rises).all()) {
            all.forEachRemaining(entry -> wait(entry.value.getAlert().getName(), now));
        }
    }

    private void decide(long now) {
        if (!resumed) {
            resume(now);
        }
        List<String> due = undecided.entrySet().stream()
                .filter(family -> family.getValue().longEnough(now))
                .map(Map.Entry::getKey)
                .toList();
        due.forEach(undecided::remove);
        KeyValueStore<String, Rise> store = Objects.requireNonNull(rises);
        for (String family : due) {
            for (Rise rise : BurstAlerts.next(remembered(family, Instant.ofEpochMilli(now)))) {
                store.put(key(rise), rise);
                forward(rise.getTold(), now);
            }
        }
    }

    private List<Rise> remembered(String family, Instant now) {
        List<Rise> known = new ArrayList<>();
        List<String> old = new ArrayList<>();
        SettleClaims.each(SettleClaims.under(Objects.requireNonNull(rises), family), (key, rise) -> {
            if (rise.getAlert().getUpdatedAt().plus(REMEMBERED).isBefore(now)) {
                old.add(key);
            } else {
                known.add(rise);
            }
        });
        old.forEach(Objects.requireNonNull(rises)::delete);
        return known;
    }

    private static String key(Rise rise) {
        return rise.getAlert().getName() + "|" + rise.getAlert().getId();
    }

    private void forward(Alert alert, long now) {
        Objects.requireNonNull(context).forward(new Record<>(alert.getId(), alert, now));
    }
}
