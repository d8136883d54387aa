package org.tallywire.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.Topology;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.CourtRecord;
import org.tallywire.avro.Stream;
import org.tallywire.ingest.feed.NewsReader;
import org.tallywire.ingest.fetch.HttpFetcher;
import org.tallywire.ingest.fetch.Robots;
import org.tallywire.ingest.poll.CourtDesk;
import org.tallywire.ingest.poll.HostPace;
import org.tallywire.ingest.poll.NewsDesk;
import org.tallywire.ingest.poll.Poller;
import org.tallywire.ingest.poll.Secrets;
import org.tallywire.ingest.poll.Waiting;
import org.tallywire.ingest.read.FeedItem;
import org.tallywire.ingest.read.Reader;
import org.tallywire.schemas.Registry;
import org.tallywire.schemas.http.Metrics;
import org.tallywire.schemas.stream.StreamsService;

/** One running ingest service: ingest-news or ingest-courts. */
public final class Ingest implements AutoCloseable {
    private final HttpFetcher fetcher;
    private final ExecutorService executor = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("poll-", 0).factory());
    private final StreamsService service;
    private final AtomicBoolean closed = new AtomicBoolean();

    private Ingest(IngestSettings settings, Metrics metrics) {
        InstantSource clock = InstantSource.system();
        fetcher = new HttpFetcher(settings.fetch(), clock);
        Registry registry = Registry.of(settings.streams().registry());
        Topology topology = settings.stream() == Stream.COURTS
                ? topology(Line.courts(new CourtDesk(Ingest::changed)), courtReaders(), settings, clock, registry)
                : topology(Line.news(new NewsDesk(FeedText::of)), newsReaders(), settings, clock, registry);
        service = StreamsService.start(settings.streams(), topology, metrics);
    }

    /** Starts the service. */
    public static Ingest start(IngestSettings settings, Metrics metrics) {
        return new Ingest(settings, metrics);
    }

    private <T, V extends SpecificRecord> Topology topology(
            Line<T, V> line,
            Function<String, @Nullable Reader<T>> readers,
            IngestSettings settings,
            InstantSource clock,
            Registry registry) {
        HostPace pace = new HostPace();
        Robots robots = new Robots(fetcher, settings.fetch().product(), clock);
        Secrets secrets = new Secrets(settings.secrets());
        Poller<T> poller = new Poller<>(fetcher, robots, pace, readers, secrets, clock, Waiting.sleeping(clock));
        Polling<T> polling = new Polling<>(poller, executor, pace, new Random(), settings.open());
        return IngestTopology.build(line, polling, registry);
    }

    private static Function<String, @Nullable Reader<FeedItem>> newsReaders() {
        NewsReader reader = new NewsReader();
        return kind -> kind.equals("rss") ? reader : null;
    }

    private static Function<String, @Nullable Reader<CourtRecord>> courtReaders() {
        return kind -> null;
    }

    private static @Nullable CourtRecord changed(CourtRecord before, CourtRecord now) {
        return before.getContentHash().equals(now.getContentHash()) ? null : now;
    }

    /** The running service: state, address, waiting for its end. */
    public StreamsService service() {
        return service;
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

    /** Runs until the process is told to stop; exit code 1 when the service failed. */
    public static void main(String[] arguments) throws InterruptedException {
        IngestSettings settings = IngestSettings.from(System.getenv(), null);
        try (Ingest ingest = start(settings, Metrics.of(settings.streams().service()))) {
            Runtime.getRuntime().addShutdownHook(new Thread(ingest::close, "stop"));
            if (!ingest.service.await()) {
                System.exit(1);
            }
        }
    }
}
