package org.tallywire.ingest.courts.edrsr;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.CourtRecord;
import org.tallywire.avro.Failure;
import org.tallywire.avro.HealthState;
import org.tallywire.avro.Source;
import org.tallywire.ingest.courts.cases.CourtFailures;
import org.tallywire.ingest.read.FeedFacts;
import org.tallywire.ingest.read.Payload;
import org.tallywire.ingest.read.Reader;
import org.tallywire.ingest.read.Reading;

/**
 * Reads a yearly archive of the Ukrainian register, or its documents table. Options narrow the millions of rows, each a list
 * parted by commas: {@code courts}, {@code justice}, {@code categories}, {@code forms} (codes as in the tables; all rows if
 * absent); {@code days}: only documents published so lately. {@code category.<code>} gives a category its statute keys.
 */
public final class EdrsrReader implements Reader<CourtRecord> {
    private static final Map<String, String> FILTERS = Map.of(
            "courts", "court_code", "justice", "justice_kind", "categories", "category_code", "forms", "judgment_code");

    @Override
    public Reading<CourtRecord> read(Payload payload, Source source) {
        EdrsrTables tables = new EdrsrTables(payload.body());
        if (payload.truncated() || !tables.whole()) {
            return Reading.refused(HealthState.PARSE, "the archive arrived cut short; nothing of it is used", "UTF-8");
        }
        EdrsrDocument documents = new EdrsrDocument(source, payload, tables);
        Map<String, CourtRecord> records = new LinkedHashMap<>();
        List<Failure> failures = new ArrayList<>();
        long[] seen = new long[2];
        String fault = tables.documents(row -> {
            seen[0]++;
            if (!wanted(row, source, payload.fetchedAt())) {
                seen[1]++;
                return;
            }
            CourtRecord record = documents.record(row);
            if (record == null) {
                failures.add(CourtFailures.of(source, payload, "NO_ID", "row " + seen[0], ""));
            } else {
                records.put(record.getId(), record);
            }
        });
        return reading(source, List.copyOf(records.values()), failures, seen, fault);
    }

    private static Reading<CourtRecord> reading(
            Source source, List<CourtRecord> records, List<Failure> failures, long[] seen, @Nullable String fault) {
        if (records.isEmpty() && fault != null) {
            return Reading.refused(HealthState.PARSE, fault, "UTF-8");
        }
        if (records.isEmpty() && !failures.isEmpty()) {
            return Reading.refused(HealthState.PARSE, "no row has a doc_id and a court_code", "UTF-8");
        }
        Map<String, Long> dropped = new LinkedHashMap<>();
        if (seen[1] > 0) {
            dropped.put("filtered", seen[1]);
        }
        long repeated = seen[0] - seen[1] - records.size() - failures.size();
        if (repeated > 0) {
            dropped.put("repeated", repeated);
        }
        HealthState good = records.isEmpty() ? HealthState.OK_EMPTY : HealthState.WORKING;
        boolean whole = failures.isEmpty() && fault == null;
        return new Reading<>(
                whole ? good : HealthState.PARTIAL,
                fault != null ? fault : whole ? "" : failures.size() + " rows set aside",
                "UTF-8",
                new FeedFacts(source.getName(), source.getUrl(), "uk", "", 0, List.of(), List.of()),
                records,
                failures,
                dropped,
                List.of(),
                false);
    }

    private static boolean wanted(Map<String, String> row, Source source, Instant now) {
        Map<String, String> options = source.getOptions();
        for (Map.Entry<String, String> filter : FILTERS.entrySet()) {
            String allowed = options.getOrDefault(filter.getKey(), "");
            String code = row.getOrDefault(filter.getValue(), "");
            if (!allowed.isEmpty() && !List.of(allowed.split("\\s*,\\s*")).contains(code)) {
                return false;
            }
        }
        String days = options.getOrDefault("days", "");
        Instant published = EdrsrDocument.instant(row.getOrDefault("date_publ", ""));
        return !days.matches("\\d{1,5}")
                || published == null
                || !published.isBefore(now.minus(Duration.ofDays(Long.parseLong(days))));
    }
}
