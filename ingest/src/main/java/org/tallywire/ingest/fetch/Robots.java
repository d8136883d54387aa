package org.tallywire.ingest.fetch;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.HealthState;
import org.tallywire.ingest.fetch.Fetched.Answer;
import org.tallywire.ingest.fetch.Fetched.Refused;

/**
 * What robots.txt allows (RFC 9309), kept per origin for a day: 4xx allows all; 429, 5xx and an origin that cannot be
 * reached allow nothing for now, and are asked again after ten minutes.
 */
public final class Robots {
    private static final Duration KEPT = Duration.ofHours(24);
    private static final Duration RETRY = Duration.ofMinutes(10);
    private static final int ORIGINS = 20_000;
    private static final String TYPES = "text/plain, */*;q=0.1";

    private final Fetcher fetcher;
    private final String product;
    private final InstantSource clock;
    private final Map<String, Known> known = new LinkedHashMap<>();

    public Robots(Fetcher fetcher, String product, InstantSource clock) {
        this.fetcher = fetcher;
        this.product = product.toLowerCase(Locale.ROOT);
        this.clock = clock;
    }

    /**
     * May the address be asked?
     *
     * @param objection why not; null: it may
     * @param delay Crawl-delay, at most two minutes; zero: not said
     */
    public record Verdict(@Nullable Refused objection, Duration delay) {}

    private record Known(
            Instant until, BaseRobotRules rules, @Nullable Refused trouble) {}

    /** Looks the address up, asking the origin for its robots.txt when that is not known. */
    public Verdict check(String url, boolean allowPrivate) {
        URI uri = Address.parse(url);
        if (uri == null || uri.getHost() == null) {
            return new Verdict(null, Duration.ZERO); // the fetch itself says what is wrong with it
        }
        Known entry = entry(uri, allowPrivate);
        if (entry.trouble() != null) {
            return new Verdict(entry.trouble(), Duration.ZERO);
        }
        Refused objection = entry.rules().isAllowed(uri.toString())
                ? null
                : new Refused(
                        HealthState.ROBOTS,
                        "robots.txt of " + uri.getHost() + " does not allow " + uri.getRawPath(),
                        null,
                        Exchange.none(url, clock.instant()));
        return new Verdict(objection, delay(entry.rules()));
    }

    private static Duration delay(BaseRobotRules rules) {
        long millis = rules.getCrawlDelay();
        return millis <= 0 ? Duration.ZERO : Duration.ofMillis(Math.min(millis, 120_000));
    }

    private Known entry(URI uri, boolean allowPrivate) {
        String origin = uri.getScheme() + "://" + uri.getRawAuthority();
        synchronized (known) {
            Known entry = known.get(origin);
            if (entry != null && entry.until().isAfter(clock.instant())) {
                return entry;
            }
        }
        Known fresh = ask(origin, allowPrivate);
        synchronized (known) {
            known.put(origin, fresh);
            if (known.size() > ORIGINS) {
                known.remove(known.keySet().iterator().next());
            }
        }
        return fresh;
    }

    private Known ask(String origin, boolean allowPrivate) {
        String url = origin + "/robots.txt";
        Fetched fetched = fetcher.fetch(Request.feed(url, allowPrivate).accepting(TYPES));
        Instant now = clock.instant();
        return switch (fetched) {
            case Answer answer -> new Known(now.plus(KEPT), parse(url, answer), null);
            case Fetched.NotModified unasked -> new Known(now.plus(KEPT), all(), null);
            case Refused refused ->
                switch (refused.state()) {
                    case NOT_FOUND, GONE, REFUSED, BLOCKED, CHALLENGE, EMPTY, REDIRECT_LOOP ->
                        new Known(now.plus(KEPT), all(), null);
                    default -> new Known(now.plus(RETRY), all(), trouble(refused));
                };
        };
    }

    private static BaseRobotRules all() {
        return new SimpleRobotRules(RobotRulesMode.ALLOW_ALL);
    }

    private BaseRobotRules parse(String url, Answer answer) {
        return new SimpleRobotRulesParser(Long.MAX_VALUE, 0)
                .parseContent(url, answer.payload().body(), "text/plain", List.of(product));
    }

    /** An origin that answers with an error is obeyed; one that does not answer at all is not a matter of robots. */
    private static Refused trouble(Refused refused) {
        if (refused.state() != HealthState.SERVER_ERROR) {
            return refused;
        }
        return new Refused(
                HealthState.ROBOTS,
                "robots.txt cannot be had, so nothing is allowed for now: " + refused.reason(),
                refused.retryAfter(),
                refused.exchange());
    }
}
