package org.tallywire.aggregate.deliver;

import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tallywire.avro.Alert;
import org.tallywire.avro.Delivery;
import org.tallywire.avro.Failure;
import org.tallywire.schemas.Environment;
import org.tallywire.schemas.Service;
import org.tallywire.schemas.Topics;
import org.tallywire.schemas.http.HealthServer;
import org.tallywire.schemas.http.Metrics;

/** The deliver service: [alerts] to Alertmanager and webhooks. It loads both topics to their end before it tells anybody anything. */
public final class Deliver implements Service {
    private static final Logger LOG = LoggerFactory.getLogger(Deliver.class);
    private static final Duration WEBHOOK_PAUSE = Duration.ofSeconds(1);

    private final DeliverSettings settings;
    private final Clock clock;
    private final AlertBook book;
    private final DeliveryLog log;
    private final List<Alertmanager> alertmanagers;
    private final List<Webhook> webhooks;
    private final HealthServer health;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean stopping;
    private volatile boolean loaded;
    private volatile String failure = "";

    private Deliver(DeliverSettings settings, Clock clock, Metrics metrics) {
        this.settings = settings;
        this.clock = clock;
        this.book = new AlertBook(settings.tick());
        this.log = new DeliveryLog(settings.kafka(), metrics);
        HttpClient http = HttpClient.newBuilder()
                .connectTimeout(Duration.ofSeconds(3))
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        alertmanagers = settings.alertmanagers().stream()
                .map(url -> new Alertmanager(url, http, settings.tick(), this::quarantine))
                .toList();
        webhooks = settings.endpoints().stream()
                .map(endpoint -> new Webhook(endpoint, http, clock, log::write))
                .toList();
        health = HealthServer.start(
                settings.kafka().httpHost(), settings.kafka().httpPort(), metrics, this::alive, this::ready);
    }

    /** Starts the service with the settings of the environment. */
    public static Service start(Environment env) {
        return start(env.checked(DeliverSettings.from(env)), Clock.systemUTC(), Metrics.of("deliver"));
    }

    /** Starts the service inside this JVM. */
    public static Deliver start(DeliverSettings settings, Clock clock, Metrics metrics) {
        Deliver service = new Deliver(settings, clock, metrics);
        Thread.ofPlatform().name("deliver").start(service::run);
        return service;
    }

    private void run() {
        try (TopicFeed<Alert> alerts = new TopicFeed<>(settings.kafka(), Topics.ALERTS, book::put)) {
            try (TopicFeed<Delivery> past = new TopicFeed<>(
                    settings.kafka(),
                    Topics.DELIVERIES,
                    (id, line) -> webhooks.forEach(webhook -> webhook.remember(line)))) {
                past.load();
            }
            alerts.load();
            loaded = true;
            LOG.info("deliver loaded {} alerts", book.alerts().size());
            webhooks.forEach(webhook -> Thread.ofVirtual().start(() -> send(webhook)));
            Instant next = clock.instant();
            while (!stopping) {
                alerts.poll();
                if (!clock.instant().isBefore(next)) {
                    next = clock.instant().plus(settings.tick());
                    post();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("deliver stops: unexpected error", e);
            failure = e.toString();
        } finally {
            ended.countDown();
        }
    }

    private void post() throws InterruptedException {
        Instant now = clock.instant();
        List<Posting> postings = book.postings(now);
        for (Alertmanager alertmanager : alertmanagers) {
            alertmanager.post(postings, now);
        }
    }

    private void send(Webhook webhook) {
        try {
            while (!stopping) {
                webhook.send(book.alerts());
                Thread.sleep(WEBHOOK_PAUSE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("deliver stops: unexpected error", e);
            failure = e.toString();
            stopping = true;
        }
    }

    private void quarantine(Posting posting, Answer answer) {
        log.write(Failure.newBuilder()
                .setService("deliver")
                .setStage("deliver")
                .setDocument(posting.annotations().getOrDefault("id", ""))
                .setReason("REFUSED")
                .setDetail("Alertmanager: " + answer.status() + " " + answer.reason())
                .setAt(clock.instant())
                .build());
    }

    @Override
    public String name() {
        return "deliver";
    }

    @Override
    public String alive() {
        return failure;
    }

    @Override
    public String ready() {
        return !failure.isEmpty()
                ? failure
                : !loaded
                        ? "loading"
                        : alertmanagers.stream()
                                .map(Alertmanager::problem)
                                .filter(problem -> !problem.isEmpty())
                                .collect(Collectors.joining("; "));
    }

    @Override
    public String address() {
        return health.address();
    }

    @Override
    public boolean await() throws InterruptedException {
        ended.await();
        return failure.isEmpty();
    }

    @Override
    public void close() {
        stopping = true;
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        log.close();
        health.close();
    }
}
