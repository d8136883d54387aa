package org.tallywire.ingest.poll;

import java.time.Duration;
import java.time.Instant;
import org.tallywire.avro.Source;
import org.tallywire.avro.SourceState;
import org.tallywire.ingest.fetch.Exchange;

/**
 * Permanent redirects: believed after three polls in a row over a day that lead to the same readable place, looked at
 * again every fortnight. The catalogue's own address is never forgotten.
 */
final class Moves {
    private static final int SIGHTINGS = 3;
    private static final Duration SETTLED = Duration.ofHours(24);
    private static final Duration RECHECK = Duration.ofDays(14);

    private Moves() {}

    /** The source with the address to ask now. */
    static Source toAsk(SourceState state, Instant now) {
        Source source = state.getSource();
        Instant checked = state.getAddressChecked();
        boolean recheck = checked == null || !checked.plus(RECHECK).isAfter(now);
        return state.getAddress().isEmpty() || recheck
                ? source
                : Source.newBuilder(source).setUrl(state.getAddress()).build();
    }

    /** Notes where a successful poll was led. */
    static void note(SourceState.Builder state, Polled<?> polled, Instant now) {
        if (!polled.succeeded()) {
            return;
        }
        Exchange exchange = polled.first().exchange();
        boolean askedCatalogue =
                polled.order().source().getUrl().equals(state.getSource().getUrl());
        String target = exchange.movedForGood() ? exchange.url() : "";
        if (askedCatalogue && !state.getAddress().isEmpty()) {
            state.setAddress(target.equals(state.getAddress()) ? target : "");
            state.setAddressChecked(now);
        }
        if (target.isEmpty() || !target.equals(state.getMovedTo())) {
            state.setMovedTo(target).setMovedSeen(0).setMovedSince(target.isEmpty() ? null : now);
        }
        if (!target.isEmpty()) {
            state.setMovedSeen(state.getMovedSeen() + 1);
            settle(state, target, now);
        }
    }

    private static void settle(SourceState.Builder state, String target, Instant now) {
        Instant since = state.getMovedSince();
        if (state.getMovedSeen() >= SIGHTINGS
                && since != null
                && !since.plus(SETTLED).isAfter(now)) {
            state.setAddress(target).setAddressChecked(now);
        }
    }
}
