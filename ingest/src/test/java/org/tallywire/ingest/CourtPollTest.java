package org.tallywire.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tallywire.avro.CourtRecord;
import org.tallywire.avro.HealthState;
import org.tallywire.avro.Source;
import org.tallywire.avro.Stream;
import org.tallywire.ingest.poll.CourtDesk;
import org.tallywire.ingest.read.FeedFacts;
import org.tallywire.ingest.read.Payload;
import org.tallywire.ingest.read.Reader;
import org.tallywire.ingest.read.Reading;

/** Courts through the topology, with a register of one line a case: number, outcome; {@code >address} is to follow. */
class CourtPollTest {
    private static final String LIST = "http://register.example/list";

    private final Bench<CourtRecord> bench = Bench.of(Line.courts(new CourtDesk()), kind -> new Lines());

    private static final class Lines implements Reader<CourtRecord> {
        @Override
        public boolean believesEmptiness() {
            return false;
        }

        @Override
        public HealthState refusal(HealthState state, int status) {
            return status == 403 ? HealthState.BLOCKED : state;
        }

        @Override
        public Reading<CourtRecord> read(Payload payload, Source source) {
            List<String> lines = new String(payload.body(), java.nio.charset.StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            if (lines.contains("captcha")) {
                return Reading.refused(HealthState.CAPTCHA, "a picture with a code", "UTF-8");
            }
            if (lines.contains("session")) {
                return Reading.refused(HealthState.SESSION, "the session is over", "UTF-8");
            }
            FeedFacts facts = new FeedFacts("", payload.url(), "", "", 0, List.of(), List.of());
            if (lines.contains("gone")) {
                return new Reading<>(HealthState.GONE, "", "", facts, List.of(), List.of(), Map.of(), List.of(), false);
            }
            List<CourtRecord> records = lines.stream()
                    .filter(line -> !line.startsWith(">") && !line.equals("empty"))
                    .map(line -> record(line, payload))
                    .toList();
            List<String> follow = lines.stream()
                    .filter(line -> line.startsWith(">"))
                    .map(line -> line.substring(1))
                    .toList();
            HealthState state = lines.contains("empty") ? HealthState.OK_EMPTY : HealthState.WORKING;
            return new Reading<>(state, "", "UTF-8", FeedFacts.NONE, records, List.of(), Map.of(), follow, true);
        }

        private static CourtRecord record(String line, Payload payload) {
            String[] cells = line.split(" ");
            return CourtRecord.newBuilder()
                    .setId("court:test:x:" + cells[0])
                    .setCaseNumber(cells[0])
                    .setOutcomeRaw(cells.length > 1 ? cells[1] : "")
                    .setFiled(LocalDate.of(2026, 2, 1))
                    .setEventDate(LocalDate.of(2026, 2, 1))
                    .setUrl(cells.length > 2 ? cells[2] : "")
                    .setFetchedAt(payload.fetchedAt())
                    .build();
        }
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private static Source.Builder register() {
        return Source.newBuilder()
                .setId("register")
                .setStream(Stream.COURTS)
                .setKind("lines")
                .setUrl(LIST)
                .setIntervalSeconds(60);
    }

    @Test
    void pagesToFollowAreFetchedInTheSamePoll() {
        bench.web.serve(LIST, "text/plain", "1-1/2026\n>http://register.example/2\n>http://register.example/list");
        bench.web.serve("http://register.example/2", "text/plain", "1-2/2026\n>http://register.example/list");
        bench.add(register().build());
        bench.pass(Duration.ofSeconds(10));
        assertEquals(2, bench.documents().size());
        assertEquals(1, bench.web.asked(LIST), "an address is asked once in a poll");
    }

    @Test
    void aChangedOutcomeIsARevisionARepetitionIsNothing() {
        bench.web.serve(LIST, "text/plain", "1-1/2026\n1-2/2026");
        bench.add(register().build());
        bench.pass(Duration.ofMinutes(5));
        assertEquals(2, bench.documents().size());
        bench.web.serve(LIST, "text/plain", "1-1/2026 convicted\n1-2/2026");
        bench.pass(Duration.ofMinutes(2));
        List<TestRecord<String, CourtRecord>> changed = bench.documents();
        assertEquals(1, changed.size());
        assertEquals(2, changed.getFirst().value().getRevision());
    }

    @Test
    void aRegisterThatListsEverythingWithdrawsWhatIsMissingTwice() {
        bench.web.serve(LIST, "text/plain", "1-1/2026\n1-2/2026");
        bench.add(register().setOptions(Map.of("withdraw", "missing")).build());
        bench.pass(Duration.ofSeconds(10));
        bench.documents();
        bench.web.serve(LIST, "text/plain", "1-1/2026");
        bench.pass(Duration.ofMinutes(5));
        List<TestRecord<String, CourtRecord>> gone = bench.documents();
        assertEquals(1, gone.size());
        assertEquals("court:test:x:1-2/2026", gone.getFirst().key());
        assertNull(gone.getFirst().value());
    }

    @Test
    void captchaStopsTheSourceForAWeek() {
        bench.web.serve(LIST, "text/plain", "captcha");
        bench.add(register().build());
        bench.pass(Duration.ofDays(6), Duration.ofMinutes(1));
        assertEquals(1, bench.web.asked(LIST), "one look, then silence");
        assertEquals(HealthState.CAPTCHA, bench.state("register").getHealth().getState());
        bench.pass(Duration.ofDays(3), Duration.ofMinutes(1));
        assertTrue(bench.web.asked(LIST) >= 2, "one probe after the pause");
    }

    @Test
    void emptinessIsBelievedOnlyIfTheControlQueryFindsSomething() {
        bench.web.serve(LIST, "text/plain", "empty\n>http://register.example/control");
        bench.web.serve("http://register.example/control", "text/plain", "empty");
        bench.add(register().build());
        bench.pass(Duration.ofSeconds(10));
        assertEquals(HealthState.SUSPECT, bench.state("register").getHealth().getState());
        bench.web.serve("http://register.example/control", "text/plain", "1-1/2026");
        bench.pass(Duration.ofMinutes(3));
        assertEquals(HealthState.UNCHANGED, bench.state("register").getHealth().getState());
    }

    @Test
    void aCardThatIsGoneIsLookedAtAgainAfterADayAndThenWithdrawn() {
        String card = "http://register.example/card";
        bench.web.serve(LIST, "text/plain", "1-1/2026 - " + card + "\n>" + card);
        bench.web.serve(card, "text/plain", "1-1/2026 - " + card);
        bench.add(register().setKind("sudrf").setIntervalSeconds(3600).build());
        bench.pass(Duration.ofMinutes(10));
        assertEquals(1, bench.documents().size());
        bench.web.serve(LIST, "text/plain", "1-2/2026\n>" + card);
        bench.web.serve(card, "text/plain", "gone");
        bench.pass(Duration.ofHours(20), Duration.ofMinutes(1));
        assertTrue(bench.documents().stream().noneMatch(written -> written.value() == null), "one look is not enough");
        bench.web.serve(LIST, "text/plain", "1-2/2026");
        bench.pass(Duration.ofHours(9), Duration.ofMinutes(1));
        List<TestRecord<String, CourtRecord>> later = bench.documents();
        assertEquals("court:test:x:1-1/2026", later.getLast().key());
        assertNull(later.getLast().value());
    }

    @Test
    void captchaBehindAGoodListStopsTheSourceAndNamesThePage() {
        bench.web.serve(LIST, "text/plain", "1-1/2026\n>http://register.example/2");
        bench.web.serve("http://register.example/2", "text/plain", "captcha");
        bench.add(register().build());
        bench.pass(Duration.ofDays(5), Duration.ofMinutes(1));
        assertEquals(1, bench.web.asked(LIST));
        assertEquals(1, bench.documents().size(), "what came before it is kept");
        assertEquals(HealthState.CAPTCHA, bench.state("register").getHealth().getState());
        assertTrue(bench.state("register").getHealth().getReason().contains("http://register.example/2"));
        bench.add(register().setName("looked at by a person").build());
        bench.pass(Duration.ofMinutes(2));
        assertEquals(2, bench.web.asked(LIST), "the operator's act starts it again");
    }

    @Test
    void anEndedSessionIsTriedOnceMoreAndThenTakenForACaptcha() {
        bench.web.serve(LIST, "text/plain", "session");
        bench.add(register().build());
        bench.pass(Duration.ofDays(2), Duration.ofMinutes(1));
        assertEquals(2, bench.web.asked(LIST));
        assertEquals(HealthState.CAPTCHA, bench.state("register").getHealth().getState());
    }

    @Test
    void aRegisterThatAnswers403IsLeftAloneForADay() {
        bench.web.refuse(LIST, 403, HealthState.REFUSED, null);
        bench.add(register().build());
        bench.pass(Duration.ofHours(20), Duration.ofMinutes(1));
        assertEquals(1, bench.web.asked(LIST));
        assertEquals(HealthState.BLOCKED, bench.state("register").getHealth().getState());
    }

    /** Bench begins on Monday 2 March 2026, 08:00 UTC; the entries come at once and then never again. */
    @Test
    void silenceIsStaleInWorkingHoursOfTheCourtOnly() {
        bench.web.serve(LIST, "text/plain", "1-1/2026");
        bench.add(register()
                .setOptions(Map.of("stale.hours", "10"))
                .setZone("Asia/Tokyo")
                .build());
        bench.pass(Duration.ofMinutes(2));
        assertEquals(HealthState.STALE, bench.state("register").getHealth().getState(), "filed weeks ago");
    }

    @Test
    void aWalkThatIsCutShortGoesOnWithTheNextPollsAndThenBeginsAnew() {
        bench.web.serve(LIST, "text/plain", "1-0/2026\n>http://register.example/1");
        for (int page = 1; page <= 6; page++) {
            String next = page == 6 ? "" : "\n>http://register.example/" + (page + 1);
            bench.web.serve("http://register.example/" + page, "text/plain", "1-" + page + "/2026" + next);
        }
        bench.add(register()
                .setIntervalSeconds(3600)
                .setOptions(Map.of("budget.poll", "3"))
                .build());
        bench.pass(Duration.ofMinutes(2));
        assertEquals(3, bench.web.requests());
        assertEquals(HealthState.PARTIAL, bench.state("register").getHealth().getState());
        assertTrue(bench.state("register").getHealth().getReason().contains("3 requests a poll; 1 addresses wait"));
        bench.pass(Duration.ofMinutes(20));
        assertEquals(7, bench.documents().size(), "nothing is lost");
        assertEquals(7, bench.web.requests(), "and nothing asked twice");
        assertEquals("", bench.state("register").getHealth().getReason());
        bench.pass(Duration.ofMinutes(70));
        assertEquals(2, bench.web.asked(LIST));
    }

    @Test
    void theBudgetOfAnHourHoldsWhateverTheIntervalAndIsTold() {
        bench.web.serve(LIST, "text/plain", "1-1/2026");
        bench.add(register().setOptions(Map.of("budget.hour", "4")).build());
        bench.pass(Duration.ofMinutes(50), Duration.ofSeconds(10));
        assertEquals(4, bench.web.requests());
        assertTrue(bench.state("register").getHealth().getReason().contains("budget of 4 requests an hour"));
        bench.add(register()
                .setName("moved")
                .setOptions(Map.of("budget.hour", "4"))
                .build());
        bench.pass(Duration.ofMinutes(5), Duration.ofSeconds(10));
        assertEquals(4, bench.web.requests(), "a changed entry is no new budget");
        bench.pass(Duration.ofHours(9), Duration.ofSeconds(30));
        assertTrue(bench.web.requests() <= 40, "four an hour over ten hours");
        assertTrue(bench.web.requests() >= 32, "and it goes on: " + bench.web.requests());
    }

    @Test
    void aJudgmentThatIsTakenBackIsLookedAtTwiceAndWithdrawn() {
        String judgment = "http://register.example/judgment";
        bench.web.serve(LIST, "text/plain", "1-1/2026 - " + judgment + "\n1-2/2026");
        bench.web.serve(judgment, "text/plain", "the judgment");
        bench.add(register().setKind("fcl").setIntervalSeconds(3600).build());
        bench.pass(Duration.ofMinutes(10));
        assertEquals(2, bench.documents().size());
        bench.web.serve(LIST, "text/plain", "1-2/2026");
        bench.pass(Duration.ofDays(5), Duration.ofMinutes(5));
        assertEquals(List.of(), bench.documents(), "it left the window, and it is there");
        bench.web.refuse(judgment, 410, HealthState.GONE, null);
        bench.pass(Duration.ofDays(6), Duration.ofMinutes(5));
        List<TestRecord<String, CourtRecord>> later = bench.documents();
        assertEquals(1, later.size());
        assertEquals("court:test:x:1-1/2026", later.getLast().key());
        assertNull(later.getLast().value());
    }

    @Test
    void aMissingSecretIsNamedAndNothingIsAsked() {
        bench.add(register().setOptions(Map.of("auth.secret", "register-token")).build());
        bench.pass(Duration.ofSeconds(10));
        assertEquals(0, bench.web.asked.size());
        assertTrue(bench.state("register").getHealth().getReason().contains("register-token"));
    }
}
