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
        public Reading<CourtRecord> read(Payload payload, Source source) {
            List<String> lines = new String(payload.body(), java.nio.charset.StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            if (lines.contains("captcha")) {
                return Reading.refused(HealthState.CAPTCHA, "a picture with a code", "UTF-8");
            }
            List<CourtRecord> records = lines.stream()
                    .filter(line -> !line.startsWith(">"))
                    .map(line -> record(line, payload))
                    .toList();
            List<String> follow = lines.stream()
                    .filter(line -> line.startsWith(">"))
                    .map(line -> line.substring(1))
                    .toList();
            return new Reading<>(
                    HealthState.WORKING, "", "UTF-8", FeedFacts.NONE, records, List.of(), Map.of(), follow, true);
        }

        private static CourtRecord record(String line, Payload payload) {
            String[] cells = line.split(" ");
            return CourtRecord.newBuilder()
                    .setId("court:test:x:" + cells[0])
                    .setCaseNumber(cells[0])
                    .setOutcomeRaw(cells.length > 1 ? cells[1] : "")
                    .setFiled(LocalDate.of(2026, 2, 1))
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
    void aMissingSecretIsNamedAndNothingIsAsked() {
        bench.add(register().setOptions(Map.of("auth.secret", "register-token")).build());
        bench.pass(Duration.ofSeconds(10));
        assertEquals(0, bench.web.asked.size());
        assertTrue(bench.state("register").getHealth().getReason().contains("register-token"));
    }
}
