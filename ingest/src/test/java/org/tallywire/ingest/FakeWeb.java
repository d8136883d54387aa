package org.tallywire.ingest;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tallywire.avro.HealthState;
import org.tallywire.ingest.fetch.Exchange;
import org.tallywire.ingest.fetch.Fetched;
import org.tallywire.ingest.fetch.Fetcher;
import org.tallywire.ingest.fetch.Freshness;
import org.tallywire.ingest.fetch.Request;
import org.tallywire.ingest.fetch.Validators;
import org.tallywire.ingest.read.Payload;

/** A web in memory: pages by address, everything else is 404. Keeps what was asked. */
final class FakeWeb implements Fetcher {
    final List<Request> asked = new ArrayList<>();
    private final Map<String, Page> pages = new HashMap<>();
    private final InstantSource clock;

    private record Page(
            int status, String type, byte[] body, Validators validators, HealthState state, Duration retry) {}

    FakeWeb(InstantSource clock) {
        this.clock = clock;
    }

    void serve(String url, String type, String body) {
        serve(url, type, body, Validators.NONE);
    }

    void serve(String url, String type, String body, Validators validators) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        pages.put(url, new Page(200, type, bytes, validators, HealthState.WORKING, null));
    }

    void refuse(String url, int status, HealthState state, Duration retryAfter) {
        pages.put(url, new Page(status, "", new byte[0], Validators.NONE, state, retryAfter));
    }

    @Override
    public Fetched fetch(Request request) {
        asked.add(request);
        Instant now = clock.instant();
        Page page = pages.get(request.url());
        if (page == null) {
            return new Fetched.Refused(HealthState.NOT_FOUND, "404", null, exchange(request, 404, 0));
        }
        if (page.status() != 200) {
            return new Fetched.Refused(
                    page.state(), "answer " + page.status(), page.retry(), exchange(request, page.status(), 0));
        }
        boolean same = !request.validators().isEmpty() && request.validators().equals(page.validators());
        if (same) {
            return new Fetched.NotModified(Freshness.UNSAID, exchange(request, 304, 0));
        }
        return new Fetched.Answer(
                Payload.of(page.body(), page.type(), request.url(), now),
                page.validators(),
                Freshness.UNSAID,
                null,
                exchange(request, 200, page.body().length));
    }

    /** How many requests there were, robots.txt not counted. */
    long requests() {
        return asked.stream()
                .filter(request -> !request.url().endsWith("/robots.txt"))
                .count();
    }

    /** How often an address was asked. */
    long asked(String url) {
        return asked.stream().filter(request -> request.url().equals(url)).count();
    }

    private Exchange exchange(Request request, int status, long bytes) {
        return new Exchange(status, request.url(), List.of(), bytes, 1, clock.instant());
    }
}
