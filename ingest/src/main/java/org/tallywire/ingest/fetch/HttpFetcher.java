package org.tallywire.ingest.fetch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHost;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.HealthState;
import org.tallywire.ingest.fetch.Fetched.Refused;
import org.tallywire.schemas.http.AddressGuard;
import org.tallywire.schemas.http.GuardedResolver;

/**
 * Fetches over HTTP/1.1. Redirects are followed here and not by the client, so that every hop passes the rules and is
 * reported. A timer outside the exchange aborts it at the deadline, whatever drips in.
 */
public final class HttpFetcher implements Fetcher, AutoCloseable {
    private final FetchLimits limits;
    private final InstantSource clock;
    private final CloseableHttpClient guarded;
    private final CloseableHttpClient open;
    private final ScheduledExecutorService deadlines = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("fetch-deadlines").factory());

    public HttpFetcher(FetchSettings settings, InstantSource clock) {
        this(settings, clock, AddressGuard::isPublic);
    }

    /**
     * A fetcher with another idea of the public internet.
     *
     * @param dialled addresses that may be dialled for requests without {@link Request#allowPrivate}
     */
    public HttpFetcher(FetchSettings settings, InstantSource clock, Predicate<InetAddress> dialled) {
        this.limits = settings.limits();
        this.clock = clock;
        this.guarded = Clients.make(settings, new GuardedResolver(dialled));
        this.open = Clients.make(settings, SystemDefaultDnsResolver.INSTANCE);
    }

    @Override
    public Fetched fetch(Request request) {
        Trip trip = new Trip(request);
        URI at = Address.parse(request.url());
        if (at == null) {
            return trip.refused(HealthState.BAD_SOURCE, "not an address: " + request.url());
        }
        for (; ; ) {
            Step step = step(trip, at);
            switch (step) {
                case Step.End end -> {
                    return end.fetched();
                }
                case Step.Next next -> at = next.target();
            }
        }
    }

    private Step step(Trip trip, URI at) {
        trip.url = at.toString();
        String objection = Address.objection(at, trip.request.allowPrivate());
        if (objection != null) {
            return new Step.End(trip.refused(HealthState.BLOCKED_ADDRESS, objection + ": " + at));
        }
        HttpGet get = trip.get(at);
        ScheduledFuture<?> deadline = deadlines.schedule(
                () -> trip.abort(get), Math.max(0, trip.left().toMillis()), TimeUnit.MILLISECONDS);
        CloseableHttpClient client = trip.request.allowPrivate() ? open : guarded;
        try {
            return take(trip, at, client.executeOpen(HttpHost.create(at), get, null));
        } catch (IOException failed) {
            return new Step.End(trip.failed(failed));
        } finally {
            deadline.cancel(false);
            get.cancel(); // what was not read is not wanted: the connection is dropped, not drained
        }
    }

    private Step take(Trip trip, URI at, ClassicHttpResponse response) {
        trip.status = response.getCode();
        String location = Answers.header(response, "Location");
        if (Answers.isRedirect(trip.status) && location != null) {
            return redirect(trip, at, location);
        }
        return new Step.End(Answers.read(trip, response));
    }

    private Step redirect(Trip trip, URI at, String location) {
        URI relative = Address.parse(location);
        URI target = relative == null ? null : at.resolve(relative);
        if (target == null) {
            return new Step.End(
                    trip.refused(HealthState.REDIRECT_LOOP, "redirect to something unreadable: " + location));
        }
        boolean unsafe = "https".equals(at.getScheme()) && !"https".equals(target.getScheme());
        if (unsafe && !trip.request.headers().isEmpty()) {
            return new Step.End(trip.refused(
                    HealthState.REFUSED, "redirect from https to http with credentials is not followed: " + target));
        }
        trip.hops.add(new Exchange.Hop(trip.status, target.toString()));
        if (trip.hops.size() > limits.redirects()) {
            return new Step.End(
                    trip.refused(HealthState.REDIRECT_LOOP, "more than " + limits.redirects() + " redirects"));
        }
        return new Step.Next(target);
    }

    @Override
    public void close() throws IOException {
        deadlines.shutdownNow();
        guarded.close();
        open.close();
    }

    private sealed interface Step {
        record Next(URI target) implements Step {}

        record End(Fetched fetched) implements Step {}
    }

    /** What is known of a request under way. */
    final class Trip {
        final Request request;
        final Instant start = clock.instant();
        final long startNanos = System.nanoTime();
        final List<Exchange.Hop> hops = new ArrayList<>();
        String url;
        int status;
        long bytes;
        private volatile boolean aborted;

        Trip(Request request) {
            this.request = request;
            this.url = request.url();
        }

        Duration left() {
            return limits.exchange().minusNanos(System.nanoTime() - startNanos);
        }

        boolean late() {
            return aborted || !left().isPositive();
        }

        void abort(HttpGet get) {
            aborted = true;
            get.cancel();
        }

        FetchLimits limits() {
            return limits;
        }

        Instant now() {
            return clock.instant();
        }

        HttpGet get(URI at) {
            HttpGet get = new HttpGet(at);
            get.setHeader("Accept", request.accept());
            get.setHeader("Accept-Encoding", "gzip");
            Validators known = request.validators();
            if (!known.etag().isEmpty()) {
                get.setHeader("If-None-Match", known.etag());
            }
            if (!known.lastModified().isEmpty()) {
                get.setHeader("If-Modified-Since", known.lastModified());
            }
            if (atHome(at)) {
                request.headers().forEach(get::setHeader);
            }
            return get;
        }

        private boolean atHome(URI at) {
            URI home = Address.parse(request.home());
            return home != null
                    && at.getScheme().equalsIgnoreCase(home.getScheme())
                    && at.getHost().equalsIgnoreCase(home.getHost())
                    && at.getPort() == home.getPort();
        }

        Exchange exchange() {
            long millis = (System.nanoTime() - startNanos) / 1_000_000;
            return new Exchange(status, url, List.copyOf(hops), bytes, millis, clock.instant());
        }

        Refused refused(HealthState state, String reason) {
            return refused(state, reason, null);
        }

        Refused refused(HealthState state, String reason, @Nullable Duration retryAfter) {
            return new Refused(state, reason, retryAfter, exchange());
        }

        Refused failed(IOException cause) {
            Fetched.Cut cut = Mishaps.explain(cause, late(), limits);
            return refused(cut.state(), cut.reason() + ": " + url);
        }
    }
}
