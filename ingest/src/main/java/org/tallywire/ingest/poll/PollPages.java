package org.tallywire.ingest.poll;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.HealthState;
import org.tallywire.avro.Source;
import org.tallywire.ingest.courts.cases.Completeness;
import org.tallywire.ingest.fetch.Exchange;
import org.tallywire.ingest.fetch.Fetched;
import org.tallywire.ingest.fetch.Fetched.Answer;
import org.tallywire.ingest.fetch.Fetched.NotModified;
import org.tallywire.ingest.fetch.Fetched.Refused;
import org.tallywire.ingest.read.Reader;
import org.tallywire.ingest.read.Reading;

/** The documents of one poll: those it begins with and those they say to follow, each address once. */
final class PollPages<T> {
    private final Source source;
    private final Reader<T> reader;
    private final int most;
    private final Deque<String> waiting;
    private final Set<String> seen;
    private final List<Reading<T>> readings = new ArrayList<>();
    private final List<String> reasons = new ArrayList<>();
    /** Address whose session had ended and that was asked once more; empty: none. */
    private String again = "";

    private @Nullable Fetched first;
    private int asked;
    private boolean complete = true;
    private boolean broken;
    private HealthState state = HealthState.WORKING;

    /** @param most requests; what is left then waits for the next poll */
    PollPages(Source source, Reader<T> reader, List<String> addresses, int most) {
        this.most = most;
        this.source = source;
        this.reader = reader;
        this.waiting = new ArrayDeque<>(addresses);
        this.seen = new HashSet<>(addresses);
    }

    /** The next address to ask; null: done. */
    @Nullable
    String next() {
        if (broken || waiting.isEmpty()) {
            return null;
        }
        if (asked >= most) {
            odd(HealthState.PARTIAL, "");
            return null;
        }
        asked++;
        return waiting.poll();
    }

    boolean isFirst() {
        return asked <= 1;
    }

    /** True if the poll was given up. */
    boolean broken() {
        return broken;
    }

    void take(Fetched fetched, Instant now) {
        if (first == null) {
            first = fetched;
        }
        switch (fetched) {
            case NotModified same -> state = HealthState.UNCHANGED;
            case Refused refused -> refused(refused);
            case Answer answer -> answer(answer);
        }
    }

    /** The first refusal is the poll's; a later one leaves it partial, and ends it when the host wants no more. */
    private void refused(Refused said) {
        HealthState meant = reader.refusal(said.state(), said.exchange().status());
        Refused refused = new Refused(meant, said.reason(), said.retryAfter(), said.exchange());
        complete = false;
        boolean pageOnly = asked > 1
                && switch (refused.state()) {
                    case NOT_FOUND, GONE, EMPTY, ROBOTS, TOO_LARGE, BLOCKED_ADDRESS -> true;
                    default -> false;
                };
        broken = !pageOnly;
        if (readings.isEmpty()) {
            state = refused.state();
            reasons.add(refused.reason());
        } else {
            odd(HealthState.PARTIAL, refused.reason());
        }
    }

    private void answer(Answer answer) {
        Reading<T> reading = read(answer);
        if (reading.state() == HealthState.SESSION && again.isEmpty()) {
            again = answer.exchange().url(); // no cookie is kept, so asking once more is a fresh session
            waiting.addFirst(again);
            return;
        }
        complete &= reading.complete() && !answer.payload().truncated();
        Fetched.Cut cut = answer.cut();
        boolean stillOver = reading.state() == HealthState.SESSION;
        HealthState read = stillOver ? HealthState.CAPTCHA : reading.state();
        HealthState word = cut == null ? read : cut.state();
        if (readings.isEmpty()) {
            state = word;
        } else if (word != HealthState.WORKING && word != HealthState.OK_EMPTY) {
            state = stops(word) || word == state ? word : HealthState.PARTIAL;
        }
        say(cut == null ? "" : cut.reason());
        say(stops(word) ? reading.reason() + " at " + answer.payload().url() : reading.reason());
        readings.add(reading);
        broken |= stops(word);
        add(reading.follow());
    }

    /** Addresses to ask after those that are known already. */
    void add(List<String> addresses) {
        addresses.stream().filter(seen::add).forEach(waiting::add);
    }

    /** A document must not stop the others, whatever it does to its reader. */
    private Reading<T> read(Answer answer) {
        try {
            return reader.read(answer.payload(), source);
        } catch (RuntimeException | StackOverflowError broken) {
            return Reading.refused(HealthState.PARSE, "the reader broke on it, please report: " + broken, "");
        }
    }

    /** Pages that mean: do not ask for more now. */
    private static boolean stops(HealthState word) {
        return switch (word) {
            case CAPTCHA, BLOCKED, SESSION, DOWN, CHALLENGE, MODULE_OFF -> true;
            default -> false;
        };
    }

    private void odd(HealthState word, String why) {
        complete = false;
        state = state == HealthState.WORKING || state == HealthState.OK_EMPTY ? word : state;
        say(why);
    }

    private void say(String why) {
        if (!why.isEmpty() && reasons.size() < 10 && !reasons.contains(why)) {
            reasons.add(why);
        }
    }

    /** Rows of one window make up for another that is empty; where emptiness is not believed, something must have been found. */
    private void emptiness() {
        List<HealthState> run = readings.stream().map(Reading::state).toList();
        boolean rows = readings.stream().anyMatch(reading -> !reading.entries().isEmpty());
        if (rows) {
            state = HealthState.WORKING;
        } else if (!reader.believesEmptiness()) {
            state = Completeness.ofEmpty(run);
            say(state == HealthState.SUSPECT ? "nothing was found, and the control query found nothing either" : "");
        }
    }

    /** Addresses for the next poll. A refusal ends this poll, not the walk; one that brought nothing at all is begun anew. */
    private List<String> left(boolean resumed) {
        return readings.isEmpty() && !resumed ? List.of() : List.copyOf(waiting);
    }

    Polled<T> polled(Order order, Instant started, Map<String, Integer> statuses) {
        Fetched how = first;
        if (how == null) {
            how = new Refused(
                    HealthState.OK_EMPTY, "nothing to ask today", null, Exchange.none(source.getUrl(), started));
            state = HealthState.OK_EMPTY;
        }
        if (state == HealthState.OK_EMPTY && !readings.isEmpty()) {
            emptiness();
        }
        boolean whole = complete && !readings.isEmpty() && order.resume().isEmpty();
        String reason = String.join("; ", reasons);
        return new Polled<>(order, started, how, List.copyOf(readings), state, reason, whole, statuses)
                .with(asked + statuses.size(), left(!order.resume().isEmpty()));
    }
}
