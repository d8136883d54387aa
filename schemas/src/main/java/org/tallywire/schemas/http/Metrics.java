package org.tallywire.schemas.http;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.Map;

/**
 * The metrics of one service. Names are {@code tallywire_<service>_<what>_<unit>}; labels only from closed sets (topic,
 * stage, reason, language, ...), never an address, a document or a free text.
 *
 * @param registry where meters are registered
 * @param part first word of the service's name, e.g. ingest for ingest-news: the label {@code service} holds the whole
 */
public record Metrics(PrometheusMeterRegistry registry, String part) {
    /** Key under which {@code StreamsService} hands the metrics to what Kafka configures: processors and interceptors. */
    public static final String CONFIG = "tallywire.metrics";

    /** Where a step counts outside of a service, as in a topology test: nobody reads it. */
    public static final Metrics UNREAD = new Metrics(new PrometheusMeterRegistry(PrometheusConfig.DEFAULT), "none");

    /** A registry with the JVM's own figures and the service as common label. */
    public static Metrics of(String service) {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        registry.config().commonTags("service", service);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        new JvmGcMetrics().bindTo(registry);
        return new Metrics(registry, service.split("-", 2)[0]);
    }

    /**
     * The metrics of the service that a processor or an interceptor runs in; a processor asks with
     * {@code context.appConfigs()}.
     */
    public static Metrics in(Map<String, ?> configs) {
        return configs.get(CONFIG) instanceof Metrics metrics ? metrics : UNREAD;
    }

    /** {@code tallywire_<service>_<what>}; what ends with the unit, e.g. {@code lateness_days}. */
    public String name(String what) {
        return "tallywire_" + part + "_" + what;
    }

    /** Counts one more of something; the tags are pairs of name and value. */
    public void count(String what, String... tags) {
        add(what, 1, tags);
    }

    /** Counts some more of something. */
    public void add(String what, double amount, String... tags) {
        registry.counter(name(what), tags).increment(amount);
    }

    /** Notes how late something is counted, in whole days after its event day; nothing is late by less than 0. */
    public void late(long days) {
        DistributionSummary.builder(name("lateness_days"))
                .serviceLevelObjectives(1, 2, 7, 28, 365)
                .register(registry)
                .record(Math.max(0, days));
    }

    /** Everything in the Prometheus text format. */
    public String text() {
        return registry.scrape();
    }
}
