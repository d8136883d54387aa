package org.tallywire.schemas;

import java.time.Duration;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.tallywire.avro.Alert;
import org.tallywire.avro.Article;
import org.tallywire.avro.Claim;
import org.tallywire.avro.Contributions;
import org.tallywire.avro.CourtRecord;
import org.tallywire.avro.DayCell;
import org.tallywire.avro.Delivery;
import org.tallywire.avro.Entities;
import org.tallywire.avro.Failure;
import org.tallywire.avro.Source;
import org.tallywire.avro.SourceHealth;
import org.tallywire.avro.Tally;

/** The topic catalogue: every topic that passes between services, with all that an operator or consumer must know of it. */
public final class Topics {
    private static final int PARTITIONS = 4;
    private static final String COMPACT = "compact";
    private static final String DELETE = "delete";
    private static final long FOR_EVER = -1;
    private static final long DAYS_90 = Duration.ofDays(90).toMillis();

    public static final Topic<Source> SOURCES = compacted(
            "sources",
            Source.class,
            "source id",
            by("sources"),
            to("ingest-news", "ingest-courts", "sources"),
            "One feed or register that is polled.");
    public static final Topic<Article> ARTICLES = compacted(
            "news.articles",
            Article.class,
            "document id",
            by("ingest-news"),
            to("enrich"),
            "One article as last seen.");
    public static final Topic<CourtRecord> COURT_RECORDS = compacted(
            "court.records",
            CourtRecord.class,
            "document id",
            by("ingest-courts"),
            to("enrich"),
            "One register entry, without names.");
    public static final Topic<SourceHealth> SOURCE_HEALTH = compacted(
            "source.health",
            SourceHealth.class,
            "source id",
            by("ingest-news", "ingest-courts"),
            to("aggregate", "dashboard", "sink"),
            "How one source does.");
    public static final Topic<Entities> ENTITIES = compacted(
            "entities",
            Entities.class,
            "document id",
            by("enrich"),
            to("aggregate"),
            "Everything countable in one document.");
    public static final Topic<Contributions> CONTRIBUTIONS = compacted(
            "contributions",
            Contributions.class,
            "document id",
            by("aggregate"),
            to("sink"),
            "What one document adds to which series.");
    public static final Topic<DayCell> DAY_CELLS = compacted(
            "tallies.daily",
            DayCell.class,
            "series|day",
            by("aggregate"),
            to("dashboard", "sink"),
            "One series on one day.");
    public static final Topic<Tally> TALLIES = compacted(
            "tallies.rolling",
            Tally.class,
            "series|window",
            by("aggregate"),
            to("dashboard", "sink", "connect"),
            "A rolling window of a series.");
    public static final Topic<Claim> CLAIMS = compacted(
            "claims",
            Claim.class,
            "claim id",
            by("aggregate"),
            to("dashboard", "sink"),
            "One published number of one publisher.");
    public static final Topic<Alert> ALERTS = compacted(
            "alerts",
            Alert.class,
            "rule|series|first day",
            by("aggregate"),
            to("dashboard", "sink", "deliver"),
            "One episode of one rule.");
    public static final Topic<Delivery> DELIVERIES = new Topic<>(
            "alerts.deliveries",
            Delivery.class,
            "alert id",
            by("deliver"),
            to("deliver"),
            1,
            DELETE,
            DAYS_90,
            "One attempt to tell an endpoint of an alert.");
    public static final Topic<Failure> FAILURES = new Topic<>(
            "failures",
            Failure.class,
            "source or document id",
            by("ingest-news", "ingest-courts", "enrich", "aggregate", "sink", "deliver"),
            to("dashboard"),
            1,
            DELETE,
            DAYS_90,
            "Bad input that was set aside.");

    private Topics() {}

    /** All topics, in the order of the flow. */
    public static List<Topic<? extends SpecificRecord>> all() {
        return List.of(
                SOURCES,
                ARTICLES,
                COURT_RECORDS,
                SOURCE_HEALTH,
                ENTITIES,
                CONTRIBUTIONS,
                DAY_CELLS,
                TALLIES,
                CLAIMS,
                ALERTS,
                DELIVERIES,
                FAILURES);
    }

    private static <V extends SpecificRecord> Topic<V> compacted(
            String name, Class<V> value, String key, List<String> writers, List<String> readers, String about) {
        return new Topic<>(name, value, key, writers, readers, PARTITIONS, COMPACT, FOR_EVER, about);
    }

    private static List<String> by(String... writers) {
        return List.of(writers);
    }

    private static List<String> to(String... readers) {
        return List.of(readers);
    }
}
