package org.tallywire.ingest;

import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.Stream;
import org.tallywire.ingest.fetch.FetchLimits;
import org.tallywire.ingest.fetch.FetchSettings;
import org.tallywire.schemas.Environment;
import org.tallywire.schemas.stream.StreamsSettings;

/**
 * Settings of an ingest service.
 *
 * @param stream which of the two services this is
 * @param streams settings of every Kafka Streams service
 * @param fetch USER_AGENT: product and contact, so that a site's owner can write to you; no blank
 * @param open POLLS_OPEN, default 256: polls open at once in one task
 * @param secrets secret of a name that a source mentions: variable SECRET_NAME, or the file that SECRET_NAME_FILE names
 */
public record IngestSettings(
        Stream stream,
        StreamsSettings streams,
        FetchSettings fetch,
        int open,
        Function<String, @Nullable String> secrets) {
    private static final String USER_AGENT = "Tallywire/0.1 (feed reader; its operator gave no contact)";

    /** From environment variables. */
    public static IngestSettings from(Environment env, Stream stream) {
        String service = stream == Stream.COURTS ? "ingest-courts" : "ingest-news";
        return new IngestSettings(
                stream,
                StreamsSettings.from(env, service),
                new FetchSettings(env.text("USER_AGENT", USER_AGENT), FetchLimits.DEFAULT),
                env.number("POLLS_OPEN", 256, 1, 10_000),
                name -> env.secret("SECRET_" + name.toUpperCase(Locale.ROOT).replace('-', '_')));
    }
}
