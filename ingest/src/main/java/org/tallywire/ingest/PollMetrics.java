package org.tallywire.ingest;

import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import org.tallywire.avro.SourceState;
import org.tallywire.ingest.poll.Intake;
import org.tallywire.ingest.poll.Polled;
import org.tallywire.schemas.http.Metrics;

/**
 * Figures of an ingest service: {@code polls{state}}, {@code failed_polls{reason}}, {@code items{outcome}}, {@code
 * fetched_bytes}, {@code poll_lateness_seconds} (planned moment to first request).
 *
 * @param metrics where they are registered
 * @param lateness how late polls start
 */
record PollMetrics(Metrics metrics, Timer lateness) {
    static PollMetrics of(Metrics metrics) {
        return new PollMetrics(
                metrics,
                Timer.builder(metrics.name("poll_lateness"))
                        .publishPercentiles(0.5, 0.99)
                        .register(metrics.registry()));
    }

    void note(SourceState before, Polled<?> polled, Intake<?> intake) {
        metrics.count("polls", "state", polled.state().name());
        if (!polled.succeeded()) {
            metrics.count("failed_polls", "reason", polled.state().name());
        }
        metrics.add("fetched_bytes", polled.first().exchange().bytes());
        intake.counts().forEach(this::items);
        Instant planned = before.getHealth().getNextPoll();
        if (planned != null && !polled.started().isBefore(planned)) {
            lateness.record(Duration.between(planned, polled.started()));
        }
    }

    private void items(String outcome, long number) {
        metrics.add("items", number, "outcome", outcome);
    }
}
