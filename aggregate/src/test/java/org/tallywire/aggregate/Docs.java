package org.tallywire.aggregate;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.Bound;
import org.tallywire.avro.CaseStage;
import org.tallywire.avro.ChargeRole;
import org.tallywire.avro.ClaimMention;
import org.tallywire.avro.DocumentKind;
import org.tallywire.avro.Entities;
import org.tallywire.avro.Instance;
import org.tallywire.avro.Mode;
import org.tallywire.avro.Outcome;
import org.tallywire.avro.OutletMention;
import org.tallywire.avro.OutletRole;
import org.tallywire.avro.RecordKind;
import org.tallywire.avro.StatuteMention;
import org.tallywire.avro.Unit;

/** Documents for tests; every name in them is invented. */
public final class Docs {
    private Docs() {}

    /** A first-instance case filed on a day. */
    public static Entities.Builder courtCase(String id, String filed, String... statutes) {
        return Entities.newBuilder()
                .setDocumentId(id)
                .setKind(DocumentKind.COURT_RECORD)
                .setSourceId("exnd")
                .setUrl("https://court.example/" + id)
                .setMode(Mode.LIVE)
                .setRecordKind(RecordKind.CASE)
                .setInstance(Instance.FIRST)
                .setStage(CaseStage.FILED)
                .setOutcome(Outcome.NONE)
                .setCourtId("exnd")
                .setFiled(LocalDate.parse(filed))
                .setEventDate(LocalDate.parse(filed))
                .setStatutes(statutes(ChargeRole.CHARGED, statutes));
    }

    /** A filing entry of a docket. */
    public static Entities.Builder docketEntry(String id, String day, CaseStage stage) {
        return courtCase(id, day)
                .setRecordKind(RecordKind.DOCKET_ENTRY)
                .setFiled(null)
                .setStage(stage);
    }

    /** An article that leads its story. */
    public static Entities.Builder article(String id, String day, String carrier) {
        return Entities.newBuilder()
                .setDocumentId(id)
                .setKind(DocumentKind.ARTICLE)
                .setSourceId(carrier)
                .setOutlet(carrier)
                .setUrl("https://" + carrier + ".example/" + id)
                .setTitle("Title of " + id)
                .setLanguage("en")
                .setMode(Mode.LIVE)
                .setStory(id)
                .setEventDate(LocalDate.parse(day))
                .setPublishedAt(LocalDate.parse(day).atTime(9, 0).toInstant(ZoneOffset.UTC));
    }

    /** Statutes, each mentioned in the role. */
    public static List<StatuteMention> statutes(ChargeRole role, String... keys) {
        return Arrays.stream(keys)
                .map(key ->
                        StatuteMention.newBuilder().setKey(key).setRole(role).build())
                .toList();
    }

    /** Outlets that are cited. */
    public static List<OutletMention> cited(String... ids) {
        return Arrays.stream(ids)
                .map(id -> OutletMention.newBuilder()
                        .setId(id)
                        .setRole(OutletRole.CITED)
                        .build())
                .toList();
    }

    /** Cases filed under article 337 since the mobilisation, as somebody counted them. */
    public static ClaimMention.Builder claim(String id, @Nullable String publisher, double value) {
        return ClaimMention.newBuilder()
                .setId(id)
                .setPublisher(publisher)
                .setValue(value)
                .setBound(Bound.EXACT)
                .setUnit(Unit.CASES)
                .setMeasure("filed")
                .setCounted("cases")
                .setScope(List.of("ru/uk/a337"))
                .setFrom(LocalDate.of(2022, 9, 21))
                .setQuote("The count of " + publisher + " is " + value + " cases.");
    }
}
