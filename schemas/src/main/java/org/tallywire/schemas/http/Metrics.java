package org.tallywire.schemas.http;

import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

/**
 * The metrics of one service. Names are {@code tallywire_<what>_<unit>}, labels only from closed sets.
 *
 * @param registry where meters are registered
 */
public record Metrics(PrometheusMeterRegistry registry) {
    /** A registry with the JVM's own figures and the service as common label. */
    public static Metrics of(String service) {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        registry.config().commonTags("service", service);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        new JvmGcMetrics().bindTo(registry);
        return new Metrics(registry);
    }

    /** Counts one more of something; the tags are pairs of name and value. */
    public void count(String name, String... tags) {
        registry.counter(name, tags).increment();
    }

    /** Everything in the Prometheus text format. */
    public String text() {
        return registry.scrape();
    }
}
