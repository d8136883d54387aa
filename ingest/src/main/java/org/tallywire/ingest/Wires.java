package org.tallywire.ingest;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.Failure;
import org.tallywire.avro.ItemMemory;
import org.tallywire.avro.Listing;
import org.tallywire.avro.PageCheck;
import org.tallywire.avro.SourceHealth;
import org.tallywire.avro.SourceState;
import org.tallywire.ingest.poll.AfterPoll;
import org.tallywire.ingest.poll.HostKey;
import org.tallywire.ingest.poll.Intake;
import org.tallywire.ingest.poll.Polled;
import org.tallywire.ingest.poll.Schedule;

/** Stores and outputs of one task of poll-sources; used on its stream thread only. */
final class Wires {
    /** Health that says the same is repeated no more often. */
    private static final Duration QUIET = Duration.ofSeconds(30);

    private static final int DIGITS = 13;
    /** Behind a source id in the due index: its pages, not its feed. */
    private static final String PAGES = "|pages";

    final KeyValueStore<String, SourceState> states;
    private final KeyValueStore<String, ItemMemory> items;
    private final KeyValueStore<String, String> names;
    private final KeyValueStore<String, Listing> listings;
    private final KeyValueStore<String, PageCheck> checks;
    private final KeyValueStore<String, String> due;
    private final ProcessorContext<String, SpecificRecord> context;
    private final Line<?, ?> line;
    private final Map<String, Instant> healthWritten = new HashMap<>();

    Wires(ProcessorContext<String, SpecificRecord> context, Line<?, ?> line) {
        this.context = context;
        this.line = line;
        states = context.getStateStore(IngestTopology.STATES);
        items = context.getStateStore(IngestTopology.ITEMS);
        names = context.getStateStore(IngestTopology.NAMES);
        listings = context.getStateStore(IngestTopology.LISTINGS);
        checks = context.getStateStore(IngestTopology.CHECKS);
        due = context.getStateStore(IngestTopology.DUE);
    }

    Instant now() {
        return Instant.ofEpochMilli(context.currentSystemTimeMs());
    }

    StoredMemory memory(String sourceId) {
        return new StoredMemory(sourceId, items, names, listings, checks);
    }

    /** Replaces the state of a source, its place in the due index, and tells its health when there is something to tell. */
    void save(@Nullable SourceState before, SourceState after) {
        if (before != null) {
            dueKeys(before).forEach(due::delete);
        }
        String id = after.getSource().getId();
        String host = HostKey.of(after.getSource().getUrl());
        dueKeys(after).forEach(key -> due.put(key, host));
        states.put(id, after);
        if (before == null || worthTelling(before.getHealth(), after.getHealth())) {
            healthWritten.put(id, now());
            forward(id, after.getHealth(), IngestTopology.HEALTH);
        }
    }

    private boolean worthTelling(SourceHealth before, SourceHealth after) {
        Instant last = healthWritten.get(after.getSourceId());
        return last == null
                || before.getState() != after.getState()
                || after.getLastItems().getOrDefault("new", 0L) > 0
                || after.getLastItems().getOrDefault("updated", 0L) > 0
                || after.getLastItems().getOrDefault("gone", 0L) > 0
                || !last.plus(QUIET).isAfter(now());
    }

    /** Forgets a source that left the catalogue; its documents stay. */
    void remove(SourceState state) {
        String id = state.getSource().getId();
        dueKeys(state).forEach(due::delete);
        memory(id).forgetAll();
        states.delete(id);
        healthWritten.remove(id);
        forward(id, null, IngestTopology.HEALTH);
    }

    /** Something that is due for a source: its poll, or a look at pages of its articles. */
    record Due(String id, String host, boolean pages) {}

    private static List<String> dueKeys(SourceState state) {
        String id = state.getSource().getId();
        List<String> keys = new ArrayList<>();
        if (state.getHealth().getNextPoll() != null) {
            keys.add(dueKey(state.getHealth().getNextPoll(), id));
        }
        if (state.getNextCheck() != null) {
            keys.add(dueKey(state.getNextCheck(), id + PAGES));
        }
        return keys;
    }

    /** Offers everything that is due, the longest due first, until one is declined. */
    void eachDue(Instant now, Predicate<Due> offer) {
        try (KeyValueIterator<String, String> each = due.range(dueKey(Instant.EPOCH, ""), dueKey(now, "~"))) {
            boolean more = true;
            while (more && each.hasNext()) {
                KeyValue<String, String> entry = each.next();
                String id = entry.key.substring(DIGITS + 1);
                boolean pages = id.endsWith(PAGES);
                String source = pages ? id.substring(0, id.length() - PAGES.length()) : id;
                more = offer.test(new Due(source, entry.value, pages));
            }
        }
    }

    /** Sources whose poll is due. */
    private List<String> duePolls(Instant now) {
        List<String> polls = new ArrayList<>();
        eachDue(now, entry -> entry.pages() || polls.add(entry.id()));
        return polls;
    }

    /** After a downtime everything is overdue: spreads it, so that not all hosts are asked at the same moment. */
    void spreadOverdue(Instant now) {
        for (String id : duePolls(now)) {
            SourceState state = states.get(id);
            Instant planned = state == null ? null : state.getHealth().getNextPoll();
            if (state == null || planned == null) {
                continue;
            }
            Duration interval = Duration.ofSeconds(state.getHealth().getIntervalSeconds());
            if (planned.plus(interval).isBefore(now)) {
                SourceState told = AfterPoll.isStale(state, planned, now)
                        ? AfterPoll.stale(state, "not polled since " + planned + ": the service was down", now)
                        : state;
                save(state, AfterPoll.postponed(told, Schedule.afterDowntime(state, now)));
            }
        }
    }

    /** Tells sources that are due for long and were not polled: their host wants to be left alone, or too much is due. */
    void tellStale(Instant now) {
        List<SourceState> stale = new ArrayList<>();
        for (String id : duePolls(now)) {
            SourceState state = states.get(id);
            Instant planned = state == null ? null : state.getHealth().getNextPoll();
            if (state != null && planned != null && AfterPoll.isStale(state, planned, now)) {
                stale.add(state);
            }
        }
        stale.forEach(state -> save(
                state,
                AfterPoll.stale(state, "due since " + state.getHealth().getNextPoll() + " and not polled yet", now)));
    }

    /** Writes the documents of a poll; a null one withdraws. */
    void write(Intake<? extends SpecificRecord> intake) {
        intake.written().forEach((id, document) -> forward(id, document, line.sink()));
    }

    /** Tells what was set aside: a failed poll when it begins to fail or fails otherwise, bad items when the document is new. */
    void failures(SourceState before, SourceState after, Polled<?> polled, Intake<?> intake) {
        String id = after.getSource().getId();
        if (!intake.listHash().equals(before.getListHash())) {
            intake.failures().forEach(failure -> forward(id, failure, IngestTopology.FAILURES));
        }
        boolean fails = after.getHealth().getErrorStreak() > 0;
        boolean otherwise = after.getHealth().getState() != before.getHealth().getState();
        if (fails && (otherwise || before.getHealth().getErrorStreak() == 0)) {
            forward(id, failure(after, polled), IngestTopology.FAILURES);
            polled.readings().stream()
                    .flatMap(reading -> reading.failures().stream())
                    .forEach(failure -> forward(id, failure, IngestTopology.FAILURES));
        }
    }

    private Failure failure(SourceState after, Polled<?> polled) {
        return Failure.newBuilder()
                .setService(line.service())
                .setStage(polled.readings().isEmpty() ? "fetch" : "read")
                .setSource(after.getSource().getId())
                .setReason(polled.state().name())
                .setDetail(polled.reason())
                .setAt(now())
                .build();
    }

    private void forward(String key, @Nullable SpecificRecord value, String step) {
        context.forward(new Record<>(key, value, context.currentSystemTimeMs()), step);
    }

    static String dueKey(Instant moment, String id) {
        String millis = Long.toString(Math.max(0, moment.toEpochMilli()));
        return "0".repeat(DIGITS - millis.length()) + millis + "|" + id;
    }
}
