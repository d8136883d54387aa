package org.tallywire.standalone;

import java.time.Instant;
import org.tallywire.ingest.fetch.Exchange;
import org.tallywire.ingest.fetch.Fetched;
import org.tallywire.ingest.fetch.Fetcher;
import org.tallywire.ingest.fetch.Freshness;
import org.tallywire.ingest.fetch.Request;
import org.tallywire.ingest.fetch.Validators;
import org.tallywire.ingest.read.Payload;

/** A web of one page that was recorded; robots.txt is not there. */
final class Recorded implements Fetcher {
    private final String url;
    private final String type;
    private final SampleClock clock;
    private volatile byte[] body;

    Recorded(String url, String type, byte[] body, SampleClock clock) {
        this.url = url;
        this.type = type;
        this.body = body;
        this.clock = clock;
    }

    void now(byte[] other) {
        body = other;
    }

    @Override
    public Fetched fetch(Request request) {
        Instant at = clock.instant();
        Exchange exchange = new Exchange(
                request.url().equals(url) ? 200 : 404, request.url(), java.util.List.of(), body.length, 1, at);
        if (!request.url().equals(url)) {
            return new Fetched.Refused(org.tallywire.avro.HealthState.NOT_FOUND, "no such page", null, exchange);
        }
        return new Fetched.Answer(Payload.of(body, type, url, at), Validators.NONE, Freshness.UNSAID, null, exchange);
    }
}
