package org.tallywire.ingest.poll;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.Article;
import org.tallywire.avro.HealthState;
import org.tallywire.avro.PageCheck;
import org.tallywire.avro.Source;
import org.tallywire.ingest.fetch.Exchange;
import org.tallywire.ingest.fetch.Fetched;
import org.tallywire.ingest.fetch.Fetched.Answer;
import org.tallywire.ingest.fetch.Fetched.NotModified;
import org.tallywire.ingest.fetch.Fetched.Refused;
import org.tallywire.ingest.fetch.Fetcher;
import org.tallywire.ingest.fetch.Request;
import org.tallywire.ingest.fetch.Robots;
import org.tallywire.ingest.fetch.Validators;
import org.tallywire.ingest.read.Reader;

/**
 * Carries out one poll: asks robots.txt, fetches the source's addresses and what their documents say to follow, reads
 * them. Blocks its (virtual) thread, keeps no state of its own and knows nothing of Kafka.
 *
 * @param <T> type of the entries
 */
public final class Poller<T> {
    /** Option of a source: why robots.txt is not asked. */
    public static final String IGNORE_ROBOTS = "robots.ignore";

    private final Fetcher fetcher;
    private final Robots robots;
    private final HostPace pace;
    private final Function<String, @Nullable Reader<T>> readers;
    private final Secrets secrets;
    private final InstantSource clock;
    private final Waiting waiting;

    public Poller(
            Fetcher fetcher,
            Robots robots,
            HostPace pace,
            Function<String, @Nullable Reader<T>> readers,
            Secrets secrets,
            InstantSource clock,
            Waiting waiting) {
        this.fetcher = fetcher;
        this.robots = robots;
        this.pace = pace;
        this.readers = readers;
        this.secrets = secrets;
        this.clock = clock;
        this.waiting = waiting;
    }

    /** Runs the poll. The pace of the source's host was taken by the caller for the first request. */
    public Polled<T> poll(Order order) throws InterruptedException {
        Instant started = clock.instant();
        Source source = order.source();
        Reader<T> reader = readers.apply(source.getKind());
        Secrets.Found secret = secrets.headers(source);
        if (reader == null || secret.missing() != null) {
            String why = reader == null ? "no reader for kind '" + source.getKind() + "'" : secret.missing();
            Refused refused = new Refused(
                    HealthState.BAD_SOURCE, String.valueOf(why), null, Exchange.none(source.getUrl(), started));
            return new Polled<>(order, started, refused, List.of(), refused.state(), refused.reason(), false, Map.of());
        }
        boolean goesOn = !order.resume().isEmpty();
        List<String> addresses = goesOn ? order.resume() : reader.requests(source, started);
        PollPages<T> pages = new PollPages<>(
                source,
                reader,
                addresses,
                Math.max(1, order.most() - order.confirm().size()));
        pages.add(order.reread());
        boolean conditional = !goesOn && addresses.size() == 1 && order.reread().isEmpty();
        while (pages.next() instanceof String url) {
            Request request = Request.feed(url, source.getAllowPrivate())
                    .with(secret.headers(), source.getUrl())
                    .onlyIfChanged(conditional && pages.isFirst() ? order.validators() : Validators.NONE);
            pages.take(ask(request, source, pages.isFirst()), clock.instant());
        }
        return pages.polled(order, started, pages.broken() ? Map.of() : confirm(order));
    }

    /** Fetches the pages of entries and makes articles of them; ends early when the host has had enough. */
    public Polled<T> pages(Polled<T> polled, Map<String, T> wanted, Desk<T, ?> desk) throws InterruptedException {
        Source source = polled.order().source();
        Map<String, PageRead> articles = new LinkedHashMap<>();
        for (Map.Entry<String, T> page : wanted.entrySet()) {
            Request request =
                    Request.feed(page.getKey(), source.getAllowPrivate()).accepting(Request.PAGE);
            Fetched fetched = ask(request, source, false);
            if (fetched instanceof Answer answer) {
                Article article = desk.elaborate(page.getValue(), answer.payload(), source, clock.instant());
                articles.put(page.getKey(), new PageRead(article, answer.validators()));
            } else if (fetched instanceof Refused refused && refused.retryAfter() != null) {
                pace.pause(HostKey.of(page.getKey()), clock.instant().plus(refused.retryAfter()));
                break;
            }
        }
        return polled.with(Set.copyOf(wanted.keySet()), articles);
    }

    /** Looks at pages again, each under its validators; leaves hosts alone that want to be. */
    public List<Look> look(List<PageCheck> checks, Source source, Desk<T, ?> desk) throws InterruptedException {
        List<Look> looks = new ArrayList<>();
        for (PageCheck check : checks) {
            String host = HostKey.of(check.getUrl());
            if (pace.isPaused(host, clock.instant())) {
                looks.add(new Look(check, null, null));
                continue;
            }
            Request request = Request.feed(check.getUrl(), source.getAllowPrivate())
                    .accepting(Request.PAGE)
                    .onlyIfChanged(new Validators(check.getEtag(), check.getLastModified()));
            Fetched fetched = ask(request, source, false);
            if (fetched instanceof Refused refused && refused.retryAfter() != null) {
                pace.pause(host, clock.instant().plus(refused.retryAfter()));
            }
            Article article = fetched instanceof Answer answer
                    ? desk.reread(check, answer.payload(), source, clock.instant())
                    : null;
            looks.add(new Look(check, fetched, article));
        }
        return looks;
    }

    private Fetched ask(Request request, Source source, boolean first) throws InterruptedException {
        Manners manners = Manners.of(source);
        if (!source.getOptions().containsKey(IGNORE_ROBOTS)) {
            Robots.Verdict verdict = robots.check(request.url(), source.getAllowPrivate());
            if (verdict.objection() != null) {
                return verdict.objection();
            }
            manners = manners.atLeast(verdict.delay());
            pace.slow(HostKey.of(request.url()), first ? verdict.delay() : Duration.ZERO, clock.instant());
        }
        if (!first) {
            waiting.until(pace.reserve(HostKey.of(request.url()), manners, clock.instant()));
        }
        return fetcher.fetch(request);
    }

    private Map<String, Integer> confirm(Order order) throws InterruptedException {
        Map<String, Integer> statuses = new LinkedHashMap<>();
        for (String url : order.confirm()) {
            Request request =
                    Request.feed(url, order.source().getAllowPrivate()).accepting(Request.PAGE);
            statuses.put(
                    url,
                    switch (ask(request, order.source(), false)) {
                        case Answer answer -> answer.exchange().status();
                        case NotModified same -> same.exchange().status();
                        case Refused refused -> refused.exchange().status();
                    });
        }
        return statuses;
    }
}
