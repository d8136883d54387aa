package org.tallywire.ingest.poll;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tallywire.avro.HealthState;
import org.tallywire.avro.Source;
import org.tallywire.avro.SourceState;
import org.tallywire.ingest.fetch.Exchange;
import org.tallywire.ingest.fetch.Exchange.Hop;
import org.tallywire.ingest.fetch.Fetched;
import org.tallywire.ingest.fetch.Freshness;
import org.tallywire.ingest.fetch.Validators;
import org.tallywire.ingest.read.FeedFacts;
import org.tallywire.ingest.read.Payload;
import org.tallywire.ingest.read.Reading;

/** Validators and permanent redirects: what is believed, and after how long. */
class ValidityTest {
    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
    private static final Validators TAG = new Validators("\"1\"", "");
    private static final String OLD = "https://old.example/rss";
    private static final String NEW = "https://new.example/rss";

    private final SourceState.Builder state = SourceState.newBuilder(SourceState.newBuilder()
            .setSource(Source.newBuilder().setId("s").setUrl(OLD).build())
            .build());

    private Polled<String> polled(Fetched fetched) {
        Reading<String> reading = new Reading<>(
                HealthState.WORKING, "", "", FeedFacts.NONE, List.of("x"), List.of(), Map.of(), List.of(), true);
        boolean document = fetched instanceof Fetched.Answer;
        Order order = Order.of(state.build(), List.of(), List.of(), NOW);
        return new Polled<>(
                order, NOW, fetched, document ? List.of(reading) : List.of(), HealthState.WORKING, "", true, Map.of());
    }

    private static Fetched answer(Validators validators, Hop... hops) {
        String url = hops.length == 0 ? OLD : hops[hops.length - 1].target();
        return new Fetched.Answer(
                Payload.of(new byte[1], "", url, NOW),
                validators,
                Freshness.UNSAID,
                null,
                new Exchange(200, url, List.of(hops), 1, 1, NOW));
    }

    private static Fetched same() {
        return new Fetched.NotModified(Freshness.UNSAID, new Exchange(304, OLD, List.of(), 0, 1, NOW));
    }

    private Validators next(Instant at) {
        return Validity.forNext(state.build(), at);
    }

    @Test
    void everyTwelfthNotModifiedIsChecked() {
        Validity.note(state, polled(answer(TAG)), "h1", NOW);
        for (int i = 0; i < 12; i++) {
            assertEquals(TAG, next(NOW.plusSeconds(i)));
            Validity.note(state, polled(same()), "", NOW);
        }
        assertTrue(next(NOW.plusSeconds(20)).isEmpty());
        Validity.note(state, polled(answer(TAG)), "h1", NOW);
        assertEquals(TAG, next(NOW), "the same items: the validators told the truth");
    }

    @Test
    void onceADayIsCheckedToo() {
        Validity.note(state, polled(answer(TAG)), "h1", NOW);
        Validity.note(state, polled(same()), "", NOW);
        assertEquals(TAG, next(NOW.plus(Duration.ofHours(23))));
        assertTrue(next(NOW.plus(Duration.ofHours(24))).isEmpty());
    }

    @Test
    void otherItemsUnderTheSameValidatorsAreALie() {
        Validity.note(state, polled(answer(TAG)), "h1", NOW);
        assertTrue(Validity.note(state, polled(answer(TAG)), "h2", NOW));
        assertTrue(next(NOW.plus(Duration.ofDays(29))).isEmpty());
        assertEquals(TAG, next(NOW.plus(Duration.ofDays(30))));
    }

    @Test
    void otherItemsUnderNewValidatorsAreNews() {
        Validity.note(state, polled(answer(TAG)), "h1", NOW);
        assertFalse(Validity.note(state, polled(answer(new Validators("\"2\"", ""))), "h2", NOW));
    }

    @Test
    void aPermanentMoveIsBelievedAfterThreePollsOverADay() {
        Instant at = NOW;
        for (int i = 0; i < 2; i++) {
            Moves.note(state, polled(answer(TAG, new Hop(301, NEW))), at);
            at = at.plus(Duration.ofHours(13));
        }
        assertEquals("", state.getAddress(), "twice is not enough");
        Moves.note(state, polled(answer(TAG, new Hop(301, NEW))), at);
        assertEquals(NEW, state.getAddress());
        assertEquals(NEW, Moves.toAsk(state.build(), at).getUrl());
        assertEquals(
                OLD, Moves.toAsk(state.build(), at.plus(Duration.ofDays(14))).getUrl(), "looked at again");
        assertEquals(OLD, state.getSource().getUrl(), "the catalogue is not rewritten");
    }

    @Test
    void threeTimesWithinAnHourAreNotADay() {
        for (int i = 0; i < 5; i++) {
            Moves.note(state, polled(answer(TAG, new Hop(308, NEW))), NOW.plusSeconds(600L * i));
        }
        assertEquals("", state.getAddress());
    }

    @Test
    void aTemporaryHopMakesTheWholeWayTemporary() {
        for (int i = 0; i < 4; i++) {
            Fetched fetched = answer(TAG, new Hop(301, "https://mid.example/"), new Hop(302, NEW));
            Moves.note(state, polled(fetched), NOW.plus(Duration.ofDays(i)));
        }
        assertEquals("", state.getAddress());
    }

    @Test
    void aStoredMoveIsDroppedWhenTheOldAddressAnswersAgain() {
        for (int i = 0; i < 3; i++) {
            Moves.note(state, polled(answer(TAG, new Hop(301, NEW))), NOW.plus(Duration.ofHours(13L * i)));
        }
        state.setAddressChecked(null); // a fortnight later: the catalogue's address is asked
        Moves.note(state, polled(answer(TAG)), NOW.plus(Duration.ofDays(15)));
        assertEquals("", state.getAddress());
    }
}
