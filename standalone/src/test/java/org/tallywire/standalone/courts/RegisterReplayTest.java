package org.tallywire.standalone.courts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.tallywire.avro.CourtRecord;
import org.tallywire.avro.HealthState;
import org.tallywire.avro.Source;
import org.tallywire.ingest.courts.CourtReaders;
import org.tallywire.ingest.courts.cases.RecordRevision;
import org.tallywire.ingest.courts.cases.Withdrawal;
import org.tallywire.ingest.read.Payload;
import org.tallywire.ingest.read.Reading;
import org.tallywire.standalone.courts.RegisterHistory.CaseHistory;

/**
 * Three weeks of a register in which cases are filed, suspended, decided, renumbered, reversed and withdrawn: whatever the
 * order of the pages, and with every page read twice, the records end as the register stands, and the day cells that
 * enrichment and counting make of their revisions are a recount of its final state.
 */
class RegisterReplayTest {
    private static final Source SOURCE = Source.newBuilder()
            .setId("ngvs")
            .setKind("sudrf")
            .setUrl("https://ngvs.exk.sudrf.ru")
            .setCourt("99GV0004")
            .build();

    @Property(tries = 60)
    void anyOrderOfPagesEndsAsTheRegisterStands(@ForAll("registers") RegisterHistory register, @ForAll long order) {
        List<Page> pages = read(register.pages());
        List<Page> shuffled = new ArrayList<>(pages);
        shuffled.addAll(pages);
        Collections.shuffle(shuffled, new Random(order));
        Map<String, CourtRecord> expected = new TreeMap<>();
        for (Page last : read(register.lastCards())) {
            last.reading().entries().forEach(record -> expected.put(record.getId(), record));
        }
        Counting counting = new Counting();
        assertEquals(words(expected), words(replay(shuffled, counting)));
        assertEquals(register.recount(), counting.cells());
    }

    @Property(tries = 30)
    void inTheOrderOfFetchingTheRevisionsCountOnlyChanges(@ForAll("registers") RegisterHistory register) {
        List<Page> pages = read(register.pages());
        Counting counting = new Counting();
        Map<String, CourtRecord> once = replay(pages, counting);
        assertEquals(register.recount(), counting.cells());
        List<Page> twice = new ArrayList<>();
        pages.forEach(page -> Collections.addAll(twice, page, page));
        Map<String, CourtRecord> doubled = replay(twice, new Counting());
        assertEquals(once.toString(), doubled.toString());
    }

    @Provide
    Arbitrary<RegisterHistory> registers() {
        Arbitrary<Integer> day = Arbitraries.integers().between(1, 24).map(d -> d > RegisterHistory.DAYS - 2 ? 99 : d);
        Arbitrary<CaseHistory> history = Combinators.combine(
                        Arbitraries.integers().between(0, 8), day, day, day, day, day)
                .as((filed, suspended, decided, renumbered, reversed, withdrawn) -> new CaseHistory(
                        filed,
                        later(filed, suspended),
                        later(filed, decided),
                        later(filed, renumbered),
                        later(filed, reversed),
                        later(filed, withdrawn)));
        return history.list().ofMinSize(1).ofMaxSize(5).map(RegisterHistory::new);
    }

    private static int later(int filed, int day) {
        return day > filed ? day : 99;
    }

    private record Page(String url, Instant fetched, Reading<CourtRecord> reading) {}

    private static List<Page> read(List<Payload> payloads) {
        List<Page> pages = new ArrayList<>();
        for (Payload payload : payloads) {
            Reading<CourtRecord> reading =
                    CourtReaders.of("sudrf").orElseThrow().read(payload, SOURCE);
            pages.add(new Page(payload.url(), payload.fetchedAt(), reading));
        }
        return pages;
    }

    /** What a poller does with pages: merge records, and withdraw a document whose card is gone twice, a day apart. */
    private static Map<String, CourtRecord> replay(List<Page> pages, Counting counting) {
        Map<String, CourtRecord> stored = new TreeMap<>();
        Map<String, List<Instant>> gone = new HashMap<>();
        for (Page page : pages) {
            page.reading().entries().forEach(record -> keep(record, stored, counting));
            if (page.reading().state() == HealthState.GONE) {
                String id = "court:ru-sudrf:99GV0004:1540006/" + page.url().replaceAll(".*case_id=(\\d+).*", "$1");
                List<Instant> looks = gone.computeIfAbsent(id, none -> new ArrayList<>());
                looks.add(page.fetched());
                Instant last = Collections.max(looks);
                if (Withdrawal.confirmed(Collections.min(looks), last)) {
                    CourtRecord withdrawal = Withdrawal.of(id, SOURCE.getId(), last);
                    keep(withdrawal, stored, counting);
                }
            }
        }
        stored.values().removeIf(Withdrawal::is);
        return stored;
    }

    private static void keep(CourtRecord read, Map<String, CourtRecord> stored, Counting counting) {
        CourtRecord before = stored.get(read.getId());
        CourtRecord merged = RecordRevision.merge(before, read);
        stored.put(read.getId(), merged);
        if (RecordRevision.isNew(before, merged)) {
            counting.take(merged);
        }
    }

    /** What counts of the records. */
    private static Map<String, Object> words(Map<String, CourtRecord> records) {
        Map<String, Object> words = new TreeMap<>();
        records.forEach((id, record) -> {
            words.put(
                    id,
                    List.of(
                            record.getCaseNumber(),
                            record.getCaseNumberAliases(),
                            String.valueOf(record.getFiled()),
                            String.valueOf(record.getDecided()),
                            record.getOutcome(),
                            record.getStage(),
                            record.getEvents(),
                            record.getCharges(),
                            record.getParties()));
        });
        return words;
    }
}
