package org.tallywire.ingest;

import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.Stream;
import org.tallywire.ingest.fetch.FetchLimits;
import org.tallywire.ingest.fetch.FetchSettings;
import org.tallywire.ingest.poll.PageTimes;
import org.tallywire.schemas.Environment;
import org.tallywire.schemas.stream.StreamsSettings;

/**
 * Settings of an ingest service.
 *
 * @param stream which of the two services this is
 * @param streams settings of every Kafka Streams service
 * @param fetch USER_AGENT: product and contact, so that a site's owner can write to you; no blank
 * @param open POLLS_OPEN, default 256: polls open at once in one task
 * @param pageTimes PAGE_CHECK_HOURS, default 1,6,24,168: hours after its first sight when an article's page is looked at again; off: never
 * @param secrets secret of a name that a source mentions: variable SECRET_NAME, or the file that SECRET_NAME_FILE names
 */
public record IngestSettings(
        Stream stream,
        StreamsSettings streams,
        FetchSettings fetch,
        int open,
        PageTimes pageTimes,
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
                pageTimes(env),
                name -> env.secret("SECRET_" + name.toUpperCase(Locale.ROOT).replace('-', '_')));
    }

    private static PageTimes pageTimes(Environment env) {
        String hours = env.text("PAGE_CHECK_HOURS", PageTimes.USUAL);
        if (!hours.matches(PageTimes.SHAPE)) {
            env.problem("PAGE_CHECK_HOURS=" + hours + ": hours such as " + PageTimes.USUAL + ", or off, are wanted");
            return PageTimes.of(PageTimes.USUAL);
        }
        return PageTimes.of(hours);
    }
}
