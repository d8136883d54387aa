package org.tallywire.ingest.courts.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.tallywire.avro.CourtRecord;
import org.tallywire.avro.Outcome;

/** What a list row can state about a document: the fields by name, whether a record states them, and how they are taken over. */
final class RowFields {
    private record Field(Predicate<CourtRecord> stated, BiConsumer<CourtRecord, CourtRecord.Builder> copy) {}

    private static final Map<String, Field> FIELDS = Map.of(
            "caseNumber",
            new Field(r -> !r.getCaseNumber().isEmpty(), (r, b) -> b.setCaseNumber(r.getCaseNumber())),
            "filed",
            new Field(
                    r -> r.getFiled() != null,
                    (r, b) -> b.setFiled(r.getFiled()).setEventDate(r.getEventDate())),
            "decided",
            new Field(r -> r.getDecided() != null, (r, b) -> b.setDecided(r.getDecided())),
            "inForce",
            new Field(r -> r.getInForce() != null, (r, b) -> b.setInForce(r.getInForce())),
            "charges",
            new Field(r -> !r.getCharges().isEmpty(), (r, b) -> b.setCharges(r.getCharges())),
            "outcome",
            new Field(
                    RowFields::hasOutcome,
                    (r, b) -> b.setOutcome(r.getOutcome()).setOutcomeRaw(r.getOutcomeRaw())),
            "act",
            new Field(
                    CourtRecord::getHasAct,
                    (r, b) -> b.setHasAct(true).setActKind(r.getActKind()).setActUrl(r.getActUrl())));

    private RowFields() {}

    static List<String> stated(CourtRecord row) {
        List<String> names = new ArrayList<>();
        FIELDS.forEach((name, field) -> {
            if (field.stated().test(row)) {
                names.add(name);
            }
        });
        return names.stream().sorted().toList();
    }

    static void copy(CourtRecord from, CourtRecord.Builder to, List<String> names) {
        for (String name : names) {
            Field field = FIELDS.get(name);
            if (field != null) {
                field.copy().accept(from, to);
            }
        }
    }

    private static boolean hasOutcome(CourtRecord record) {
        return record.getOutcome() != Outcome.NONE || !record.getOutcomeRaw().isEmpty();
    }
}
