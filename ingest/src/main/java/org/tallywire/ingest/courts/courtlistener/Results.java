package org.tallywire.ingest.courts.courtlistener;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.CaseEvent;
import org.tallywire.avro.CaseStage;
import org.tallywire.avro.Charge;
import org.tallywire.avro.ChargeRole;
import org.tallywire.avro.CourtRecord;
import org.tallywire.avro.CourtSystem;
import org.tallywire.avro.Instance;
import org.tallywire.avro.Outcome;
import org.tallywire.avro.RecordKind;
import org.tallywire.avro.Source;
import org.tallywire.avro.UidCheck;
import org.tallywire.ingest.courts.cases.CaseTitle;
import org.tallywire.ingest.courts.cases.JsonPage;
import org.tallywire.ingest.courts.cases.SafeNumber;
import org.tallywire.ingest.courts.cases.Withdrawal;
import org.tallywire.ingest.courts.pacer.Docket;
import org.tallywire.ingest.courts.words.EventTypes;
import org.tallywire.ingest.courts.words.PublicWords;
import org.tallywire.ingest.read.Payload;

/** Results of the API as records: dockets are cases, entries are docket entries, clusters and opinions are documents. */
final class Results {
    private static final String PARSER = "courtlistener/1";
    private static final String SITE = "https://www.courtlistener.com";
    private static final Pattern LAST_SEGMENT = Pattern.compile("/([^/?]+)/?(?:\\?.*)?$");
    private static final Pattern PAGE = Pattern.compile("^/(docket|opinion|recap)/(\\d+)/");
    private static final Pattern CAUSE = Pattern.compile("^(\\d{1,2}):(\\d+[a-z]?)\\b");
    private static final Pattern APPELLATE = Pattern.compile("ca\\d+|cadc|cafc|scotus|.*app.*");

    private final Source source;
    private final Payload payload;

    Results(Source source, Payload payload) {
        this.source = source;
        this.payload = payload;
    }

    /** Null: the result has no id. */
    @Nullable
    CourtRecord record(JsonNode result) {
        String number = JsonPage.text(result, "id");
        if (!number.matches("\\d+")) {
            return null;
        }
        String kind = kind(result);
        String court = court(result);
        String id = "court:us-cl:" + court + ":" + kind + "/" + number;
        if (result.path("blocked").asBoolean(false)) {
            return Withdrawal.of(id, source.getId(), payload.fetchedAt());
        }
        CourtRecord.Builder record = CourtRecord.newBuilder()
                .setId(id)
                .setSourceId(source.getId())
                .setSystem(CourtSystem.US_CL)
                .setCourtId(court)
                .setCourtName(source.getName())
                .setUidCheck(UidCheck.ABSENT)
                .setInstance(instance(court))
                .setPostedAt(JsonPage.instant(result, "date_modified"))
                .setFetchedAt(payload.fetchedAt())
                .setUrl(address(result))
                .setParser(PARSER);
        return switch (kind) {
            case "docket" -> docket(record, result, court).build();
            case "entry" -> entry(record, result).build();
            default -> document(record, result).build();
        };
    }

    private static CourtRecord.Builder docket(CourtRecord.Builder record, JsonNode result, String court) {
        String written = JsonPage.text(result, "docket_number");
        Docket docket = Docket.parse(written);
        String number = docket == null ? SafeNumber.of(written) : docket.number();
        LocalDate filed = JsonPage.day(result, "date_filed");
        LocalDate ended = JsonPage.day(result, "date_terminated");
        boolean appeal = record.getInstance() == Instance.APPEAL;
        CaseStage open = filed == null ? CaseStage.UNKNOWN : CaseStage.FILED;
        return record.setRecordKind(RecordKind.CASE)
                .setCaseNumber(number)
                .setCaseKey(number.isEmpty() ? null : court + "/" + number)
                .setProceeding(docket == null ? record.getProceeding() : docket.proceeding())
                .setFiled(filed)
                .setDecided(ended)
                .setEventDate(filed != null ? filed : ended)
                .setStage(ended != null ? CaseStage.CLOSED : open)
                .setOutcome(ended != null ? Outcome.CLOSED : Outcome.NONE)
                .setCharges(cause(JsonPage.text(result, "cause")))
                .setParties(CaseTitle.parties(
                        JsonPage.text(result, "case_name"),
                        appeal ? "first party" : "plaintiff",
                        appeal ? "second party" : "defendant",
                        "party"));
    }

    private static CourtRecord.Builder entry(CourtRecord.Builder record, JsonNode result) {
        LocalDate filed = JsonPage.day(result, "date_filed");
        String words = JsonPage.text(result, "short_description");
        Matcher docket = LAST_SEGMENT.matcher(JsonPage.text(result, "docket"));
        String docketId = docket.find() ? docket.group(1) : "";
        String number = JsonPage.text(result, "entry_number");
        if (!words.isEmpty()) {
            record.setEvents(List.of(CaseEvent.newBuilder()
                    .setType(EventTypes.ofEntry(words))
                    .setNameRaw(PublicWords.mask(words))
                    .setDate(filed)
                    .build()));
        }
        return record.setRecordKind(RecordKind.DOCKET_ENTRY)
                .setCaseKey(docketId.isEmpty() ? null : "us-cl/docket/" + docketId)
                .setCaseNumber(docketId.isEmpty() ? "" : "docket " + docketId)
                .setDocumentNumber(number.matches("\\d+") ? number : "")
                .setEventDate(filed);
    }

    private static CourtRecord.Builder document(CourtRecord.Builder record, JsonNode result) {
        LocalDate filed = JsonPage.day(result, "date_filed");
        return record.setRecordKind(RecordKind.DOCUMENT)
                .setCaseNumber(SafeNumber.of(JsonPage.text(result, "docket_number")))
                .setDecided(filed)
                .setEventDate(filed)
                .setHasAct(true)
                .setActKind("Opinion")
                .setOutcome(Outcome.DECIDED)
                .setStage(CaseStage.DECIDED);
    }

    /** The law that a civil docket rests on, e.g. {@code 28:1331 Federal Question}: cited, nobody is charged with it. */
    private static List<Charge> cause(String cause) {
        Matcher m = CAUSE.matcher(cause);
        if (!m.find()) {
            return List.of();
        }
        return List.of(Charge.newBuilder()
                .setKey("us/usc/t" + m.group(1) + "/s" + m.group(2))
                .setRaw(m.group(1) + " U.S.C. § " + m.group(2))
                .setRole(ChargeRole.CITED)
                .build());
    }

    private static String kind(JsonNode result) {
        if (result.has("entry_number") || result.has("recap_sequence_number")) {
            return "entry";
        }
        if (result.has("docket_number")
                && (result.has("date_terminated") || result.has("pacer_case_id") || !result.has("sub_opinions"))) {
            return "docket";
        }
        return result.has("sub_opinions") ? "cluster" : "opinion";
    }

    private String court(JsonNode result) {
        String id = JsonPage.text(result, "court_id");
        Matcher last = LAST_SEGMENT.matcher(JsonPage.text(result, "court"));
        if (id.isEmpty() && last.find()) {
            id = last.group(1);
        }
        if (id.matches("[a-z0-9]{2,20}")) {
            return id;
        }
        return source.getCourt().isEmpty() ? "unknown" : source.getCourt();
    }

    private static Instance instance(String court) {
        if (court.equals("unknown")) {
            return Instance.UNKNOWN;
        }
        return APPELLATE.matcher(court).matches() ? Instance.APPEAL : Instance.FIRST;
    }

    /** The page of the result without its last part, which spells the parties' names. */
    private static String address(JsonNode result) {
        Matcher page = PAGE.matcher(JsonPage.text(result, "absolute_url"));
        if (page.find()) {
            return SITE + page.group();
        }
        String api = JsonPage.text(result, "resource_uri");
        return api.matches("https?://[^?#\\s]+/\\d+/") ? api : "";
    }
}
