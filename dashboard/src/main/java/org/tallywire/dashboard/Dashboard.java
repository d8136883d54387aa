package org.tallywire.dashboard;

import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tallywire.dashboard.view.View;
import org.tallywire.dashboard.web.PageServer;
import org.tallywire.schemas.Environment;
import org.tallywire.schemas.Registry;
import org.tallywire.schemas.Service;
import org.tallywire.schemas.http.Metrics;

/** The dashboard as a running service: a feed that fills the view, and a server that shows it. */
public final class Dashboard implements Service {
    private static final Logger LOG = LoggerFactory.getLogger(Dashboard.class);

    private final TopicFeed feed;
    private final PageServer server;
    private final KafkaClientMetrics clientMetrics;

    private Dashboard(TopicFeed feed, PageServer server, KafkaClientMetrics clientMetrics) {
        this.feed = feed;
        this.server = server;
        this.clientMetrics = clientMetrics;
    }

    /** Starts it with the settings of the environment. */
    public static Service start(Environment env) {
        return start(env.checked(DashboardSettings.from(env)), Metrics.of("dashboard"));
    }

    /**
     * Starts it. The page is there at once and says what it waits for; topics may come later.
     *
     * @throws UncheckedIOException if the address is taken
     */
    public static Dashboard start(DashboardSettings settings, Metrics metrics) {
        View view = new View(settings.limits());
        TopicFeed feed = new TopicFeed(settings, new RecordReader(Registry.of(settings.registry())), view);
        KafkaClientMetrics clientMetrics = new KafkaClientMetrics(feed.consumer());
        clientMetrics.bindTo(metrics.registry());
        ViewMetrics viewMetrics = new ViewMetrics(view, metrics);
        try {
            InetSocketAddress address = new InetSocketAddress(settings.httpHost(), settings.httpPort());
            PageServer server = new PageServer(address, view, feed, viewMetrics::text);
            feed.start();
            Dashboard dashboard = new Dashboard(feed, server, clientMetrics);
            LOG.info("dashboard started: the page is at {}", dashboard.address());
            return dashboard;
        } catch (IOException e) {
            clientMetrics.close();
            throw new UncheckedIOException("cannot listen on " + settings.httpHost() + ":" + settings.httpPort(), e);
        }
    }

    @Override
    public String name() {
        return "dashboard";
    }

    @Override
    public String alive() {
        return feed.alive();
    }

    /** Empty once the page shows everything that stood in the topics at the start, else what it waits for. */
    @Override
    public String ready() {
        return feed.alive().isEmpty() ? feed.ready() : feed.alive();
    }

    /** Address of the page, {@code http://host:port}. */
    @Override
    public String address() {
        InetSocketAddress at = server.address();
        return "http://" + at.getHostString() + ":" + at.getPort();
    }

    /** Waits until the dashboard is closed (true) or has failed (false). */
    @Override
    public boolean await() throws InterruptedException {
        return feed.await();
    }

    @Override
    public void close() {
        server.close();
        feed.close();
        clientMetrics.close();
    }
}
