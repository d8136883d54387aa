package org.tallywire.schemas.stream;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tallywire.avro.Failure;
import org.tallywire.schemas.http.Metrics;

/**
 * Tells of what a service sets aside: counts it as {@code tallywire_<service>_failures_total{stage,reason}} and writes a
 * log line with source, document and place. The same source, stage and reason is told once in ten minutes, then with how
 * often it came. Neither detail nor sample is logged: they may quote the input.
 */
public final class SetAside {
    private static final Logger LOG = LoggerFactory.getLogger(SetAside.class);
    private static final Duration QUIET = Duration.ofMinutes(10);
    private static final int REMEMBERED = 1_000;

    private final Metrics metrics;
    private final InstantSource clock;
    private final LinkedHashMap<String, Told> told = new LinkedHashMap<>();

    private record Told(Instant at, int since) {}

    public SetAside(Metrics metrics, InstantSource clock) {
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Counts the failure and tells of it. */
    public synchronized void note(Failure failure) {
        metrics.count("failures", "stage", failure.getStage(), "reason", failure.getReason());
        String what = failure.getSource() + "|" + failure.getStage() + "|" + failure.getReason();
        Told before = told.get(what);
        if (before != null && clock.instant().isBefore(before.at().plus(QUIET))) {
            told.put(what, new Told(before.at(), before.since() + 1));
            return;
        }
        told.remove(what);
        told.put(what, new Told(clock.instant(), 0));
        if (told.size() > REMEMBERED) {
            told.pollFirstEntry();
        }
        line(failure, before == null ? 0 : before.since());
    }

    private static void line(Failure failure, int repeated) {
        LOG.atWarn()
                .addKeyValue("event", "set_aside")
                .addKeyValue("service", failure.getService())
                .addKeyValue("stage", failure.getStage())
                .addKeyValue("reason", failure.getReason())
                .addKeyValue("source", failure.getSource())
                .addKeyValue("document", failure.getDocument())
                .addKeyValue("topic", failure.getTopic())
                .addKeyValue("partition", failure.getPartition())
                .addKeyValue("offset", failure.getOffset())
                .addKeyValue("repeated", repeated)
                .log("set aside: {} {} {}", failure.getStage(), failure.getReason(), failure.getSource());
    }
}
