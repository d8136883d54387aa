package org.tallywire.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tallywire.avro.Alert;
import org.tallywire.avro.AlertState;
import org.tallywire.avro.Claim;
import org.tallywire.avro.DayCell;
import org.tallywire.avro.HealthState;
import org.tallywire.avro.SourceHealth;
import org.tallywire.schemas.AvroJson;
import org.tallywire.schemas.Topic;
import org.tallywire.schemas.Topics;
import org.tallywire.standalone.command.SourcesCommand;
import org.tallywire.standalone.local.LocalCluster;
import org.tallywire.standalone.local.LocalPipeline;
import org.tallywire.standalone.sample.SampleServer;
import org.tallywire.standalone.sample.SampleSources;
import org.tallywire.standalone.sample.SampleTruth;
import org.tallywire.standalone.sample.SampleWorld;

/** Drives the sample world through the real broker, with a restart in the middle, and recounts what came out. */
class EndToEndTest {
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Duration ALL_HAS_HAPPENED = Duration.ofSeconds(58);

    private final Instant epoch = Instant.now();
    private final SampleClock clock = new SampleClock(epoch);
    private final SampleWorld world = new SampleWorld(11, epoch);
    private final SampleTruth truth = new SampleTruth(world);

    @Test
    void talliesClaimsAndAlertsAreWhatTheServedDocumentsSay(@TempDir Path data) throws Exception {
        try (SampleServer server = SampleServer.start(world, "127.0.0.1", 0, clock)) {
            try (LocalCluster cluster = LocalCluster.start(data, 0, 0, line -> {});
                    LocalPipeline pipeline = LocalPipeline.start(cluster, data, 0, Map.of(), line -> {})) {
                SourcesCommand.apply(SampleSources.at(server.address()), cluster.environment());
                pipeline.awaitReady();
                TopicReader topics = reader(cluster);
                await(
                        "some of the history has come in",
                        () -> !topics.latest(Topics.DAY_CELLS).isEmpty());
            }
            // stopped in the middle of the history; the next start goes on
            try (LocalCluster cluster = LocalCluster.start(data, 0, 0, line -> {});
                    LocalPipeline pipeline = LocalPipeline.start(cluster, data, 0, Map.of(), line -> {})) {
                TopicReader topics = reader(cluster);
                awaitCells(topics, "the whole history");
                registersArePolledAgain(topics);
                clock.advance(ALL_HAS_HAPPENED);
                awaitCells(topics, "the present");
                entitiesRecountToTheCells(topics);
                claimsAreCountedOnce(topics);
                theSpikeFires(topics);
                theDeadFeedIsSeen(topics);
                noNameCameThrough(topics);
                assertEquals("", pipeline.dead());
            }
        }
    }

    /** Only what comes after the first whole poll of a register is news, and its cards may be read in several. */
    private static void registersArePolledAgain(TopicReader topics) throws InterruptedException {
        Instant later = Instant.now().plusSeconds(8);
        await(
                "the registers are polled again",
                () -> Stream.of("sample-exnd", "sample-garrison", "sample-register")
                        .map(id -> topics.latest(Topics.SOURCE_HEALTH).get(id))
                        .allMatch(health -> health != null
                                && health.getLastSuccess() != null
                                && health.getLastSuccess().isAfter(later)));
    }

    private static TopicReader reader(LocalCluster cluster) {
        return new TopicReader(cluster.broker().bootstrap(), cluster.registry().address());
    }

    /** Cases filed, a cell for each statute and day: the registers' own lists against the topic. */
    private void awaitCells(TopicReader topics, String what) throws InterruptedException {
        Map<String, Long> expected = truth.filedByStatuteAndDay(clock.instant());
        assertFalse(expected.isEmpty());
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!cells(topics).equals(expected) && Instant.now().isBefore(deadline)) {
            Thread.sleep(Duration.ofMillis(500));
        }
        assertEquals("", differences(expected, cells(topics)), what);
    }

    private static String differences(Map<String, Long> expected, Map<String, Long> counted) {
        return Stream.concat(expected.keySet().stream(), counted.keySet().stream())
                .distinct()
                .filter(key -> !Objects.equals(expected.get(key), counted.get(key)))
                .limit(20)
                .map(key -> key + ": " + counted.get(key) + ", not " + expected.get(key))
                .collect(Collectors.joining("; "));
    }

    private static Map<String, Long> cells(TopicReader topics) {
        Map<String, Long> counts = new TreeMap<>();
        for (DayCell cell : topics.latest(Topics.DAY_CELLS).values()) {
            boolean byStatuteOnly = cell.getLabels().keySet().equals(Set.of("statute"));
            if (cell.getName().equals("court.filed") && byStatuteOnly && cell.getCount() != 0) {
                counts.put(cell.getLabels().get("statute") + "|" + cell.getDay(), cell.getCount());
            }
        }
        return counts;
    }

    /** What is said of the documents and what is counted are the same, also after the correction and the withdrawals. */
    private void entitiesRecountToTheCells(TopicReader topics) throws InterruptedException {
        await(
                "the listed articles and no other",
                () -> SampleTruth.articles(topics.latest(Topics.ENTITIES).values())
                        .equals(truth.listedArticles(clock.instant())));
        await(
                "a tombstone for the withdrawn article",
                () -> topics.all(Topics.ARTICLES).stream().anyMatch(r -> r.value() == null));
        await(
                "a revision of the corrected article",
                () -> topics.latest(Topics.ARTICLES).values().stream().anyMatch(a -> a.getRevision() > 1));
        Map<String, Long> recount =
                SampleTruth.filedByStatuteAndDay(topics.latest(Topics.ENTITIES).values());
        assertEquals("", differences(recount, cells(topics)));
    }

    /** The monthly figure that three outlets carry in three languages is one claim. */
    private void claimsAreCountedOnce(TopicReader topics) throws InterruptedException {
        await(
                "a claim with three carriers",
                () -> topics.latest(Topics.CLAIMS).values().stream()
                        .anyMatch(c -> c.getCarriers().size() >= 3));
        for (Claim claim : topics.latest(Topics.CLAIMS).values()) {
            claim.getCarriers().forEach(c -> assertFalse(c.getQuote().isEmpty(), claim.getId()));
        }
    }

    private void theSpikeFires(TopicReader topics) throws InterruptedException {
        await("the burst raises an alert", () -> firing(topics) != null, () -> told(topics));
        Alert alert = firing(topics);
        assertNotNull(alert);
        assertTrue(alert.getObserved() > alert.getExpected());
        assertFalse(alert.getEvidence().isEmpty(), "an alert leads to documents");
    }

    private static String told(TopicReader topics) {
        return topics.latest(Topics.ALERTS).values().stream()
                .map(alert -> alert.getState() + " " + alert.getId() + " with "
                        + alert.getSameBurst().size() + " others")
                .collect(Collectors.joining("; "));
    }

    private static Alert firing(TopicReader topics) {
        return topics.latest(Topics.ALERTS).values().stream()
                .filter(a -> a.getState() == AlertState.FIRING && a.getSeries().contains("ru/uk/a337"))
                .findFirst()
                .orElse(null);
    }

    private void theDeadFeedIsSeen(TopicReader topics) throws InterruptedException {
        await("the dead feed is told", () -> {
            SourceHealth health = topics.latest(Topics.SOURCE_HEALTH).get("sample-dying");
            return health != null && health.getState() == HealthState.SERVER_ERROR;
        });
    }

    /** Parties and judges stand in the served registers; nothing of them may stand in a topic. */
    private static void noNameCameThrough(TopicReader topics) {
        for (Topic<?> topic : Topics.all()) {
            for (ConsumerRecord<String, ? extends SpecificRecord> record : topics.all(topic)) {
                String text = record.key() + (record.value() == null ? "" : AvroJson.write(record.value()));
                for (String name : List.of("Примеров", "Судьин", " Doe", " Roe", " Poe", " Moe", " Noe")) {
                    assertFalse(text.contains(name), () -> topic.name() + ": " + text);
                }
            }
        }
    }

    private static void await(String what, BooleanSupplier condition) throws InterruptedException {
        await(what, condition, () -> "");
    }

    private static void await(String what, BooleanSupplier condition, Supplier<String> instead)
            throws InterruptedException {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!condition.getAsBoolean()) {
            assertTrue(Instant.now().isBefore(deadline), () -> "not in time: " + what + "; there is: " + instead.get());
            Thread.sleep(Duration.ofMillis(300));
        }
    }
}
