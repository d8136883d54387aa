package org.tallywire.ingest.courts.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tallywire.avro.CaseChange;
import org.tallywire.avro.CaseEvent;
import org.tallywire.avro.CaseStage;
import org.tallywire.avro.CourtRecord;
import org.tallywire.avro.Outcome;
import org.tallywire.avro.Party;

class RecordRevisionTest {
    private static final LocalDate FILED = LocalDate.of(2026, 1, 12);
    private static final LocalDate DECIDED = LocalDate.of(2026, 2, 2);

    private static Instant at(int day) {
        return Instant.parse("2026-02-01T00:00:00Z").plusSeconds(86_400L * day);
    }

    private static CourtRecord.Builder row(int day) {
        return CourtRecord.newBuilder()
                .setId("court:ru-sudrf:99GV0001:1540006/1")
                .setCaseNumber("1-12/2026")
                .setFiled(FILED)
                .setEventDate(FILED)
                .setStage(CaseStage.FILED)
                .setFetchedAt(at(day));
    }

    private static CourtRecord.Builder card(int day, CaseEvent... events) {
        return row(day).setCardReadAt(at(day))
                .setEvents(List.of(events))
                .setParties(List.of(
                        Party.newBuilder().setRole("defendant").setCount(2).build()));
    }

    private static CaseEvent event(String type, int day) {
        return CaseEvent.newBuilder()
                .setType(type)
                .setDate(LocalDate.of(2026, 1, day))
                .build();
    }

    private static CourtRecord.Builder decided(CourtRecord.Builder record) {
        return record.setDecided(DECIDED).setOutcome(Outcome.VERDICT).setOutcomeRaw("Вынесен ПРИГОВОР");
    }

    private static CourtRecord merge(CourtRecord.Builder first, CourtRecord.Builder... others) {
        CourtRecord record = RecordRevision.merge(null, first.build());
        for (CourtRecord.Builder page : others) {
            record = RecordRevision.merge(record, page.build());
        }
        return record;
    }

    @Test
    void theFirstPageFilesTheCase() {
        CourtRecord record = merge(row(1));
        assertEquals(1, record.getRevision());
        assertEquals(List.of(CaseChange.FILED), record.getChanges());
        assertFalse(record.getContentHash().isEmpty());
    }

    @Test
    void theSamePageAgainIsTheSameInstance() {
        CourtRecord first = merge(row(1));
        assertSame(first, RecordRevision.merge(first, row(1).build()));
    }

    @Test
    void theSameWordsLaterMoveOnlyTheReadTime() {
        CourtRecord first = merge(row(1));
        CourtRecord later = RecordRevision.merge(first, row(2).build());
        assertEquals(at(2), later.getFetchedAt());
        assertFalse(RecordRevision.isNew(first, later));
    }

    @Test
    void aRowNeverEmptiesWhatTheCardGave() {
        CourtRecord record = merge(decided(card(1, event("HEARING", 20))), row(2));
        assertEquals(DECIDED, record.getDecided());
        assertEquals(1, record.getEvents().size());
        assertEquals(2, record.getParties().getFirst().getCount());
    }

    @Test
    void aNewerRowPutsInItsDecision() {
        CourtRecord record = merge(card(1, event("HEARING", 20)), decided(row(2)));
        assertEquals(Outcome.VERDICT, record.getOutcome());
        assertEquals(CaseStage.DECIDED, record.getStage(), "the stage follows");
        assertEquals(List.of(CaseChange.OUTCOME), record.getChanges());
        assertEquals(2, record.getRevision());
    }

    @Test
    void aLateCardKeepsWhatANewerRowStates() {
        CourtRecord record = merge(decided(row(3)), card(2, event("HEARING", 20)));
        assertEquals(DECIDED, record.getDecided());
        assertEquals(1, record.getEvents().size());
    }

    @Test
    void aNewerCardTakesADecisionBack() {
        CourtRecord record = merge(decided(card(1)), card(2, event("SUSPENDED", 20)));
        assertEquals(null, record.getDecided());
        assertEquals(List.of(CaseChange.OUTCOME, CaseChange.SUSPENDED, CaseChange.REVERSED), record.getChanges());
    }

    @Test
    void anOlderPageAddsOnlyItsNumber() {
        CourtRecord now = merge(row(5).setCaseNumber("1-3/2027"));
        CourtRecord record = RecordRevision.merge(now, decided(row(1)).build());
        assertEquals("1-3/2027", record.getCaseNumber());
        assertEquals(List.of("1-12/2026"), record.getCaseNumberAliases());
        assertEquals(Outcome.NONE, record.getOutcome());
    }

    @Test
    void aNewNumberIsARenumbering() {
        CourtRecord record = merge(row(1), row(2).setCaseNumber("1-3/2027").setCaseNumberAliases(List.of("1-12/2026")));
        assertEquals(List.of(CaseChange.RENUMBERED), record.getChanges());
        assertEquals(List.of("1-12/2026"), record.getCaseNumberAliases());
    }

    @Test
    void theRegistersOwnHashDecidesWhereItGivesOne() {
        CourtRecord first = merge(row(1).setContentHash("aa"));
        CourtRecord markup = RecordRevision.merge(
                first, row(2).setContentHash("aa").setPostedAt(at(2)).build());
        CourtRecord text =
                RecordRevision.merge(markup, row(3).setContentHash("bb").build());
        assertFalse(RecordRevision.isNew(first, markup), "mark-up only");
        assertTrue(RecordRevision.isNew(markup, text), "the text changed");
    }

    @Test
    void aWithdrawalTakesTheRecordAway() {
        CourtRecord record = merge(row(1));
        CourtRecord gone = RecordRevision.merge(record, Withdrawal.of(record.getId(), "s", at(2)));
        assertTrue(Withdrawal.is(gone));
        assertSame(record, RecordRevision.merge(record, Withdrawal.of(record.getId(), "s", at(0))), "an older one");
        assertFalse(Withdrawal.confirmed(at(1), at(1).plusSeconds(3600)));
        assertTrue(Withdrawal.confirmed(at(1), at(2)));
    }
}
