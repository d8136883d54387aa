package org.tallywire.aggregate.sink;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.Alert;
import org.tallywire.avro.Claim;
import org.tallywire.avro.ClaimSpan;
import org.tallywire.avro.Contributions;
import org.tallywire.avro.DayCell;
import org.tallywire.avro.OwnCount;
import org.tallywire.avro.SourceHealth;
import org.tallywire.avro.Tally;
import org.tallywire.schemas.AvroJson;
import org.tallywire.schemas.Topics;

/** Which topics become which tables. The columns stand in the order of the values. */
final class Mappings {
    private Mappings() {}

    static final List<Mapping<?>> ALL = List.of(
            new Mapping<>(
                    Topics.DAY_CELLS,
                    Table.of(
                            "day_cells",
                            1,
                            "key series name labels day count revisions last_document last_delta last_change evidence"),
                    Mappings::dayCell,
                    false),
            new Mapping<>(
                    Topics.TALLIES,
                    Table.of("tallies", 1, "key series name labels days from_day as_of count previous updated_at"),
                    Mappings::tally,
                    false),
            new Mapping<>(
                    Topics.CLAIMS,
                    Table.of(
                            "claims",
                            1,
                            "key kind publisher publisher_kind measure unit counted scope from_day to_day per value high "
                                    + "bound status superseded_by independent_sources conflicts approximates "
                                    + "history own_series own_count own_ratio own_reason first_seen last_seen updated_at "
                                    + "span_min span_best span_max span_rule"),
                    Mappings::claim,
                    false),
            new Mapping<>(
                    Topics.CLAIMS,
                    Table.of("carriers", 2, "key document outlet story url quote day value bound"),
                    Mappings::carriers,
                    true),
            new Mapping<>(
                    Topics.CONTRIBUTIONS,
                    Table.of("contributions", 3, "key series day source mode name count url quote"),
                    Mappings::contributions,
                    true),
            new Mapping<>(
                    Topics.ALERTS,
                    Table.of(
                            "alerts",
                            1,
                            "key rule series name labels state severity day last_day starts_at updated_at resolved_at "
                                    + "observed expected lower upper p excess message reason revision evidence "
                                    + "mode valid_until ratio partial"),
                    Mappings::alert,
                    false),
            new Mapping<>(
                    Topics.SOURCE_HEALTH,
                    Table.of(
                            "source_health",
                            1,
                            "key stream kind name url state reason since last_success last_new_item error_streak updated_at"),
                    Mappings::sourceHealth,
                    false));

    private static List<List<String>> dayCell(DayCell cell) {
        return List.of(row(
                cell.getSeries(),
                cell.getName(),
                json(cell.getLabels()),
                cell.getDay(),
                cell.getCount(),
                cell.getRevisions(),
                cell.getLastDocument(),
                cell.getLastDelta(),
                cell.getLastChange(),
                json(cell.getEvidence())));
    }

    private static List<List<String>> tally(Tally tally) {
        return List.of(row(
                tally.getSeries(),
                tally.getName(),
                json(tally.getLabels()),
                tally.getDays(),
                tally.getFrom(),
                tally.getAsOf(),
                tally.getCount(),
                tally.getPrevious(),
                tally.getUpdatedAt()));
    }

    private static List<List<String>> claim(Claim claim) {
        @Nullable OwnCount own = claim.getOwn();
        @Nullable ClaimSpan span = claim.getSpan();
        return List.of(row(
                claim.getKind(),
                claim.getPublisher(),
                claim.getPublisherKind(),
                claim.getMeasure(),
                claim.getUnit(),
                claim.getCounted(),
                claim.getScope(),
                claim.getFrom(),
                claim.getTo(),
                claim.getPer(),
                claim.getValue(),
                claim.getHigh(),
                claim.getBound(),
                claim.getStatus(),
                claim.getSupersededBy(),
                claim.getIndependentSources(),
                claim.getConflicts(),
                claim.getApproximates(),
                json(claim.getHistory()),
                own == null ? null : own.getSeries(),
                own == null ? null : own.getCount(),
                own == null ? null : own.getRatio(),
                own == null ? null : own.getReason(),
                claim.getFirstSeen(),
                claim.getLastSeen(),
                claim.getUpdatedAt(),
                span == null ? null : span.getMin(),
                span == null ? null : span.getBest(),
                span == null ? null : span.getMax(),
                span == null ? null : span.getRule()));
    }

    private static List<List<String>> carriers(Claim claim) {
        return claim.getCarriers().stream()
                .map(carrier -> row(
                        carrier.getDocumentId(),
                        carrier.getOutlet(),
                        carrier.getStory(),
                        carrier.getUrl(),
                        carrier.getQuote(),
                        carrier.getDay(),
                        carrier.getValue(),
                        carrier.getBound()))
                .toList();
    }

    private static List<List<String>> contributions(Contributions document) {
        return document.getItems().stream()
                .map(item -> row(
                        item.getSeries(),
                        item.getDay(),
                        document.getSourceId(),
                        document.getMode(),
                        item.getName(),
                        item.getCount(),
                        document.getEvidence().getUrl(),
                        document.getEvidence().getQuote()))
                .toList();
    }

    private static List<List<String>> alert(Alert alert) {
        return List.of(row(
                alert.getRule(),
                alert.getSeries(),
                alert.getName(),
                json(alert.getLabels()),
                alert.getState(),
                alert.getSeverity(),
                alert.getDay(),
                alert.getLastDay(),
                alert.getStartsAt(),
                alert.getUpdatedAt(),
                alert.getResolvedAt(),
                alert.getObserved(),
                alert.getExpected(),
                alert.getLower(),
                alert.getUpper(),
                alert.getPValue(),
                alert.getExcess(),
                alert.getMessage(),
                alert.getReason(),
                alert.getRevision(),
                json(alert.getEvidence()),
                alert.getMode(),
                alert.getValidUntil(),
                alert.getRatio(),
                alert.getPartial()));
    }

    private static List<List<String>> sourceHealth(SourceHealth health) {
        return List.of(row(
                health.getStream(),
                health.getKind(),
                health.getName(),
                health.getUrl(),
                health.getState(),
                health.getReason(),
                health.getSince(),
                health.getLastSuccess(),
                health.getLastNewItem(),
                health.getErrorStreak(),
                health.getUpdatedAt()));
    }

    private static List<String> row(@Nullable Object... values) {
        List<String> row = new ArrayList<>();
        for (Object value : values) {
            row.add(Values.of(value));
        }
        return row;
    }

    private static String json(Collection<? extends IndexedRecord> records) {
        return records.stream().map(AvroJson::write).toList().toString();
    }

    private static String json(Map<String, String> labels) {
        return labels.entrySet().stream()
                .map(label -> AvroJson.quote(label.getKey()) + ":" + AvroJson.quote(label.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
    }
}
