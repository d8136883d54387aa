package org.tallywire.enrich;

import org.tallywire.schemas.Environment;
import org.tallywire.schemas.Registry;
import org.tallywire.schemas.Service;
import org.tallywire.schemas.http.Metrics;
import org.tallywire.schemas.stream.StreamsService;
import org.tallywire.schemas.stream.StreamsSettings;

/** The service enrich. */
public final class Enrich {
    /** Version of the rules that found what stands in [entities]; raised when they change what they find. */
    public static final String VERSION = "1";

    private Enrich() {}

    /** Starts it with the settings of the environment. */
    public static Service start(Environment env) {
        StreamsSettings settings = env.checked(StreamsSettings.from(env, "enrich"));
        Registry registry = Registry.of(settings.registry());
        return StreamsService.start(
                settings,
                EnrichTopology.build(settings.builder(), registry, new Extractor()),
                Metrics.of(settings.service()));
    }
}
