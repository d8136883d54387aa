package org.tallywire.aggregate.deliver;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.tallywire.schemas.Environment;
import org.tallywire.schemas.stream.StreamsSettings;

/**
 * Settings of the deliver service.
 *
 * @param kafka broker, registry, health address and client properties, as for every service
 * @param alertmanagers ALERTMANAGER_URLS, default none: all peers, separated by commas; each is told everything
 * @param endpoints WEBHOOKS_FILE, default none: list of webhook endpoints
 * @param tick ALERT_TICK_SECONDS, default 60: how often firing alerts are posted again
 */
public record DeliverSettings(StreamsSettings kafka, List<URI> alertmanagers, List<Endpoint> endpoints, Duration tick) {
    /** From environment variables. */
    public static DeliverSettings from(Environment env) {
        return new DeliverSettings(
                StreamsSettings.from(env, "deliver"),
                alertmanagers(env),
                endpoints(env),
                Duration.ofSeconds(env.number("ALERT_TICK_SECONDS", 60, 1, 600)));
    }

    private static List<URI> alertmanagers(Environment env) {
        String urls = env.text("ALERTMANAGER_URLS", "");
        try {
            return Stream.of(urls.split(","))
                    .map(String::strip)
                    .filter(url -> !url.isEmpty())
                    .map(URI::create)
                    .toList();
        } catch (IllegalArgumentException e) {
            env.problem("ALERTMANAGER_URLS=" + urls + ": " + e.getMessage());
            return List.of();
        }
    }

    private static List<Endpoint> endpoints(Environment env) {
        String file = env.text("WEBHOOKS_FILE", "");
        try {
            return file.isEmpty() ? List.of() : EndpointFile.read(Path.of(file));
        } catch (IllegalArgumentException e) {
            env.problem("WEBHOOKS_FILE=" + e.getMessage());
            return List.of();
        }
    }
}
