package org.tallywire.ingest.fetch;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.HealthState;
import org.tallywire.ingest.read.Payload;

/** What came of a request. */
public sealed interface Fetched {
    /** How it went on the wire. */
    Exchange exchange();

    /**
     * A document came.
     *
     * @param payload its bytes and where they came from
     * @param validators to ask with next time
     * @param freshness what the server says about caching
     * @param cut why the document is not whole; null: it is
     */
    record Answer(
            Payload payload,
            Validators validators,
            Freshness freshness,
            @Nullable Cut cut,
            Exchange exchange) implements Fetched {}

    /** The server says that nothing changed. */
    record NotModified(Freshness freshness, Exchange exchange) implements Fetched {}

    /**
     * No document.
     *
     * @param state the word for [source.health]
     * @param reason in words, with the place
     * @param retryAfter how long the server wants to be left alone; null: it does not say
     */
    record Refused(
            HealthState state, String reason, @Nullable Duration retryAfter, Exchange exchange) implements Fetched {}

    /** Why a body ends before its end: a limit, the clock or the connection. */
    record Cut(HealthState state, String reason) {}
}
