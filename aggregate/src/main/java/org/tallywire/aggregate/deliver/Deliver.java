package org.tallywire.aggregate.deliver;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tallywire.avro.Alert;
import org.tallywire.avro.Delivery;
import org.tallywire.avro.Failure;
import org.tallywire.schemas.Environment;
import org.tallywire.schemas.Service;
import org.tallywire.schemas.Topics;
import org.tallywire.schemas.http.AddressGuard;
import org.tallywire.schemas.http.Metrics;
import org.tallywire.schemas.stream.ConsumerService;

/**
 * The deliver service: [alerts] to Alertmanager and webhooks. It loads both topics to their end before it tells anybody anything;
 * from then on each receiver has a thread of its own, so that none waits for another.
 */
public final class Deliver implements ConsumerService.Work {
    private static final Logger LOG = LoggerFactory.getLogger(Deliver.class);
    private static final Duration WEBHOOK_PAUSE = Duration.ofSeconds(1);

    private final DeliverSettings settings;
    private final Clock clock;
    private final AlertBook book;
    private final DeliveryLog log;
    private final Poster poster = new Poster(anywhere -> true);
    private final List<Alertmanager> alertmanagers;
    private final List<Webhook> webhooks;
    private final CountDownLatch stop = new CountDownLatch(1);
    private volatile boolean loaded;

    private Deliver(DeliverSettings settings, Clock clock, Metrics metrics) {
        this.settings = settings;
        this.clock = clock;
        this.book = new AlertBook(settings.tick());
        this.log = new DeliveryLog(settings.kafka(), metrics);
        alertmanagers = settings.alertmanagers().stream()
                .map(url -> new Alertmanager(url, poster, settings.tick(), this::quarantine))
                .toList();
        webhooks = settings.endpoints().stream()
                .map(endpoint -> new Webhook(endpoint, AddressGuard::isPublic, clock, log::write))
                .toList();
    }

    /** Starts the service with the settings of the environment. */
    public static Service start(Environment env) {
        return start(env.checked(DeliverSettings.from(env)), Clock.systemUTC(), Metrics.of("deliver"));
    }

    /** Starts the service inside this JVM. */
    public static Service start(DeliverSettings settings, Clock clock, Metrics metrics) {
        return ConsumerService.start(settings.kafka(), metrics, new Deliver(settings, clock, metrics));
    }

    @Override
    public void run(BooleanSupplier stopping) throws InterruptedException {
        try (log;
                poster;
                ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();
                TopicFeed<Alert> alerts = new TopicFeed<>(settings.kafka(), Topics.ALERTS, book::put)) {
            try {
                load(alerts);
                List<Future<?>> all = new ArrayList<>();
                webhooks.forEach(one ->
                        all.add(senders.submit(() -> repeat(WEBHOOK_PAUSE, () -> one.send(book.alerts())))));
                alertmanagers.forEach(one -> all.add(senders.submit(() -> repeat(settings.tick(), () -> post(one)))));
                while (!stopping.getAsBoolean()) {
                    alerts.poll();
                    all.forEach(Deliver::check);
                }
            } finally {
                stop.countDown();
            }
        } finally {
            webhooks.forEach(Webhook::close);
        }
    }

    private void load(TopicFeed<Alert> alerts) {
        try (TopicFeed<Delivery> past = new TopicFeed<>(
                settings.kafka(),
                Topics.DELIVERIES,
                (id, line) -> webhooks.forEach(webhook -> webhook.remember(line)))) {
            past.load();
        }
        alerts.load();
        loaded = true;
        LOG.info("deliver loaded {} alerts", book.alerts().size());
    }

    private void post(Alertmanager alertmanager) {
        alertmanager.post(book.postings(clock.instant()), clock.instant());
    }

    /** Runs the step again and again until the service stops. */
    private Void repeat(Duration pause, Runnable step) throws InterruptedException {
        do {
            step.run();
        } while (!stop.await(pause.toMillis(), TimeUnit.MILLISECONDS));
        return null;
    }

    /** An unexpected error of a sender is one of the service. */
    private static void check(Future<?> sender) {
        if (sender.isDone()) {
            try {
                sender.get();
            } catch (ExecutionException e) {
                throw new IllegalStateException("a sender has failed", e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void quarantine(Posting posting, Answer answer) {
        log.write(Failure.newBuilder()
                .setService("deliver")
                .setStage("deliver")
                .setDocument(posting.annotations().getOrDefault("id", ""))
                .setReason("REFUSED")
                .setDetail("Alertmanager: " + answer.status() + " " + answer.reason())
                .setSample(posting.labels().toString())
                .setAt(clock.instant())
                .build());
    }

    @Override
    public String ready() {
        return loaded
                ? alertmanagers.stream()
                        .map(Alertmanager::problem)
                        .filter(problem -> !problem.isEmpty())
                        .collect(Collectors.joining("; "))
                : "loading";
    }

    @Override
    public void wake() {
        stop.countDown();
    }
}
