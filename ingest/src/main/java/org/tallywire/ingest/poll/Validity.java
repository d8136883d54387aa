package org.tallywire.ingest.poll;

import java.time.Duration;
import java.time.Instant;
import org.tallywire.avro.SourceState;
import org.tallywire.ingest.fetch.Fetched;
import org.tallywire.ingest.fetch.Validators;

/**
 * When a source's validators are used, and when they are believed. Servers say "not modified" although there is news;
 * so every twelfth such answer, and one a day, is checked by asking without condition.
 */
final class Validity {
    private static final int TRUSTED = 12;
    private static final Duration CHECKED = Duration.ofHours(24);
    private static final Duration LIAR = Duration.ofDays(30);

    private Validity() {}

    /** The validators to ask with now. */
    static Validators forNext(SourceState state, Instant now) {
        Instant liarUntil = state.getLiarUntil();
        Instant whole = state.getLastWhole();
        boolean liar = liarUntil != null && liarUntil.isAfter(now);
        boolean check = state.getNotModified() >= TRUSTED
                || (state.getNotModified() > 0
                        && whole != null
                        && !whole.plus(CHECKED).isAfter(now));
        return liar || check ? Validators.NONE : new Validators(state.getEtag(), state.getLastModified());
    }

    /** Notes what an answer says about the validators; true if they were found to lie just now. */
    static boolean note(SourceState.Builder state, Polled<?> polled, String listHash, Instant now) {
        switch (polled.first()) {
            case Fetched.NotModified same -> state.setNotModified(state.getNotModified() + 1);
            case Fetched.Answer answer
            when polled.succeeded() -> {
                boolean liar = lies(state, answer.validators(), listHash);
                if (liar) {
                    state.setLiarUntil(now.plus(LIAR));
                }
                state.setEtag(answer.validators().etag());
                state.setLastModified(answer.validators().lastModified());
                state.setNotModified(0);
                state.setLastWhole(now);
                state.setListHash(listHash);
                return liar;
            }
            case Fetched other -> {}
        }
        return false;
    }

    private static boolean lies(SourceState.Builder before, Validators now, String listHash) {
        return !now.isEmpty()
                && !before.getListHash().isEmpty()
                && now.etag().equals(before.getEtag())
                && now.lastModified().equals(before.getLastModified())
                && !listHash.equals(before.getListHash());
    }
}
