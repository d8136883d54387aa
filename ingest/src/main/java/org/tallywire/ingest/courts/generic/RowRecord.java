package org.tallywire.ingest.courts.generic;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.Charge;
import org.tallywire.avro.CourtRecord;
import org.tallywire.avro.CourtSystem;
import org.tallywire.avro.Instance;
import org.tallywire.avro.Outcome;
import org.tallywire.avro.Proceeding;
import org.tallywire.avro.RecordKind;
import org.tallywire.avro.Source;
import org.tallywire.avro.UidCheck;
import org.tallywire.ingest.courts.cases.CaseStages;
import org.tallywire.ingest.courts.cases.CourtTitle;
import org.tallywire.ingest.courts.cases.EventZone;
import org.tallywire.ingest.courts.cases.PartyCounts;
import org.tallywire.ingest.courts.cases.SafeNumber;
import org.tallywire.ingest.courts.cases.Withdrawal;
import org.tallywire.ingest.courts.charges.StatuteText;
import org.tallywire.ingest.courts.words.Outcomes;
import org.tallywire.ingest.courts.words.PublicWords;
import org.tallywire.ingest.date.DateOrder;
import org.tallywire.ingest.date.DateParser;
import org.tallywire.ingest.date.ParsedDate;

/** One row made a court record by the mapping. */
final class RowRecord {
    private static final String PARSER = "generic/1";
    private static final DateTimeFormatter DOTTED = DateTimeFormatter.ofPattern("d.M.uuuu", Locale.ROOT);
    private static final Pattern DOTTED_DAY = Pattern.compile("\\d{1,2}\\.\\d{1,2}\\.\\d{4}");
    private static final Pattern ISO_DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern COURT_ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]*");

    private final Mapping mapping;
    private final Source source;
    private final Instant fetched;
    private final ZoneId zone;

    RowRecord(Mapping mapping, Source source, Instant fetched) {
        this.mapping = mapping;
        this.source = source;
        this.fetched = fetched;
        this.zone = EventZone.of(source);
    }

    /** What keeps a row from being a record. */
    static final class RowFault extends Exception {
        private static final long serialVersionUID = 1L;

        final String reason;

        RowFault(String reason, String detail) {
            super(detail);
            this.reason = reason;
        }
    }

    CourtRecord of(Map<String, String> row) throws RowFault {
        String number = SafeNumber.of(mapping.cell(row, "case"));
        String key = SafeNumber.of(mapping.cell(row, "id"));
        if (number.isEmpty() && key.isEmpty()) {
            throw new RowFault("NO_CASE_NUMBER", "neither a case number nor an id");
        }
        String court = court(row);
        String id = "court:generic:" + court + ":" + (key.isEmpty() ? number : key).replace(' ', '_');
        if (withdrawn(mapping.cell(row, "status"))) {
            return Withdrawal.of(id, source.getId(), fetched);
        }
        return fields(row, id, court, number.isEmpty() ? key : number);
    }

    private CourtRecord fields(Map<String, String> row, String id, String court, String number) throws RowFault {
        LocalDate filed = day(row, "filed");
        LocalDate decided = day(row, "decided");
        LocalDate inForce = day(row, "inForce");
        LocalDate posted = day(row, "posted");
        List<Charge> charges = charges(row);
        String result = mapping.cell(row, "outcome");
        LocalDate counted = CaseStages.eventDate(filed, decided, List.of());
        return CourtRecord.newBuilder()
                .setId(id)
                .setSourceId(source.getId())
                .setSystem(CourtSystem.GENERIC)
                .setRecordKind(RecordKind.valueOf(or(mapping.option("record.kind"), "CASE")))
                .setCourtId(court)
                .setCourtName(courtName(row))
                .setProceeding(proceeding(row, charges))
                .setInstance(instance(row))
                .setCaseNumber(number)
                .setCaseKey(blankToNull(SafeNumber.of(mapping.cell(row, "caseKey"))))
                .setUidCheck(UidCheck.ABSENT)
                .setFiled(filed)
                .setDecided(decided)
                .setInForce(inForce)
                .setEventDate(counted)
                .setPostedAt(posted == null ? null : posted.atStartOfDay(zone).toInstant())
                .setCharges(charges)
                .setParties(new PartyCounts()
                        .add("defendant", defendants(mapping.cell(row, "defendants")), false)
                        .list())
                .setStage(CaseStages.of(filed, decided, inForce, outcome(result), List.of()))
                .setOutcome(outcome(result))
                .setOutcomeRaw(PublicWords.mask(result))
                .setUrl(url(mapping.cell(row, "url")))
                .setFetchedAt(fetched)
                .setParser(PARSER)
                .setWarnings(warnings(charges, result, counted))
                .build();
    }

    private String court(Map<String, String> row) {
        String cell = mapping.cell(row, "court");
        if (cell.isEmpty()) {
            return or(source.getCourt(), or(source.getId(), "unknown"));
        }
        if (COURT_ID.matcher(cell).matches()) {
            return cell;
        }
        String name = cell.replaceAll("[(,].*$", "");
        return slug(CourtTitle.isCourt(name) ? name : PublicWords.mask(name));
    }

    private static String slug(String words) {
        String slug = words.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "-")
                .replaceAll("^-|-$", "");
        return or(slug, "unknown");
    }

    private String courtName(Map<String, String> row) {
        String cell = or(mapping.cell(row, "courtName"), mapping.cell(row, "court"));
        return cell.isEmpty() || COURT_ID.matcher(cell).matches() ? source.getName() : CourtTitle.of(source, cell);
    }

    private List<Charge> charges(Map<String, String> row) {
        String act = or(mapping.option("statute.act"), "?");
        String cell = or(mapping.cell(row, "statute"), mapping.option("statute"));
        return cell.isEmpty() ? List.of() : StatuteText.charges(cell, act, 0);
    }

    private Proceeding proceeding(Map<String, String> row, List<Charge> charges) {
        String cell = mapping.cell(row, "proceeding").toUpperCase(Locale.ROOT);
        for (Proceeding known : Proceeding.values()) {
            if (known.name().equals(cell)) {
                return known;
            }
        }
        String option = mapping.option("proceeding");
        if (!option.isEmpty() || charges.isEmpty()) {
            return Proceeding.valueOf(or(option, "UNKNOWN"));
        }
        String key = charges.getFirst().getKey();
        if (key.startsWith("ru/koap/") || key.startsWith("ua/kupap/")) {
            return Proceeding.ADMIN_OFFENCE;
        }
        return key.matches("(\\w+/uk|ua/kk|us/usc/t18)/.*") ? Proceeding.CRIMINAL : Proceeding.UNKNOWN;
    }

    private Instance instance(Map<String, String> row) {
        String cell = mapping.cell(row, "instance").toUpperCase(Locale.ROOT);
        for (Instance known : Instance.values()) {
            if (known.name().equals(cell)) {
                return known;
            }
        }
        return Instance.valueOf(or(mapping.option("instance"), "UNKNOWN"));
    }

    private Outcome outcome(String words) {
        Outcome said = mapping.outcome(words);
        return said == Outcome.NONE ? Outcomes.of(words) : said;
    }

    private boolean withdrawn(String status) {
        return !status.isEmpty()
                && List.of(mapping.option("withdrawn").split("\\s*,\\s*")).contains(status);
    }

    private static int defendants(String cell) {
        if (cell.isEmpty()) {
            return 0;
        }
        return cell.matches("\\d{1,4}") ? Integer.parseInt(cell) : cell.split("\\s*[;|]\\s*").length;
    }

    /** The record's own page, or the file in which it stands. */
    private String url(String cell) {
        return cell.matches("https?://\\S+") ? cell : source.getUrl();
    }

    private List<String> warnings(List<Charge> charges, String result, @Nullable LocalDate counted) {
        List<String> warnings = new ArrayList<>();
        if (charges.stream().anyMatch(charge -> charge.getKey().startsWith("?"))) {
            warnings.add("statute without a known act");
        }
        if (outcome(result) == Outcome.UNKNOWN) {
            warnings.add("unknown outcome words");
        }
        if (counted == null) {
            warnings.add("no event day");
        }
        return warnings;
    }

    private @Nullable LocalDate day(Map<String, String> row, String field) throws RowFault {
        String cell = mapping.cell(row, field);
        if (cell.isEmpty()) {
            return null;
        }
        try {
            String format = mapping.option("date.format");
            return format.isEmpty()
                    ? usualDay(cell, field)
                    : LocalDate.parse(cell, DateTimeFormatter.ofPattern(format, Locale.ROOT));
        } catch (DateTimeException e) {
            throw new RowFault("BAD_DATE", "column of " + field);
        }
    }

    private LocalDate usualDay(String cell, String field) throws RowFault {
        if (ISO_DAY.matcher(cell).matches()) {
            return LocalDate.parse(cell);
        }
        if (cell.matches("\\d{4}-\\d{2}-\\d{2}[T ].*(Z|[+-]\\d{2}:\\d{2})")) {
            return EventZone.day(OffsetDateTime.parse(cell.replace(' ', 'T')), zone);
        }
        if (cell.matches("\\d{4}-\\d{2}-\\d{2}[T ].*")) {
            return LocalDate.parse(cell.substring(0, 10));
        }
        return DOTTED_DAY.matcher(cell).matches() ? LocalDate.parse(cell, DOTTED) : worded(cell, field);
    }

    /** A day in words, a compact one or an instant as a number; two readings of bare numbers are refused. */
    private LocalDate worded(String cell, String field) throws RowFault {
        if (cell.matches("(19|20)\\d{6}")) {
            return LocalDate.parse(cell, DateTimeFormatter.BASIC_ISO_DATE);
        }
        Instant ahead = fetched.plus(Duration.ofDays(3650)); // a day of legal force may lie ahead
        ParsedDate parsed = new DateParser(zone, DateOrder.of(mapping.option("dateOrder"))).parse(cell, ahead);
        Instant instant = parsed.instant();
        if (instant == null || parsed.flags().contains("RELATIVE_DATE")) {
            throw new RowFault("BAD_DATE", "column of " + field);
        }
        return instant.atZone(zone).toLocalDate();
    }

    private static String or(String value, String otherwise) {
        return value.isEmpty() ? otherwise : value;
    }

    private static @Nullable String blankToNull(String value) {
        return value.isEmpty() ? null : value;
    }
}
