package org.tallywire.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.Random;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.Topology;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.CourtRecord;
import org.tallywire.avro.Stream;
import org.tallywire.ingest.courts.CourtReaders;
import org.tallywire.ingest.feed.NewsReader;
import org.tallywire.ingest.fetch.Fetcher;
import org.tallywire.ingest.fetch.HttpFetcher;
import org.tallywire.ingest.fetch.Robots;
import org.tallywire.ingest.page.ArticleReader;
import org.tallywire.ingest.poll.CourtDesk;
import org.tallywire.ingest.poll.FirstPolls;
import org.tallywire.ingest.poll.HostPace;
import org.tallywire.ingest.poll.Network;
import org.tallywire.ingest.poll.NewsDesk;
import org.tallywire.ingest.poll.Poller;
import org.tallywire.ingest.poll.Secrets;
import org.tallywire.ingest.poll.Waiting;
import org.tallywire.ingest.read.FeedItem;
import org.tallywire.ingest.read.Reader;
import org.tallywire.schemas.Environment;
import org.tallywire.schemas.Registry;
import org.tallywire.schemas.Service;
import org.tallywire.schemas.http.Metrics;
import org.tallywire.schemas.stream.StreamsService;

/** One running ingest service: ingest-news or ingest-courts. */
public final class Ingest implements Service {
    private final HttpFetcher fetcher;
    private final ExecutorService executor = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("poll-", 0).factory());
    private final StreamsService service;
    private final AtomicBoolean closed = new AtomicBoolean();

    private Ingest(IngestSettings settings, Metrics metrics) {
        InstantSource clock = InstantSource.system();
        fetcher = new HttpFetcher(settings.fetch(), clock);
        Registry registry = Registry.of(settings.streams().registry());
        Network network = new Network();
        Shared shared = new Shared(fetcher, executor, clock, network, metrics);
        Topology topology = topology(settings, shared, registry);
        service = StreamsService.start(settings.streams(), topology, metrics, network::verdict);
    }

    /** Starts ingest-news or ingest-courts with the settings of the environment. */
    public static Service start(Environment env, Stream stream) {
        IngestSettings settings = env.checked(IngestSettings.from(env, stream));
        return start(settings, Metrics.of(settings.streams().service()));
    }

    /** Starts the service. */
    public static Ingest start(IngestSettings settings, Metrics metrics) {
        return new Ingest(settings, metrics);
    }

    /** The topology with everything that it polls by; the service and tests over a recorded web call the same. */
    public static Topology topology(
            IngestSettings settings, Fetcher fetcher, Executor executor, InstantSource clock, Registry registry) {
        Metrics metrics = Metrics.of(settings.streams().service());
        return topology(settings, new Shared(fetcher, executor, clock, new Network(), metrics), registry);
    }

    /** What a process has once. */
    private record Shared(Fetcher fetcher, Executor executor, InstantSource clock, Network network, Metrics metrics) {}

    private static Topology topology(IngestSettings settings, Shared shared, Registry registry) {
        return settings.stream() == Stream.COURTS
                ? topology(Line.courts(new CourtDesk()), courtReaders(), settings, shared, registry)
                : topology(
                        Line.news(new NewsDesk(new ArticleReader()::read, settings.pageTimes())),
                        newsReaders(),
                        settings,
                        shared,
                        registry);
    }

    private static <T, V extends SpecificRecord> Topology topology(
            Line<T, V> line,
            Function<String, @Nullable Reader<T>> readers,
            IngestSettings settings,
            Shared shared,
            Registry registry) {
        HostPace pace = new HostPace();
        InstantSource clock = shared.clock();
        Robots robots = new Robots(shared.fetcher(), settings.fetch().product(), clock);
        Secrets secrets = new Secrets(settings.secrets());
        Poller<T> poller =
                new Poller<>(shared.fetcher(), robots, pace, readers, secrets, clock, Waiting.sleeping(clock));
        Polling<T> polling = new Polling<>(
                poller,
                shared.executor(),
                pace,
                new FirstPolls(),
                shared.network(),
                PollMetrics.of(shared.metrics()),
                new Random(),
                settings.open());
        return IngestTopology.build(line, polling, registry);
    }

    private static Function<String, @Nullable Reader<FeedItem>> newsReaders() {
        NewsReader reader = new NewsReader();
        return kind -> kind.equals("rss") ? reader : null;
    }

    private static Function<String, @Nullable Reader<CourtRecord>> courtReaders() {
        return kind -> CourtReaders.of(kind).orElse(null);
    }

    @Override
    public String name() {
        return service.name();
    }

    @Override
    public String alive() {
        return service.alive();
    }

    @Override
    public String ready() {
        return service.ready();
    }

    @Override
    public String address() {
        return service.address();
    }

    @Override
    public boolean await() throws InterruptedException {
        return service.await();
    }

    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        service.close();
        executor.shutdownNow();
        try {
            fetcher.close();
        } catch (IOException e) {
            throw new UncheckedIOException("connections did not close", e);
        }
    }
}
