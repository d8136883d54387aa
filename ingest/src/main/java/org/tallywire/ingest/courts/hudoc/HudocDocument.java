package org.tallywire.ingest.courts.hudoc;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
import org.tallywire.ingest.courts.cases.JsonPage;
import org.tallywire.ingest.courts.cases.PartyCounts;
import org.tallywire.ingest.courts.words.Plain;
import org.tallywire.ingest.courts.words.PublicWords;
import org.tallywire.ingest.courts.words.WordTable;
import org.tallywire.ingest.read.Payload;

/** One HUDOC result as a record: a case has its ECLI or, without one, its sorted application numbers. */
final class HudocDocument {
    private static final String PARSER = "hudoc/1";
    private static final List<List<String>> CONCLUSIONS = WordTable.rows(HudocDocument.class, "conclusions.tsv", 2);
    private static final Pattern ITEM = Pattern.compile("\\d{3}-\\d+");
    private static final Pattern APPLICATION = Pattern.compile("\\d{1,6}/\\d{2}");
    private static final Pattern ARTICLE = Pattern.compile("(P\\d{1,2}-)?(\\d{1,2})(?:-(\\d{1,2}))?(?:-([a-z]))?");
    private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4})\\b.*");
    private static final Pattern STATE = Pattern.compile("[A-Z]{3}");
    private static final String SITE = "https://hudoc.echr.coe.int/?i=";

    private final Source source;
    private final Payload payload;

    HudocDocument(Source source, Payload payload) {
        this.source = source;
        this.payload = payload;
    }

    /** Null: the result has no item id. */
    @Nullable
    CourtRecord record(JsonNode columns) {
        String item = JsonPage.text(columns, "itemid");
        if (!ITEM.matcher(item).matches()) {
            return null;
        }
        Set<String> applications = applications(JsonPage.text(columns, "appno"));
        LocalDate decided = day(JsonPage.text(columns, "kpdate"));
        String conclusion = Plain.text(JsonPage.text(columns, "conclusion"));
        Outcome outcome = outcome(conclusion);
        List<String> numbers = List.copyOf(applications);
        return CourtRecord.newBuilder()
                .setId("court:echr-hudoc:echr:" + item)
                .setSourceId(source.getId())
                .setSystem(CourtSystem.ECHR_HUDOC)
                .setRecordKind(RecordKind.DOCUMENT)
                .setCourtId("echr")
                .setCourtName("European Court of Human Rights")
                .setProceeding(Proceeding.OTHER)
                .setInstance(instance(JsonPage.text(columns, "originatingbody"), JsonPage.text(columns, "doctype")))
                .setCaseNumber(numbers.isEmpty() ? "" : numbers.getFirst())
                .setCaseNumberAliases(numbers.isEmpty() ? List.of() : numbers.subList(1, numbers.size()))
                .setCaseKey(caseKey(JsonPage.text(columns, "ecli"), applications))
                .setUidCheck(UidCheck.ABSENT)
                .setDecided(decided)
                .setEventDate(decided)
                .setFetchedAt(payload.fetchedAt())
                .setCharges(articles(JsonPage.text(columns, "article")))
                .setParties(parties(JsonPage.text(columns, "respondent"), applications.size()))
                .setStage(decided == null ? CaseStage.UNKNOWN : CaseStage.DECIDED)
                .setOutcome(outcome)
                .setOutcomeRaw(PublicWords.mask(conclusion))
                .setActKind(JsonPage.text(columns, "doctype").replaceAll("[^A-Z0-9]", ""))
                .setHasAct(true)
                .setUrl(SITE + item)
                .setParser(PARSER)
                .setWarnings(outcome == Outcome.UNKNOWN ? List.of("unknown outcome words") : List.of())
                .build();
    }

    private static Set<String> applications(String numbers) {
        Set<String> applications = new LinkedHashSet<>();
        Matcher m = APPLICATION.matcher(numbers);
        while (m.find()) {
            applications.add(m.group());
        }
        return applications;
    }

    private static @Nullable String caseKey(String ecli, Set<String> applications) {
        if (ecli.matches("ECLI:[A-Z]{2}:[A-Z]+:\\d{4}:[A-Z0-9.]+")) {
            return ecli;
        }
        return applications.isEmpty() ? null : String.join(";", new TreeSet<>(applications));
    }

    /** The strongest class that any of the conclusions has: a violation, none, inadmissible, struck out. */
    private static Outcome outcome(String conclusion) {
        if (conclusion.isEmpty()) {
            return Outcome.NONE;
        }
        for (List<String> row : CONCLUSIONS) {
            for (String one : conclusion.toLowerCase(Locale.ROOT).split(";")) {
                if (one.strip().startsWith(row.get(1))) {
                    return Outcome.valueOf(row.get(0));
                }
            }
        }
        return Outcome.UNKNOWN;
    }

    private static List<Charge> articles(String articles) {
        List<Charge> cited = new ArrayList<>();
        Set<String> keys = new LinkedHashSet<>();
        for (String one : articles.split("[;+]")) {
            Matcher m = ARTICLE.matcher(one.strip());
            if (m.matches() && keys.add(key(m))) {
                cited.add(Charge.newBuilder()
                        .setKey(key(m))
                        .setRaw(one.strip())
                        .setRole(ChargeRole.CITED)
                        .build());
            }
        }
        return cited;
    }

    /** Articles of the Convention are {@code coe/echr}, those of protocol n {@code coe/echr-pn}. */
    private static String key(Matcher m) {
        String protocol = m.group(1) == null
                ? ""
                : "-" + m.group(1).toLowerCase(Locale.ROOT).replace("-", "");
        String part = m.group(3) == null ? "" : "/p" + m.group(3);
        String point = m.group(4) == null || part.isEmpty() ? "" : "/" + m.group(4);
        return "coe/echr" + protocol + "/a" + m.group(2) + part + point;
    }

    private static List<org.tallywire.avro.Party> parties(String respondents, int applicants) {
        PartyCounts parties = new PartyCounts().add("applicant", applicants, false);
        for (String state : respondents.split("[;,\\s]+")) {
            if (STATE.matcher(state).matches()) {
                parties.add("respondent: " + state, 1, false);
            }
        }
        return parties.list();
    }

    private static Instance instance(String body, String doctype) {
        boolean grand = doctype.contains("GC") || doctype.contains("GRANDCHAMBER") || body.equals("8");
        return grand ? Instance.SUPERVISORY : Instance.FIRST;
    }

    /** {@code 2026-01-15T00:00:00} or {@code 15/01/2026 00:00:00}; null: neither. */
    private static @Nullable LocalDate day(String kpdate) {
        Matcher m = DAY_FIRST.matcher(kpdate);
        try {
            if (m.matches()) {
                return LocalDate.of(
                        Integer.parseInt(m.group(3)), Integer.parseInt(m.group(2)), Integer.parseInt(m.group(1)));
            }
            return kpdate.length() < 10 ? null : LocalDate.parse(kpdate.substring(0, 10));
        } catch (DateTimeException e) {
            return null;
        }
    }
}
