package org.tallywire.ingest.courts.generic;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.tallywire.ingest.courts.words.Plain;

/** Reads separated values with a heading row; the separator is the one that parts the heading row into most cells. Lines of one cell over it are notes. */
final class CsvFile {
    /** First line by which spreadsheets say the separator. */
    private static final Pattern STATED = Pattern.compile("sep=(.)\\s*?\\R");

    private static final String SEPARATORS = ",;\t|^~";
    /** Lines in which the heading is looked for. */
    private static final int NOTES = 10;

    private CsvFile() {}

    static TableFile read(String text, String separator) {
        Matcher stated = STATED.matcher(text);
        if (stated.lookingAt()) {
            return read(text.substring(stated.end()), separator.isEmpty() ? stated.group(1) : separator);
        }
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
            heading(records).forEach(cell -> headings.add(Plain.text(cell)));
            while (records.hasNext()) {
                row(records.next(), headings, rows, broken);
            }
            return new TableFile(headings, rows, broken, "");
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            return new TableFile(headings, rows, broken, "a quote is not closed after row " + rows.size());
        }
    }

    /** The first row with more than one cell: what stands over it is a title or a note. */
    private static List<String> heading(Iterator<CSVRecord> records) {
        List<String> heading = List.of();
        for (int i = 0; i < NOTES && heading.size() < 2 && records.hasNext(); i++) {
            heading = records.next().toList();
        }
        return heading;
    }

    private static void row(
            CSVRecord record, List<String> headings, List<Map<String, String>> rows, List<Integer> broken) {
        boolean more = record.stream().skip(headings.size()).anyMatch(cell -> !cell.isBlank());
        if (record.size() < headings.size() || more) {
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
        for (String heading :
                text.lines().filter(line -> !line.isBlank()).limit(NOTES).toList()) {
            char best = SEPARATORS.charAt(0);
            for (char candidate : SEPARATORS.toCharArray()) {
                if (count(heading, candidate) > count(heading, best)) {
                    best = candidate;
                }
            }
            if (count(heading, best) > 0) {
                return best;
            }
        }
        return SEPARATORS.charAt(0);
    }

    private static long count(String line, char separator) {
        return line.chars().filter(c -> c == separator).count();
    }
}
