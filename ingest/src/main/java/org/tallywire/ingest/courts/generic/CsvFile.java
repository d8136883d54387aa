package org.tallywire.ingest.courts.generic;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.tallywire.ingest.courts.words.Plain;

/** Reads separated values with a heading row; the separator is the one that parts the heading row into most cells. */
final class CsvFile {
    private static final String SEPARATORS = ",;\t|";

    private CsvFile() {}

    static TableFile read(String text, String separator) {
        char by = separator.isEmpty() ? found(text) : separator.equals("tab") ? '\t' : separator.charAt(0);
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(by)
                .setIgnoreEmptyLines(true)
                .setTrim(true)
                .get();
        List<String> headings = new ArrayList<>();
        List<Map<String, String>> rows = new ArrayList<>();
        List<Integer> broken = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
            Iterator<CSVRecord> records = parser.iterator();
            if (records.hasNext()) {
                records.next().forEach(cell -> headings.add(Plain.text(cell)));
            }
            while (records.hasNext()) {
                row(records.next(), headings, rows, broken);
            }
            return new TableFile(headings, rows, broken, "");
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            return new TableFile(headings, rows, broken, "a quote is not closed after row " + rows.size());
        }
    }

    private static void row(
            CSVRecord record, List<String> headings, List<Map<String, String>> rows, List<Integer> broken) {
        if (record.size() != headings.size()) {
            broken.add((int) record.getRecordNumber() - 1);
            return;
        }
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < headings.size(); i++) {
            row.putIfAbsent(headings.get(i), record.get(i));
        }
        rows.add(row);
    }

    private static char found(String text) {
        String heading =
                text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        char best = ',';
        for (char candidate : SEPARATORS.toCharArray()) {
            if (count(heading, candidate) > count(heading, best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static long count(String line, char separator) {
        return line.chars().filter(c -> c == separator).count();
    }
}
