package org.tallywire.ingest.courts.generic;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.tallywire.avro.CourtRecord;
import org.tallywire.avro.Failure;
import org.tallywire.avro.HealthState;
import org.tallywire.avro.Source;
import org.tallywire.ingest.courts.cases.CourtFailures;
import org.tallywire.ingest.courts.cases.PageText;
import org.tallywire.ingest.courts.generic.RowRecord.RowFault;
import org.tallywire.ingest.read.FeedFacts;
import org.tallywire.ingest.read.Payload;
import org.tallywire.ingest.read.Reader;
import org.tallywire.ingest.read.Reading;

/**
 * Reads a register that is one file. A later row of the same document replaces an earlier one. The file is the whole
 * register unless {@code complete=false} or a row was set aside, so a row that leaves it is a withdrawn record.
 */
public final class FileReader implements Reader<CourtRecord> {
    private final BiFunction<String, Source, TableFile> format;

    private FileReader(BiFunction<String, Source, TableFile> format) {
        this.format = format;
    }

    /** Separated values with a heading row. */
    public static FileReader csv() {
        return new FileReader((text, source) -> CsvFile.read(text, option(source, "separator")));
    }

    /** A JSON array, an object that holds one, or one object a line. */
    public static FileReader json() {
        return new FileReader((text, source) -> JsonFile.read(text, option(source, "items")));
    }

    @Override
    public Reading<CourtRecord> read(Payload payload, Source source) {
        String named = option(source, "charset");
        Charset charset = named.isEmpty() ? StandardCharsets.UTF_8 : PageText.named(named);
        if (charset == null) {
            return refused(source, payload, "charset=" + named + ": no such charset", named);
        }
        PageText text = named.isEmpty()
                ? PageText.of(payload, Charset.forName("windows-1251"))
                : new PageText(new String(payload.body(), charset), charset.name(), false);
        TableFile file = format.apply(text.text(), source);
        if (file.headings().isEmpty()) {
            boolean empty = file.fault().isEmpty() && !text.text().isBlank();
            String why = empty ? "the file has no rows" : file.fault().isEmpty() ? "the file is empty" : file.fault();
            return Reading.refused(empty ? HealthState.OK_EMPTY : HealthState.PARSE, why, text.charset());
        }
        Mapping mapping = Mapping.of(source, file.headings());
        return mapping.faults().isEmpty()
                ? rows(file, mapping, payload, source, text)
                : refused(source, payload, String.join("; ", mapping.faults()), text.charset());
    }

    private static Reading<CourtRecord> rows(
            TableFile file, Mapping mapping, Payload payload, Source source, PageText text) {
        RowRecord records = new RowRecord(mapping, source, payload.fetchedAt());
        Map<String, CourtRecord> entries = new LinkedHashMap<>();
        List<Failure> failures = new ArrayList<>();
        long repeated = 0;
        for (int i = 0; i < file.rows().size(); i++) {
            Map<String, String> row = file.rows().get(i);
            try {
                CourtRecord record = records.of(row);
                repeated += entries.put(record.getId(), record) == null ? 0 : 1;
            } catch (RowFault fault) {
                String place = "row " + (i + 1) + ": " + fault.getMessage();
                failures.add(CourtFailures.of(source, payload, fault.reason, place, String.join("; ", row.values())));
            }
        }
        for (int place : file.broken()) {
            failures.add(CourtFailures.of(source, payload, "ROW_SHAPE", "row " + place + ": number of cells", ""));
        }
        return reading(file, mapping, payload, source, text, List.copyOf(entries.values()), failures, repeated);
    }

    private static Reading<CourtRecord> reading(
            TableFile file,
            Mapping mapping,
            Payload payload,
            Source source,
            PageText text,
            List<CourtRecord> entries,
            List<Failure> failures,
            long repeated) {
        boolean whole = file.fault().isEmpty() && !payload.truncated() && failures.isEmpty();
        List<String> odd = new ArrayList<>();
        if (!file.fault().isEmpty()) {
            odd.add(file.fault());
        }
        if (payload.truncated()) {
            odd.add("the file is cut off");
        }
        if (!failures.isEmpty()) {
            odd.add(failures.size() + " rows set aside");
        }
        HealthState good = entries.isEmpty() ? HealthState.OK_EMPTY : HealthState.WORKING;
        return new Reading<>(
                whole ? good : HealthState.PARTIAL,
                String.join("; ", odd),
                text.charset(),
                facts(source, file, mapping),
                entries,
                failures,
                repeated == 0 ? Map.of() : Map.of("repeated", repeated),
                List.of(),
                whole && !mapping.option("complete").equals("false"));
    }

    /** Columns are the scope of a table; names inside JSON objects come and go. */
    private static FeedFacts facts(Source source, TableFile file, Mapping mapping) {
        String scope = source.getKind().equals("json") ? "" : mapping.scope(file.headings());
        return new FeedFacts(source.getName(), source.getUrl(), source.getLanguage(), scope, 0, List.of(), List.of());
    }

    private static Reading<CourtRecord> refused(Source source, Payload payload, String why, String encoding) {
        Failure failure = CourtFailures.of(source, payload, "BAD_MAPPING", why, "");
        return new Reading<>(
                HealthState.BAD_SOURCE,
                why,
                encoding,
                FeedFacts.NONE,
                List.of(),
                List.of(failure),
                Map.of(),
                List.of(),
                false);
    }

    private static String option(Source source, String key) {
        return source.getOptions().getOrDefault(key, "").strip();
    }
}
