package org.tallywire.schemas.stream;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tallywire.schemas.Service;
import org.tallywire.schemas.http.HealthServer;
import org.tallywire.schemas.http.Metrics;

/**
 * One running service that reads topics with plain consumers, on a thread of its own, with health and metrics. An unexpected error
 * stops it, and {@link #await} returns false.
 */
public final class ConsumerService implements Service {
    private static final Logger LOG = LoggerFactory.getLogger(ConsumerService.class);
    private static final Duration CLOSE = Duration.ofSeconds(40);

    private final String name;
    private final Work work;
    private final BrokerProbe broker;
    private final HealthServer health;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean stopping;
    private volatile String failure = "";

    /** What a service does between start and stop. */
    public interface Work {
        /**
         * Works, and frees what it holds, until it is told to stop or is woken.
         *
         * @param stopping true as soon as the service is to stop
         */
        void run(BooleanSupplier stopping) throws InterruptedException;

        /** Empty when it does its work, else why not yet; asked from other threads. */
        String ready();

        /** Brings a run that waits back, by a WakeupException of its consumer or otherwise; called from another thread. */
        void wake();
    }

    private ConsumerService(StreamsSettings settings, Metrics metrics, Work work) {
        this.name = settings.service();
        this.work = work;
        broker = new BrokerProbe(settings.bootstrap(), settings.client());
        health = HealthServer.start(settings.httpHost(), settings.httpPort(), metrics, this::alive, this::ready);
    }

    /** Starts the work. */
    public static ConsumerService start(StreamsSettings settings, Metrics metrics, Work work) {
        ConsumerService service = new ConsumerService(settings, metrics, work);
        Thread.ofPlatform().name(service.name).start(service::run);
        LOG.info("{} started: health and metrics at {}", service.name, service.health.address());
        return service;
    }

    private void run() {
        try {
            work.run(() -> stopping);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (WakeupException e) {
            LOG.debug("{} was woken to stop", name);
        } catch (RuntimeException e) {
            LOG.error("{} stops: unexpected error", name, e);
            failure = e.toString();
        } finally {
            ended.countDown();
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String alive() {
        return failure;
    }

    @Override
    public String ready() {
        if (!failure.isEmpty()) {
            return failure;
        }
        return work.ready().isEmpty() ? broker.problem() : work.ready();
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
        work.wake();
        boolean clean = false;
        try {
            clean = ended.await(CLOSE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        health.close();
        broker.close();
        LOG.info("{} stopped{}", name, clean ? "" : " before its work was done");
    }
}
