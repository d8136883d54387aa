package org.tallywire.ingest;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.Listing;
import org.tallywire.avro.PageCheck;
import org.tallywire.avro.Source;
import org.tallywire.avro.SourceState;
import org.tallywire.ingest.poll.AfterPoll;
import org.tallywire.ingest.poll.HostKey;
import org.tallywire.ingest.poll.Intake;
import org.tallywire.ingest.poll.Look;
import org.tallywire.ingest.poll.Manners;
import org.tallywire.ingest.poll.Order;
import org.tallywire.ingest.poll.Polled;

/**
 * Polls the sources of one task. A punctuation hands due sources to the poller and takes finished polls in: what they
 * brought and the new state of the source go into one transaction. A poll that is open when the process dies left no
 * trace, so its source is simply due again.
 */
final class PollSources<T, V extends SpecificRecord> implements Processor<String, Source, String, SpecificRecord> {
    private static final Duration TICK = Duration.ofMillis(250);
    private static final Duration STALE_CHECK = Duration.ofMinutes(5);
    private static final Duration NETWORK_RETRY = Duration.ofMinutes(1);
    private static final Duration SWEEP = Duration.ofDays(1);
    private static final Duration REMEMBERED = Duration.ofDays(90);

    private final Line<T, V> line;
    private final Polling<T> polling;
    private final Queue<Landed<T>> landed = new ConcurrentLinkedQueue<>();
    private final Map<String, Flight> flights = new HashMap<>();
    private @Nullable Wires wires;
    private @Nullable Cancellable tick;
    private boolean spread;
    private Instant staleChecked = Instant.EPOCH;

    /** A poll under way: the state it began from and the host it is asking. */
    private record Flight(SourceState state, String host) {}

    /** A poll that ended; with an error only if the program is wrong. */
    private record Landed<T>(
            String sourceId,
            @Nullable Polled<T> polled,
            List<Look> looks,
            @Nullable Throwable error) {}

    PollSources(Line<T, V> line, Polling<T> polling) {
        this.line = line;
        this.polling = polling;
    }

    @Override
    public void init(ProcessorContext<String, SpecificRecord> context) {
        Wires made = new Wires(context, line);
        wires = made;
        tick = context.schedule(TICK, PunctuationType.WALL_CLOCK_TIME, at -> turn(made, Instant.ofEpochMilli(at)));
    }

    @Override
    public void process(Record<String, Source> record) {
        Wires to = Objects.requireNonNull(wires);
        String id = record.key();
        Source source = record.value();
        SourceState before = to.states.get(id);
        Instant now = to.now();
        if (source == null || source.getStream() != line.stream()) {
            if (before != null) {
                to.remove(before);
            }
        } else if (before == null) {
            to.save(null, AfterPoll.added(source, polling.first().next(now), now));
        } else if (!source.equals(before.getSource())) {
            to.save(before, AfterPoll.changed(before, source, polling.first().next(now), now));
        }
    }

    private void turn(Wires to, Instant now) {
        if (!spread) {
            to.spreadOverdue(now); // not in init: nothing can be forwarded there
            spread = true;
        }
        for (Landed<T> next = landed.poll(); next != null; next = landed.poll()) {
            takeIn(to, next, now);
        }
        to.eachDue(now, due -> handOut(to, due, now));
        polling.pace().forgetIdle(now);
        if (staleChecked.plus(STALE_CHECK).isBefore(now)) {
            to.tellStale(now);
            staleChecked = now;
        }
    }

    /** Starts the poll of a due source if its host may be asked; false when no more can be started. */
    private boolean handOut(Wires to, Wires.Due due, Instant now) {
        String id = due.id();
        String host = due.host();
        if (flights.size() >= polling.open()) {
            return false;
        }
        if (polling.pace().isPaused(host, now)) {
            return true;
        }
        SourceState state = flights.containsKey(id) ? null : to.states.get(id);
        if (state == null) {
            return true;
        }
        if (polling.pace().tryOpen(host, Manners.of(state.getSource()), now)) {
            flights.put(id, new Flight(state, host));
            if (due.pages()) {
                List<PageCheck> checks = line.desk().toLook(state, to.memory(id), now);
                land(id, () -> look(state, checks));
            } else {
                StoredMemory memory = to.memory(id);
                Order order = Order.of(
                        state,
                        line.desk().toConfirm(state, memory, now),
                        line.desk().toReread(state, memory, now),
                        now);
                land(id, () -> poll(order));
            }
        }
        return true;
    }

    private Landed<T> poll(Order order) throws InterruptedException {
        return new Landed<>(order.source().getId(), polling.poller().poll(order), List.of(), null);
    }

    private Landed<T> look(SourceState state, List<PageCheck> checks) throws InterruptedException {
        Source source = state.getSource();
        return new Landed<>(source.getId(), null, polling.poller().look(checks, source, line.desk()), null);
    }

    /** Runs a flight on a thread of its own and puts its end in line for the next turn. */
    private void land(String id, Callable<Landed<T>> flight) {
        polling.executor().execute(() -> {
            try {
                landed.add(flight.call());
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            } catch (Exception | Error wrong) {
                landed.add(new Landed<>(id, null, List.of(), wrong));
            }
        });
    }

    private void takeIn(Wires to, Landed<T> end, Instant now) {
        Flight flight = flights.remove(end.sourceId());
        if (end.error() != null) {
            throw new IllegalStateException("the poll of " + end.sourceId() + " broke", end.error());
        }
        Polled<T> polled = end.polled();
        SourceState before = to.states.get(end.sourceId());
        // a catalogue entry that changed meanwhile makes its source due anew: what was fetched for the old one is
        // dropped
        boolean current = flight != null
                && before != null
                && before.getSource().equals(flight.state().getSource());
        if (polled != null && flight != null && before != null && current) {
            if (fetchesPages(to, before, polled, now)) {
                flights.put(end.sourceId(), flight);
                return;
            }
            settle(to, before, polled, flight.host(), now);
        } else if (polled == null && before != null) {
            settleLooks(to, before, current ? end.looks() : List.of(), now);
        }
        if (flight != null) {
            polling.pace().close(flight.host());
        }
    }

    /** Entries that need their page go out once more before they are taken in. */
    private boolean fetchesPages(Wires to, SourceState before, Polled<T> polled, Instant now) {
        String id = polled.sourceId();
        Map<String, T> wanted = polled.succeeded() && polled.pagesAsked().isEmpty()
                ? line.desk().pages(before, polled, to.memory(id), now)
                : Map.of();
        if (!wanted.isEmpty()) {
            land(id, () -> new Landed<>(id, polling.poller().pages(polled, wanted, line.desk()), List.of(), null));
        }
        return !wanted.isEmpty();
    }

    private void settle(Wires to, SourceState before, Polled<T> polled, String host, Instant now) {
        if (polling.network().isBlamedFor(host, polled, before.getHealth().getLastSuccess(), now)) {
            to.save(before, AfterPoll.postponed(before, now.plus(NETWORK_RETRY)));
            return;
        }
        StoredMemory memory = to.memory(before.getSource().getId());
        Intake<V> intake = polled.succeeded() ? line.desk().take(before, polled, memory, now) : Intake.none();
        Listing listing = intake.listing();
        if (listing != null) {
            memory.list(listing);
        }
        SourceState after = AfterPoll.of(before, polled, intake, polling.chance(), now);
        Duration wish = polled.retryAfter();
        if (wish != null) {
            polling.pace().pause(host, now.plus(wish));
            polling.pace().pause(HostKey.of(polled.first().exchange().url()), now.plus(wish));
        }
        polling.metrics().note(before, polled, intake);
        to.write(intake);
        to.failures(before, after, polled, intake);
        if (after.getSwept() == null || !after.getSwept().plus(SWEEP).isAfter(now)) {
            memory.forgetBefore(now.minus(REMEMBERED));
            after = SourceState.newBuilder(after).setSwept(now).build();
        }
        if (before.getSource().getFullText()) {
            after = SourceState.newBuilder(after)
                    .setNextCheck(memory.checks().next())
                    .build();
        }
        to.save(before, after);
    }

    /** Takes in pages that were looked at again; with none, nothing was left to look at. */
    private void settleLooks(Wires to, SourceState before, List<Look> looks, Instant now) {
        StoredMemory memory = to.memory(before.getSource().getId());
        Intake<V> intake = line.desk().takeLooks(before, looks, memory, now);
        to.write(intake);
        to.save(before, AfterPoll.looked(before, intake, memory.checks().next()));
    }

    @Override
    public void close() {
        if (tick != null) {
            tick.cancel();
        }
        flights.values().forEach(flight -> polling.pace().close(flight.host()));
        flights.clear();
    }
}
