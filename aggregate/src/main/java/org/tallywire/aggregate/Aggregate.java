package org.tallywire.aggregate;

import org.apache.kafka.streams.Topology;
import org.tallywire.aggregate.flow.AggregateTopology;
import org.tallywire.schemas.Environment;
import org.tallywire.schemas.Registry;
import org.tallywire.schemas.Service;
import org.tallywire.schemas.http.Metrics;
import org.tallywire.schemas.stream.StreamsService;

/** The aggregate service: [entities] to tallies, claims and alerts. */
public final class Aggregate {
    private Aggregate() {}

    /** Starts the service with the settings of the environment. */
    public static Service start(Environment env) {
        return start(env.checked(AggregateSettings.from(env)), Metrics.of("aggregate"));
    }

    /** Starts the service inside this JVM. */
    public static StreamsService start(AggregateSettings settings, Metrics metrics) {
        Topology topology = AggregateTopology.build(
                settings.streams().builder(), Registry.of(settings.streams().registry()), settings.series());
        return StreamsService.start(settings.streams(), topology, metrics);
    }
}
