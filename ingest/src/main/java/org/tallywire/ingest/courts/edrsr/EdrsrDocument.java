package org.tallywire.ingest.courts.edrsr;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.CaseStage;
import org.tallywire.avro.Charge;
import org.tallywire.avro.ChargeRole;
import org.tallywire.avro.CourtRecord;
import org.tallywire.avro.CourtSystem;
import org.tallywire.avro.Instance;
import org.tallywire.avro.Outcome;
import org.tallywire.avro.Proceeding;
import org.tallywire.avro.RecordKind;
import org.tallywire.avro.Source;
import org.tallywire.avro.UidCheck;
import org.tallywire.ingest.courts.cases.CourtTitle;
import org.tallywire.ingest.courts.cases.SafeNumber;
import org.tallywire.ingest.courts.cases.Withdrawal;
import org.tallywire.ingest.courts.charges.StatuteText;
import org.tallywire.ingest.courts.words.PublicWords;
import org.tallywire.ingest.courts.words.WordTable;
import org.tallywire.ingest.read.Payload;

/** One row of the documents table as a record. The judge's column is never read. Only a verdict is one, its polarity is not said. */
final class EdrsrDocument {
    private static final String PARSER = "edrsr/1";
    private static final List<List<String>> FORMS = WordTable.rows(EdrsrDocument.class, "forms.tsv", 3);
    private static final List<List<String>> KINDS = WordTable.rows(EdrsrDocument.class, "justice-kinds.tsv", 2);
    private static final String PUBLIC = "1";

    private final Source source;
    private final Payload payload;
    private final Map<String, Map<String, String>> courts;
    private final Map<String, Map<String, String>> categories;
    private final Map<String, Map<String, String>> forms;

    EdrsrDocument(Source source, Payload payload, EdrsrTables tables) {
        this.source = source;
        this.payload = payload;
        this.courts = tables.reference("courts", "court_code");
        this.categories = tables.reference("cause_categories", "category_code");
        this.forms = tables.reference("judgment_forms", "judgment_code");
    }

    /** Null: the row has no document id or no court. A document that is not public is a withdrawal. */
    @Nullable
    CourtRecord record(Map<String, String> row) {
        String number = row.getOrDefault("doc_id", "");
        String court = row.getOrDefault("court_code", "");
        if (!number.matches("\\d+") || !court.matches("\\d+")) {
            return null;
        }
        String id = "court:ua-edrsr:" + court + ":" + number;
        if (!row.getOrDefault("status", PUBLIC).equals(PUBLIC)) {
            return Withdrawal.of(id, source.getId(), payload.fetchedAt());
        }
        String cause = SafeNumber.of(row.getOrDefault("cause_num", ""));
        LocalDate decided = day(row.getOrDefault("adjudication_date", ""));
        List<String> form = form(row.getOrDefault("judgment_code", ""));
        String url = row.getOrDefault("doc_url", "");
        return CourtRecord.newBuilder()
                .setId(id)
                .setSourceId(source.getId())
                .setSystem(CourtSystem.UA_EDRSR)
                .setRecordKind(RecordKind.DOCUMENT)
                .setCourtId(court)
                .setCourtName(courtName(court))
                .setProceeding(proceeding(row.getOrDefault("justice_kind", "")))
                .setInstance(instance(court))
                .setCaseNumber(cause)
                .setCaseKey(cause.isEmpty() ? null : cause)
                .setDocumentNumber(number)
                .setUidCheck(UidCheck.ABSENT)
                .setDecided(decided)
                .setEventDate(decided)
                .setPostedAt(instant(row.getOrDefault("date_publ", "")))
                .setFetchedAt(payload.fetchedAt())
                .setCharges(cited(row.getOrDefault("category_code", "")))
                .setStage(CaseStage.DECIDED)
                .setOutcome(Outcome.valueOf(form.get(1)))
                .setOutcomeRaw(form.get(2))
                .setActKind(form.get(2))
                .setHasAct(url.startsWith("http"))
                .setActUrl(url.startsWith("http") ? url : null)
                .setUrl("https://reyestr.court.gov.ua/Review/" + number)
                .setParser(PARSER)
                .setWarnings(form.get(0).isEmpty() ? List.of("unknown form of judgment") : List.of())
                .build();
    }

    /** Code, class and name of a form; a code that we do not know keeps the archive's own name for it. */
    private List<String> form(String code) {
        String name = DoubleEncoding.repaired(forms.getOrDefault(code, Map.of()).getOrDefault("name", ""));
        return FORMS.stream()
                .filter(row -> row.get(0).equals(code))
                .findFirst()
                .orElse(List.of("", Outcome.UNKNOWN.name(), PublicWords.mask(name)));
    }

    private String courtName(String court) {
        String name =
                DoubleEncoding.repaired(courts.getOrDefault(court, Map.of()).getOrDefault("name", ""));
        return CourtTitle.of(source, name);
    }

    private Instance instance(String court) {
        return switch (courts.getOrDefault(court, Map.of()).getOrDefault("instance_code", "")) {
            case "1" -> Instance.CASSATION;
            case "2" -> Instance.APPEAL;
            case "3" -> Instance.FIRST;
            default -> Instance.UNKNOWN;
        };
    }

    private static Proceeding proceeding(String kind) {
        return KINDS.stream()
                .filter(row -> row.get(0).equals(kind))
                .map(row -> Proceeding.valueOf(row.get(1)))
                .findFirst()
                .orElse(Proceeding.UNKNOWN);
    }

    /** Statutes of a category, by the source's {@code category.<code>} or the category's own name; the category only cites. */
    private List<Charge> cited(String category) {
        String said = source.getOptions().getOrDefault("category." + category, "");
        String name = DoubleEncoding.repaired(
                categories.getOrDefault(category, Map.of()).getOrDefault("name", ""));
        return StatuteText.charges(said.isEmpty() ? name : said, "ua/kk", 0).stream()
                .map(charge ->
                        Charge.newBuilder(charge).setRole(ChargeRole.CITED).build())
                .toList();
    }

    /** {@code 2026-01-12 00:00:00+02}: the day as written, whatever the offset. */
    static @Nullable LocalDate day(String cell) {
        try {
            return cell.length() < 10 ? null : LocalDate.parse(cell.substring(0, 10));
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    static @Nullable Instant instant(String cell) {
        String full = cell.replace(' ', 'T').replaceAll("([+-]\\d{2})$", "$1:00");
        try {
            return full.isEmpty() ? null : OffsetDateTime.parse(full).toInstant();
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
