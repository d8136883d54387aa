package org.tallywire.dashboard;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.AlertState;
import org.tallywire.dashboard.view.FailureRow;
import org.tallywire.dashboard.view.SummaryRow;
import org.tallywire.dashboard.view.Tone;
import org.tallywire.dashboard.view.View;
import org.tallywire.schemas.http.Metrics;

/**
 * What the topics say, as gauges, so that one place shows the state of the whole: {@code tallywire_dashboard_sources{tone}},
 * {@code tallywire_dashboard_alerts{state}}, {@code tallywire_dashboard_set_aside{origin,stage,reason}}, {@code tallywire_dashboard_series},
 * {@code tallywire_dashboard_claims}, {@code tallywire_dashboard_newest_change_seconds} (Unix time of the latest change of anything).
 */
final class ViewMetrics {
    private final View view;
    private final Metrics metrics;
    private final MultiGauge sources;
    private final MultiGauge alerts;
    private final MultiGauge setAside;

    ViewMetrics(View view, Metrics metrics) {
        this.view = view;
        this.metrics = metrics;
        sources = MultiGauge.builder(metrics.name("sources")).register(metrics.registry());
        alerts = MultiGauge.builder(metrics.name("alerts")).register(metrics.registry());
        setAside = MultiGauge.builder(metrics.name("set_aside")).register(metrics.registry());
        Gauge.builder(metrics.name("series"), view, v -> v.summary().series()).register(metrics.registry());
        Gauge.builder(metrics.name("claims"), view, v -> v.summary().claims()).register(metrics.registry());
        Gauge.builder(metrics.name("records"), view, v -> v.summary().records()).register(metrics.registry());
        Gauge.builder(
                        metrics.name("newest_change_seconds"),
                        view,
                        v -> seconds(v.summary().newest()))
                .register(metrics.registry());
    }

    /** Everything in the Prometheus text format, as of now. */
    String text() {
        SummaryRow now = view.summary();
        sources.register(
                rows(
                        "tone",
                        now.sources(),
                        Arrays.stream(Tone.values()).map(Tone::name).toList()),
                true);
        alerts.register(
                rows(
                        "state",
                        now.alerts(),
                        Arrays.stream(AlertState.values()).map(AlertState::name).toList()),
                true);
        setAside.register(now.failures().stream().<Row<?>>map(ViewMetrics::row).toList(), true);
        return metrics.text();
    }

    /** A row for every value, also where nothing is: a rule can tell zero from absence. */
    private static List<Row<?>> rows(String label, Map<String, Long> counts, List<String> values) {
        return values.stream()
                .<Row<?>>map(value -> Row.of(Tags.of(label, value), counts.getOrDefault(value, 0L)))
                .toList();
    }

    /** The label is "origin", because "service" is the service that is scraped. */
    private static Row<?> row(FailureRow failure) {
        Tags tags = Tags.of("origin", failure.service(), "stage", failure.stage(), "reason", failure.reason());
        return Row.of(tags, failure.count());
    }

    private static double seconds(@Nullable Instant instant) {
        return instant == null ? 0 : instant.getEpochSecond();
    }
}
