package org.tallywire.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tallywire.aggregate.flow.AggregateTopology;
import org.tallywire.aggregate.series.SeriesFile;
import org.tallywire.avro.Alert;
import org.tallywire.avro.AlertState;
import org.tallywire.avro.Article;
import org.tallywire.avro.Claim;
import org.tallywire.avro.CourtRecord;
import org.tallywire.avro.Entities;
import org.tallywire.avro.Mode;
import org.tallywire.avro.Source;
import org.tallywire.avro.Stream;
import org.tallywire.enrich.EnrichTopology;
import org.tallywire.enrich.Extractor;
import org.tallywire.ingest.Ingest;
import org.tallywire.ingest.IngestSettings;
import org.tallywire.schemas.AvroJson;
import org.tallywire.schemas.Environment;
import org.tallywire.schemas.Topic;
import org.tallywire.schemas.Topics;
import org.tallywire.schemas.stream.StreamsSettings;

/** Takes one article and one court record through every service and compares each hand-over with the folder walk/. */
class WalkTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path WALK = Path.of("../walk");
    private static final List<String> TIMES =
            List.of("fetchedAt", "firstSeen", "updatedAt", "lastChange", "startsAt", "resolvedAt", "validUntil", "at");

    private final SampleClock clock = new SampleClock(Instant.parse("2026-04-09T09:00:00Z"));

    @TempDir
    private Path dir;

    @Test
    void anArticleFromFeedToClaim() throws IOException {
        Source source = source("herald", Stream.NEWS, "rss", "https://herald.example/feed")
                .setOutlet("herald")
                .setZone("Europe/Kyiv")
                .build();
        Recorded web = recorded("article/0-feed.xml", source, "application/rss+xml; charset=utf-8");
        Article article = polled(web, source, Topics.ARTICLES);
        Entities entities = enriched(Topics.ARTICLES, article.getId(), article);
        check("article/1-source.json", source);
        check("article/2-document.json", article);
        check("article/3-entities.json", entities);
        try (Stop aggregate = aggregate()) {
            aggregate.put(Topics.ENTITIES, entities.getDocumentId(), entities);
            aggregate.pass(3);
            check("article/4-contributions.json", only(aggregate.take(Topics.CONTRIBUTIONS)));
            check(
                    "article/5-day-cell.json",
                    aggregate.take(Topics.DAY_CELLS).get("news.mentions{statute=ru/uk/a337}|2026-04-09"));
            Claim claim = aggregate.take(Topics.CLAIMS).values().stream()
                    .filter(c -> Double.valueOf(312).equals(c.getValue()))
                    .findFirst()
                    .orElse(null);
            check("article/6-claim.json", claim);
        }
    }

    @Test
    void aCourtRecordFromRegisterToAlert() throws IOException {
        Source source = source("register", Stream.COURTS, "csv", "https://register.example/cases.csv")
                .setZone("Europe/Moscow")
                .setOptions(Map.of("column.case", "case_number", "column.statute", "statute"))
                .build();
        Recorded web = recorded("court/0-register.csv", source, "text/csv; charset=utf-8");
        CourtRecord record = polled(web, source, Topics.COURT_RECORDS);
        Entities entities = enriched(Topics.COURT_RECORDS, record.getId(), record);
        check("court/1-source.json", source);
        check("court/2-document.json", record);
        check("court/3-entities.json", entities);
        try (Stop aggregate = aggregate()) {
            history(aggregate, entities);
            aggregate.pass(3);
            aggregate.take(Topics.CONTRIBUTIONS);
            Entities live = Entities.newBuilder(entities).setMode(Mode.LIVE).build();
            aggregate.put(Topics.ENTITIES, live.getDocumentId(), live);
            aggregate.pass(3);
            check(
                    "court/4-contributions.json",
                    aggregate.take(Topics.CONTRIBUTIONS).get(live.getDocumentId()));
            check(
                    "court/5-day-cell.json",
                    aggregate.take(Topics.DAY_CELLS).get("court.filed{statute=ru/uk/a337/p5}|2026-04-09"));
            check("court/7-alert.json", firing(aggregate, live));
        }
    }

    /** Two cases a weekday for a year, so that twenty on one day stand out. */
    private static void history(Stop aggregate, Entities like) {
        LocalDate today = LocalDate.of(2026, 4, 9);
        for (int back = 365; back > 0; back--) {
            LocalDate day = today.minusDays(back);
            for (int i = 0; i < (day.getDayOfWeek().getValue() < 6 ? 2 : 0); i++) {
                put(aggregate, like, day, "past-" + back + "-" + i, Mode.BACKFILL);
            }
        }
    }

    private static Alert firing(Stop aggregate, Entities live) {
        IntStream.rangeClosed(1, 19)
                .forEach(i -> put(aggregate, live, LocalDate.of(2026, 4, 9), "burst-" + i, Mode.LIVE));
        aggregate.pass(5);
        Alert alert = aggregate.take(Topics.ALERTS).get("spike|court.filed{statute=ru/uk/a337}|2026-04-09");
        assertNotNull(alert, "twenty cases on one day are a spike");
        assertEquals(AlertState.FIRING, alert.getState());
        return alert;
    }

    private static void put(Stop aggregate, Entities like, LocalDate day, String id, Mode mode) {
        Entities one = Entities.newBuilder(like)
                .setDocumentId("court:generic:99GV0001:" + id)
                .setFiled(day)
                .setEventDate(day)
                .setMode(mode)
                .build();
        aggregate.put(Topics.ENTITIES, one.getDocumentId(), one);
    }

    private <V extends SpecificRecord> V polled(Recorded web, Source source, Topic<V> topic) {
        Environment env = new Environment(Map.of(
                "REGISTRY_URL",
                "memory:walk",
                "STATE_DIR",
                dir.resolve("ingest").toString()));
        IngestSettings settings = IngestSettings.from(env, source.getStream());
        try (Stop ingest = new Stop(
                Ingest.topology(settings, web, Runnable::run, clock, Stop.registry()), settings.streams(), clock)) {
            ingest.put(Topics.SOURCES, source.getId(), source);
            ingest.pass(180);
            return only(ingest.take(topic));
        }
    }

    private <V extends SpecificRecord> Entities enriched(Topic<V> topic, String key, V document) {
        StreamsSettings settings = Stop.settings("enrich", dir);
        try (Stop enrich =
                new Stop(EnrichTopology.build(settings.builder(), Stop.registry(), new Extractor()), settings, clock)) {
            enrich.put(topic, key, document);
            return only(enrich.take(Topics.ENTITIES));
        }
    }

    private Stop aggregate() {
        StreamsSettings settings = Stop.settings("aggregate", dir);
        return new Stop(
                AggregateTopology.build(settings.builder(), Stop.registry(), SeriesFile.bundled()), settings, clock);
    }

    private static Source.Builder source(String id, Stream stream, String kind, String url) {
        return Source.newBuilder().setId(id).setStream(stream).setKind(kind).setUrl(url);
    }

    private Recorded recorded(String file, Source source, String type) throws IOException {
        return new Recorded(source.getUrl(), type, Files.readAllBytes(WALK.resolve(file)), clock);
    }

    private static <V> V only(Map<String, V> values) {
        assertEquals(1, values.size(), () -> "one document in, one out: " + values.keySet());
        return values.values().iterator().next();
    }

    private static void check(String file, SpecificRecord value) throws IOException {
        assertNotNull(value, "nothing came to " + file);
        ObjectNode node = AvroJson.node(value);
        node.findParents("updatedAt").forEach(n -> ((ObjectNode) n).remove(TIMES));
        node.remove(TIMES);
        node.path("carriers").forEach(n -> ((ObjectNode) n).remove(TIMES));
        String text = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(node) + "\n";
        if (Boolean.getBoolean("walk.write")) {
            Files.writeString(WALK.resolve(file), text, StandardCharsets.UTF_8);
        }
        JsonNode expected = JSON.readTree(Files.readString(WALK.resolve(file)));
        assertEquals(expected, JSON.readTree(text), file);
    }
}
