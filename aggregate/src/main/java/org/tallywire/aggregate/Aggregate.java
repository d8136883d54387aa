package org.tallywire.aggregate;

import org.apache.kafka.streams.Topology;
import org.tallywire.aggregate.flow.AggregateTopology;
import org.tallywire.schemas.Environment;
import org.tallywire.schemas.Registry;
import org.tallywire.schemas.http.Metrics;
import org.tallywire.schemas.stream.StreamsService;

/** The aggregate service: [entities] to tallies, claims and alerts. Ends with status 1 after an unexpected error. */
public final class Aggregate {
    private Aggregate() {}

    public static void main(String[] args) throws InterruptedException {
        Environment env = new Environment(System.getenv());
        AggregateSettings settings = env.checked(AggregateSettings.from(env));
        StreamsService service = start(settings, Metrics.of("aggregate"));
        Runtime.getRuntime().addShutdownHook(new Thread(service::close, "stop"));
        if (!service.await()) {
            System.exit(1);
        }
    }

    /** Starts the service inside this JVM. */
    public static StreamsService start(AggregateSettings settings, Metrics metrics) {
        Topology topology = AggregateTopology.build(
                settings.streams().builder(), Registry.of(settings.streams().registry()), settings.series());
        return StreamsService.start(settings.streams(), topology, metrics);
    }
}
