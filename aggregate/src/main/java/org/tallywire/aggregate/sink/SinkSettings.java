package org.tallywire.aggregate.sink;

import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.tallywire.schemas.Environment;
import org.tallywire.schemas.stream.StreamsSettings;

/**
 * Settings of the sink service.
 *
 * @param kafka broker, registry, health address and client properties, as for every service
 * @param url POSTGRES_URL, default jdbc:postgresql://localhost:5432/tallywire
 * @param user POSTGRES_USER, default tallywire
 * @param password POSTGRES_PASSWORD or POSTGRES_PASSWORD_FILE; null: none
 * @param batch SINK_BATCH, default 5000: records in one transaction at most
 */
public record SinkSettings(
        StreamsSettings kafka,
        String url,
        String user,
        @Nullable String password,
        int batch) {
    /** From environment variables. */
    public static SinkSettings from(Environment env) {
        return new SinkSettings(
                StreamsSettings.from(env, "sink"),
                env.text("POSTGRES_URL", "jdbc:postgresql://localhost:5432/tallywire"),
                env.text("POSTGRES_USER", "tallywire"),
                env.secret("POSTGRES_PASSWORD"),
                env.number("SINK_BATCH", 5000, 1, 50_000));
    }

    Properties database() {
        Properties properties = new Properties();
        properties.put("user", user);
        if (password != null) {
            properties.put("password", password);
        }
        properties.put("ApplicationName", "tallywire-sink");
        return properties;
    }

    @Override
    public String toString() {
        return "SinkSettings[" + url + ", " + user + "]";
    }
}
