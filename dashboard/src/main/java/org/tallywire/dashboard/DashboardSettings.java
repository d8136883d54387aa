package org.tallywire.dashboard;

import org.tallywire.dashboard.view.ViewLimits;
import org.tallywire.schemas.Environment;
import org.tallywire.schemas.stream.ClientConfig;

/**
 * Settings of the dashboard.
 *
 * @param bootstrap KAFKA_BOOTSTRAP, default localhost:9092
 * @param registry REGISTRY_URL, default http://localhost:8081
 * @param httpHost HTTP_HOST, default 127.0.0.1: nobody else sees the page unless told otherwise; 0.0.0.0 in a container
 * @param httpPort HTTP_PORT, default 8080; 0: any free one
 * @param client CLIENT_CONFIG, default none: file with client properties such as sasl.jaas.config
 * @param limits MAX_SERIES (5000), MAX_DAYS (300000, of all series), MAX_CLAIMS (20000), MAX_ALERTS (5000): how much is
 *     held in memory
 */
public record DashboardSettings(
        String bootstrap, String registry, String httpHost, int httpPort, ClientConfig client, ViewLimits limits) {

    /** From environment variables. */
    public static DashboardSettings from(Environment env) {
        ViewLimits usual = ViewLimits.USUAL;
        return new DashboardSettings(
                env.text("KAFKA_BOOTSTRAP", "localhost:9092"),
                env.text("REGISTRY_URL", "http://localhost:8081"),
                env.text("HTTP_HOST", "127.0.0.1"),
                env.number("HTTP_PORT", 8080, 0, 65_535),
                ClientConfig.from(env),
                new ViewLimits(
                        env.number("MAX_SERIES", usual.series(), 1, 1_000_000),
                        env.number("MAX_DAYS", usual.days(), 1, 100_000_000),
                        env.number("MAX_CLAIMS", usual.claims(), 1, 10_000_000),
                        env.number("MAX_ALERTS", usual.alerts(), 1, 10_000_000),
                        usual.sources(),
                        usual.failureReasons()));
    }
}
