package org.tallywire.ingest.courts.pacer;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.tallywire.avro.CaseEvent;
import org.tallywire.avro.CaseStage;
import org.tallywire.avro.CourtRecord;
import org.tallywire.avro.CourtSystem;
import org.tallywire.avro.DefendantResult;
import org.tallywire.avro.Instance;
import org.tallywire.avro.Outcome;
import org.tallywire.avro.Party;
import org.tallywire.avro.Proceeding;
import org.tallywire.avro.RecordKind;
import org.tallywire.avro.Source;
import org.tallywire.avro.UidCheck;
import org.tallywire.ingest.courts.cases.CaseTitle;
import org.tallywire.ingest.courts.cases.EventZone;
import org.tallywire.ingest.courts.words.EventTypes;
import org.tallywire.ingest.courts.words.Outcomes;
import org.tallywire.ingest.courts.words.PublicWords;
import org.tallywire.ingest.read.Payload;

/** Court records of docket entries: the day is the court's own, the words go through the public vocabulary, names end here. */
final class PacerRecords {
    private static final String PARSER = "pacer/1";

    private final Source source;
    private final Payload payload;
    private final String channel;
    private final String courtName;
    private final ZoneId zone;

    /**
     * @param channel link of the feed, by which an entry without its own is known
     * @param courtName the court whose feed it is
     */
    PacerRecords(Source source, Payload payload, String channel, String courtName, ZoneId zone) {
        this.source = source;
        this.payload = payload;
        this.channel = channel;
        this.courtName = courtName;
        this.zone = zone;
    }

    CourtRecord of(PacerEntry entry) {
        LocalDate day = EventZone.day(entry.posted(), zone);
        PacerCourt court = PacerCourt.of(source, entry.link(), channel, payload.url());
        boolean own = court.equals(PacerCourt.of(source, channel, entry.link(), payload.url()));
        Proceeding proceeding = proceeding(entry, court);
        List<CaseEvent> events = events(entry, day);
        boolean filing = events.stream().anyMatch(e -> e.getType().equals(EventTypes.FILING));
        CourtRecord.Builder record = CourtRecord.newBuilder()
                .setId("court:us-pacer:" + court.id() + ":" + entry.key())
                .setSourceId(source.getId())
                .setSystem(CourtSystem.US_PACER)
                .setRecordKind(RecordKind.DOCKET_ENTRY)
                .setCourtId(court.id())
                .setCourtName(own ? courtName : "")
                .setProceeding(proceeding)
                .setInstance(court.instance())
                .setCaseNumber(entry.docket().number())
                .setCaseKey(court.id() + "/" + entry.docket().number())
                .setUidCheck(UidCheck.ABSENT)
                .setDefendants(List.copyOf(entry.defendants()))
                .setDocumentNumber(entry.documentNumber())
                .setFiled(filing ? day : null)
                .setEventDate(day)
                .setPostedAt(entry.posted().toInstant())
                .setFetchedAt(payload.fetchedAt())
                .setParties(parties(entry.docket(), proceeding, court))
                .setEvents(events)
                .setHasAct(!entry.documentId().isEmpty())
                .setUrl(entry.link())
                .setActUrl(entry.documentUrl().isEmpty() ? null : entry.documentUrl())
                .setParser(PARSER);
        return outcome(record, entry, proceeding, day, filing).build();
    }

    private CourtRecord.Builder outcome(
            CourtRecord.Builder record, PacerEntry entry, Proceeding proceeding, LocalDate day, boolean filing) {
        for (String description : entry.descriptions()) {
            Outcome outcome = Outcomes.ofEntry(description, proceeding);
            if (outcome != null) {
                return record.setOutcome(outcome)
                        .setOutcomeRaw(PublicWords.mask(description))
                        .setDecided(day)
                        .setDefendantResults(results(entry, outcome, day))
                        .setStage(outcome == Outcome.CLOSED ? CaseStage.CLOSED : CaseStage.DECIDED);
            }
        }
        return record.setStage(filing ? CaseStage.FILED : CaseStage.UNKNOWN).setWarnings(warnings(entry));
    }

    private static List<DefendantResult> results(PacerEntry entry, Outcome outcome, LocalDate day) {
        return entry.defendants().stream()
                .map(number -> DefendantResult.newBuilder()
                        .setDefendant(number)
                        .setDecided(day)
                        .setOutcome(outcome)
                        .build())
                .toList();
    }

    private static List<String> warnings(PacerEntry entry) {
        if (entry.descriptions().isEmpty()) {
            return List.of("entry without description");
        }
        return entry.descriptions().stream()
                .filter(description -> EventTypes.ofEntry(description).equals("OTHER"))
                .map(description -> "unknown entry type: " + PublicWords.mask(description))
                .toList();
    }

    private static Proceeding proceeding(PacerEntry entry, PacerCourt court) {
        if (!entry.caseType().isEmpty()) {
            return Docket.proceeding(entry.caseType());
        }
        Proceeding known = entry.docket().proceeding();
        return known == Proceeding.UNKNOWN && court.bankruptcy() ? Proceeding.BANKRUPTCY : known;
    }

    private static List<CaseEvent> events(PacerEntry entry, LocalDate day) {
        List<CaseEvent> events = new ArrayList<>();
        for (String description : entry.descriptions()) {
            events.add(CaseEvent.newBuilder()
                    .setType(EventTypes.ofEntry(description))
                    .setNameRaw(PublicWords.mask(description))
                    .setDate(day)
                    .build());
        }
        return events;
    }

    private static List<Party> parties(Docket docket, Proceeding proceeding, PacerCourt court) {
        boolean appeal = court.instance() == Instance.APPEAL;
        String first = appeal ? "first party" : "plaintiff";
        String second = appeal ? "second party" : "defendant";
        String alone = proceeding == Proceeding.BANKRUPTCY ? "debtor" : "party";
        return CaseTitle.parties(docket.title(), first, second, alone);
    }
}
