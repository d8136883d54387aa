package org.tallywire.aggregate.deliver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tallywire.avro.Alert;
import org.tallywire.avro.AlertState;
import org.tallywire.avro.Evidence;
import org.tallywire.avro.Mode;
import org.tallywire.avro.Severity;

class AlertBookTest {
    private static final Instant NOW = Instant.parse("2026-03-10T10:00:00Z");
    private final AlertBook book = new AlertBook(Duration.ofMinutes(1));

    @Test
    void aFiringAlertIsPostedAgainAndAgainWithAnEndThatMoves() {
        book.put("a", alert().build());
        assertEquals(List.of("2026-03-10T10:04:00Z"), ends(NOW));
        assertEquals(List.of("2026-03-10T10:05:00Z"), ends(NOW.plusSeconds(60)));
    }

    @Test
    void anEndIsRepeatedForFiveMinutesAndThenForgotten() {
        book.put("a", alert().build());
        book.postings(NOW);
        book.put("a", alert().setState(AlertState.RESOLVED).setResolvedAt(NOW).build());
        assertEquals(List.of("2026-03-10T10:00:00Z"), ends(NOW.plusSeconds(60)), "the end that it names");
        assertEquals(List.of("2026-03-10T10:00:00Z"), ends(NOW.plusSeconds(300)));
        assertEquals(List.of(), ends(NOW.plusSeconds(301)));
    }

    @Test
    void whatEndedWhileNobodyPostedIsEndedAfterTheRestart() {
        book.put("a", alert().setState(AlertState.RETRACTED).setResolvedAt(NOW).build());
        assertEquals(List.of("2026-03-10T10:00:00Z"), ends(NOW.plusSeconds(120)));
        assertEquals(List.of(), ends(NOW.plusSeconds(301)));
    }

    @Test
    void whatFiresAgainIsNotEndedToo() {
        book.put("a", alert().build());
        book.postings(NOW);
        book.put("a", alert().setState(AlertState.RESOLVED).setResolvedAt(NOW).build());
        book.postings(NOW.plusSeconds(60));
        book.put("a", alert().build());
        assertEquals(List.of("2026-03-10T10:06:00Z"), ends(NOW.plusSeconds(120)));
    }

    @Test
    void twoPeersAreToldTheSame() {
        book.put("a", alert().build());
        book.postings(NOW);
        book.put("a", null);
        assertEquals(ends(NOW.plusSeconds(60)), ends(NOW.plusSeconds(60)));
    }

    @Test
    void aPageThatIsNoAddressIsLeftOut() {
        for (String[] row : new String[][] {
            {"https://news.example/дело 1", ""},
            {"https://news.example/дело", "https://news.example/%D0%B4%D0%B5%D0%BB%D0%BE"},
            {"about:blank", ""},
            {"", ""},
        }) {
            book.put(
                    "a",
                    alert().setEvidence(List.of(new Evidence("d", row[0], ""))).build());
            assertEquals(row[1], book.postings(NOW).getLast().generatorURL(), row[0]);
        }
    }

    @Test
    void whatIsNotNewsIsNeverPosted() {
        book.put("over", alert().setState(AlertState.RESOLVED).build());
        book.put("retracted", alert().setState(AlertState.RETRACTED).build());
        book.put("suppressed", alert().setState(AlertState.SUPPRESSED).build());
        book.put("pending", alert().setState(AlertState.PENDING).build());
        book.put("history", alert().setMode(Mode.BACKFILL).build());
        book.put("stale", alert().setValidUntil(NOW.minusSeconds(1)).build());
        assertEquals(List.of(), ends(NOW));
    }

    @Test
    void aHigherSeverityEndsTheOldAlertAndStartsANewOne() {
        book.put("a", alert().build());
        book.postings(NOW);
        book.put("a", alert().setSeverity(Severity.CRITICAL).build());
        List<Posting> postings = book.postings(NOW.plusSeconds(60));
        assertEquals(2, postings.size());
        assertEquals("warning", postings.getFirst().labels().get("severity"));
        assertEquals("2026-03-10T10:01:00Z", postings.getFirst().endsAt());
        assertEquals("critical", postings.getLast().labels().get("severity"));
    }

    @Test
    void aTombstoneEndsIt() {
        book.put("a", alert().build());
        book.postings(NOW);
        book.put("a", null);
        assertEquals(List.of("2026-03-10T10:01:00Z"), ends(NOW.plusSeconds(60)));
    }

    @Test
    void labelsAreTakenByEveryAlertmanager() {
        Map<String, String> labels = Labels.of(alert().setLabels(Map.of("court.name", "exnd", "9th", "x", "empty", ""))
                .build());
        assertEquals("exnd", labels.get("court_name"));
        assertEquals("x", labels.get("_9th"));
        assertTrue(labels.keySet().stream().allMatch(name -> name.matches("[a-zA-Z_][a-zA-Z0-9_]*")));
        assertTrue(labels.values().stream().noneMatch(String::isEmpty));
    }

    static Alert.Builder alert() {
        return Alert.newBuilder()
                .setId("spike|court.filed{court=exnd}|2026-03-09")
                .setRule("spike")
                .setSeries("court.filed{court=exnd}")
                .setName("court.filed")
                .setLabels(Map.of("court", "exnd"))
                .setState(AlertState.FIRING)
                .setSeverity(Severity.WARNING)
                .setDay(LocalDate.of(2026, 3, 9))
                .setStartsAt(NOW.minusSeconds(600))
                .setUpdatedAt(NOW.minusSeconds(600))
                .setMode(Mode.LIVE)
                .setMessage("court.filed{court=exnd}: 12 on 2026-03-09, 2.1 expected");
    }

    private List<String> ends(Instant now) {
        return book.postings(now).stream().map(Posting::endsAt).toList();
    }
}
