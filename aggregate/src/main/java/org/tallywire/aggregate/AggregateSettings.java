package org.tallywire.aggregate;

import java.nio.file.Path;
import java.util.List;
import org.tallywire.aggregate.series.Series;
import org.tallywire.aggregate.series.SeriesFile;
import org.tallywire.schemas.Environment;
import org.tallywire.schemas.stream.StreamsSettings;

/**
 * Settings of the aggregate service.
 *
 * @param streams what every Streams service has
 * @param series SERIES_FILE, default the bundled series.yaml: what is counted
 */
public record AggregateSettings(StreamsSettings streams, List<Series> series) {
    /** From environment variables. */
    public static AggregateSettings from(Environment env) {
        return new AggregateSettings(StreamsSettings.from(env, "aggregate"), series(env));
    }

    private static List<Series> series(Environment env) {
        String file = env.text("SERIES_FILE", "");
        try {
            return file.isEmpty() ? SeriesFile.bundled() : SeriesFile.read(Path.of(file));
        } catch (IllegalArgumentException e) {
            env.problem("SERIES_FILE=" + file + ": " + e.getMessage());
            return List.of();
        }
    }
}
