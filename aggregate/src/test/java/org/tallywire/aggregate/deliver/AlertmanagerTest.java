package org.tallywire.aggregate.deliver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tallywire.aggregate.watch.StaleSource;
import org.tallywire.avro.HealthState;
import org.tallywire.avro.SourceHealth;

class AlertmanagerTest {
    private static final Instant NOW = Instant.parse("2026-03-10T10:00:00Z");
    private final Poster poster = new Poster(anywhere -> true);
    private final List<Posting> quarantined = new ArrayList<>();

    @Test
    void aRefusedBatchIsSplitAndTheBadOneSetAsideForGood() throws Exception {
        try (Receiver receiver = new Receiver(body -> body.contains("\"s5\"") ? 400 : 200)) {
            Alertmanager alertmanager = alertmanager(receiver);
            alertmanager.post(postings(10), NOW);
            assertEquals(
                    List.of("s5"),
                    quarantined.stream().map(one -> one.labels().get("series")).toList());
            assertTrue(receiver.bodies.stream()
                            .filter(body -> !body.contains("\"s5\""))
                            .count()
                    >= 3);
            int before = receiver.bodies.size();
            alertmanager.post(postings(10), NOW.plusSeconds(60));
            assertEquals(before + 1, receiver.bodies.size(), "the rest goes in one batch from now on");
            assertEquals(1, quarantined.size(), "and it is set aside once");
            assertEquals("", alertmanager.problem());
        }
    }

    @Test
    void afterAFailureTheNextTryWaitsLongerEachTime() throws Exception {
        int[] status = {503};
        try (Receiver receiver = new Receiver(body -> status[0])) {
            Alertmanager alertmanager = alertmanager(receiver);
            for (int minute = 0; minute < 8; minute++) {
                alertmanager.post(postings(1), NOW.plusSeconds(60L * minute));
            }
            assertEquals(
                    3, receiver.bodies.size(), "at 0, 2 and 5 minutes: what fires must not end by itself meanwhile");
            assertFalse(alertmanager.problem().isEmpty());
            status[0] = 200;
            alertmanager.post(postings(1), NOW.plusSeconds(3600));
            alertmanager.post(postings(1), NOW.plusSeconds(3660));
            assertEquals(5, receiver.bodies.size());
            assertEquals("", alertmanager.problem());
        }
        assertEquals(List.of(), quarantined);
    }

    @Test
    void whatHoldsOthersBackIsThereBeforeThem() throws Exception {
        try (Receiver receiver = new Receiver(body -> 200)) {
            List<Posting> postings = new ArrayList<>(postings(2));
            Posting any = postings.getFirst();
            postings.add(new Posting(
                    Map.of("alertname", StaleSource.RULE), Map.of(), any.startsAt(), any.endsAt(), any.generatorURL()));
            alertmanager(receiver).post(postings, NOW);
            assertEquals(
                    List.of(true, false),
                    receiver.bodies.stream()
                            .map(body -> body.contains(StaleSource.RULE))
                            .toList());
        }
    }

    /** The source's alert and the spike's meet in the label that the rule compares, and the spike's own rule is a target. */
    @ParameterizedTest(name = "{1} of {0}: {2}")
    @CsvSource({"feed, spike, true", "other, spike, false", "feed, series-stopped, true", "feed, claim-jump, false"})
    void theRuleThatComesWithUsHoldsBackWhatAStaleSourceFed(String source, String rule, boolean held) throws Exception {
        JsonNode rules = new ObjectMapper(new YAMLFactory())
                .readTree(Path.of("../deploy/alertmanager/alertmanager.yml").toFile())
                .get("inhibit_rules");
        SourceHealth health = SourceHealth.newBuilder()
                .setSourceId("feed")
                .setState(HealthState.SILENT)
                .setLastNewItem(NOW.minus(Duration.ofDays(2)))
                .build();
        Map<String, String> stale = Labels.of(Objects.requireNonNull(StaleSource.next(null, health, NOW)));
        Map<String, String> spike =
                Labels.of(AlertBookTest.alert().setRule(rule).setSource(source).build());
        boolean any = false;
        for (JsonNode one : rules) {
            any |= matches(one.get("source_matchers"), stale)
                    && matches(one.get("target_matchers"), spike)
                    && StreamSupport.stream(one.path("equal").spliterator(), false)
                            .allMatch(label -> Objects.equals(stale.get(label.asText()), spike.get(label.asText())));
        }
        assertEquals(held, any);
    }

    private static boolean matches(JsonNode matchers, Map<String, String> labels) {
        return StreamSupport.stream(matchers.spliterator(), false).allMatch(matcher -> {
            String[] part = matcher.asText().split("=~?", 2);
            return labels.getOrDefault(part[0], "").matches(part[1].replace("\"", ""));
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 404, 408, 429, 500, 503})
    void whatIsNotTheAlertsFaultSetsNoneAside(int status) throws Exception {
        try (Receiver receiver = new Receiver(body -> status)) {
            Alertmanager alertmanager = alertmanager(receiver);
            alertmanager.post(postings(3), NOW);
            assertEquals(1, receiver.bodies.size());
            assertTrue(alertmanager.problem().contains("" + status), alertmanager.problem());
        }
        assertEquals(List.of(), quarantined);
    }

    @Test
    void nobodyThereIsAProblemAndNoError() {
        Alertmanager alertmanager = new Alertmanager(
                URI.create("http://127.0.0.1:1/"), poster, Duration.ofMinutes(1), (posting, answer) -> {});
        alertmanager.post(postings(1), NOW);
        assertFalse(alertmanager.problem().isEmpty());
    }

    private Alertmanager alertmanager(Receiver receiver) {
        return new Alertmanager(
                receiver.address(), poster, Duration.ofMinutes(1), (posting, answer) -> quarantined.add(posting));
    }

    private static List<Posting> postings(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Posting(
                        Map.of("alertname", "spike", "series", "s" + i),
                        Map.of(),
                        "2026-03-10T09:00:00Z",
                        "2026-03-10T10:04:00Z",
                        ""))
                .toList();
    }
}
