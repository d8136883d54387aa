package org.tallywire.aggregate.deliver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tallywire.avro.Alert;
import org.tallywire.avro.AlertState;
import org.tallywire.avro.Mode;
import org.tallywire.schemas.Service;
import org.tallywire.schemas.Topics;
import org.tallywire.schemas.local.LocalKafka;

/** The bridge between a real broker and a real Alertmanager: the container 0.28.1 and Debian's package, whichever there is. */
class DeliverIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Long enough for Alertmanager to tell of anything new. */
    private static final int QUIET_MILLIS = 6_000;

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    @ParameterizedTest
    @EnumSource(RealAlertmanager.Kind.class)
    void peopleHearOfEachBeginningAndEndOnceAndNeverOfHistory(RealAlertmanager.Kind kind, @TempDir Path dir)
            throws Exception {
        try (Receiver people = new Receiver(body -> 200);
                RealAlertmanager alertmanager = RealAlertmanager.start(kind, dir, people.address());
                LocalKafka kafka = new LocalKafka(dir)) {
            Map<String, String> settings = Map.of("ALERTMANAGER_URLS", alertmanager.url(), "ALERT_TICK_SECONDS", "1");
            put(kafka, alert("old").setState(AlertState.RESOLVED).setResolvedAt(now.minusSeconds(9_000)));
            put(kafka, alert("loaded").setMode(Mode.BACKFILL));
            put(kafka, alert("expired").setValidUntil(now.minusSeconds(1)));
            put(kafka, alert("one"));
            put(kafka, alert("two"));
            put(kafka, alert("feed").setRule("source-stale").setLabels(Map.of("source", "feed")));
            put(kafka, alert("held back").setSource("feed"));
            try (Service deliver = Deliver.start(kafka.environment(settings))) {
                LocalKafka.await("both rules are told", () -> people.bodies.size() == 2);
                assertEquals(List.of("firing feed", "firing one, firing two"), told(people), "one message a group");
                LocalKafka.await(
                        "the bridge knows that it was heard",
                        () -> deliver.ready().isEmpty());
                put(
                        kafka,
                        alert("one")
                                .setState(AlertState.RESOLVED)
                                .setUpdatedAt(now.plusSeconds(1))
                                .setResolvedAt(now));
                LocalKafka.await("the end is told", () -> people.bodies.size() == 3);
                assertTrue(
                        told(people).contains("firing two, resolved one"),
                        told(people).toString());
            }
            try (Service deliver = Deliver.start(kafka.environment(settings))) {
                LocalKafka.await("it is there again", () -> deliver.ready().isEmpty());
                quiet(people, "a restart of the bridge tells nothing again");
                alertmanager.restart();
                LocalKafka.await(
                        "and has heard again", () -> alertmanager.active().contains("two"));
                quiet(people, "nor does one of Alertmanager");
                put(kafka, alert("one"));
                Thread.sleep(3_000);
                put(
                        kafka,
                        alert("one")
                                .setState(AlertState.RESOLVED)
                                .setUpdatedAt(now.plusSeconds(1))
                                .setResolvedAt(now));
                quiet(people, "nor does the topic played from the beginning");
                assertFalse(alertmanager.active().contains("\"one\""), alertmanager.active());
                put(
                        kafka,
                        alert("two")
                                .setState(AlertState.RETRACTED)
                                .setUpdatedAt(now.plusSeconds(2))
                                .setResolvedAt(now));
                LocalKafka.await("what is retracted ends", () -> people.bodies.size() == 4);
            }
        }
    }

    private static void quiet(Receiver people, String why) throws InterruptedException {
        Thread.sleep(QUIET_MILLIS);
        assertEquals(3, people.bodies.size(), why + ": " + told(people));
    }

    /** Each message in words: state and series of its alerts. */
    private static List<String> told(Receiver people) {
        return people.bodies.stream().map(DeliverIT::words).sorted().toList();
    }

    private static String words(String body) {
        try {
            JsonNode alerts = JSON.readTree(body).path("alerts");
            return String.join(
                    ", ",
                    new TreeSet<>(StreamSupport.stream(alerts.spliterator(), false)
                            .map(alert -> alert.path("status").asText() + " "
                                    + alert.path("labels").path("series").asText())
                            .toList()));
        } catch (java.io.IOException e) {
            return body;
        }
    }

    private static void put(LocalKafka kafka, Alert.Builder alert) {
        Alert built = alert.build();
        kafka.put(Topics.ALERTS, built.getId(), built);
        kafka.flush();
    }

    private Alert.Builder alert(String series) {
        return AlertBookTest.alert()
                .setId("spike|" + series + "|2026-03-09")
                .setSeries(series)
                .setStartsAt(now)
                .setUpdatedAt(now)
                .setValidUntil(now.plusSeconds(9_000));
    }
}
