package org.tallywire.ingest.courts.edrsr;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * The tables of a yearly archive, or the documents table alone. Columns are found by name, their order differs between
 * years. An archive that was cut off has no directory at its end and is not read at all.
 */
final class EdrsrTables {
    private static final CSVFormat FORMAT = CSVFormat.TDF
            .builder()
            .setQuote('"')
            .setIgnoreSurroundingSpaces(false)
            .setLenientEof(true)
            .setTrailingData(true)
            .get();
    private static final int DIRECTORY_SIGNATURE = 0x06054b50;
    private static final int LONGEST_TAIL = 65_557;

    private final byte[] body;
    private final boolean zip;

    EdrsrTables(byte[] body) {
        this.body = body;
        this.zip = body.length > 3 && body[0] == 'P' && body[1] == 'K' && body[2] == 3 && body[3] == 4;
    }

    /** False: an archive whose end is missing. */
    boolean whole() {
        if (!zip) {
            return true;
        }
        for (int at = body.length - 22; at >= 0 && at >= body.length - LONGEST_TAIL; at--) {
            if (number(at) == DIRECTORY_SIGNATURE) {
                return true;
            }
        }
        return false;
    }

    private int number(int at) {
        return body[at] & 0xFF | (body[at + 1] & 0xFF) << 8 | (body[at + 2] & 0xFF) << 16 | (body[at + 3] & 0xFF) << 24;
    }

    /** Names by code of a reference table, e.g. {@code courts}; empty: the archive has none. */
    Map<String, Map<String, String>> reference(String table, String code) {
        Map<String, Map<String, String>> rows = new HashMap<>();
        if (zip) {
            each(table, row -> rows.put(row.getOrDefault(code, ""), row));
        }
        return rows;
    }

    /**
     * Rows of the documents table one by one.
     *
     * @return null: read to the end; else what is wrong with the table
     */
    @Nullable
    String documents(Consumer<Map<String, String>> row) {
        return each("documents", row);
    }

    private @Nullable String each(String table, Consumer<Map<String, String>> row) {
        try (ZipInputStream archive = new ZipInputStream(new ByteArrayInputStream(body))) {
            if (!zip) {
                return rows(new InputStreamReader(new ByteArrayInputStream(body), StandardCharsets.UTF_8), row);
            }
            for (ZipEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                String name = entry.getName().toLowerCase(Locale.ROOT).replaceAll("^.*/", "");
                if (name.startsWith(table)) {
                    return rows(new InputStreamReader(archive, StandardCharsets.UTF_8), row);
                }
            }
            return "the archive has no table " + table;
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            return "the table " + table + " is damaged";
        }
    }

    private static @Nullable String rows(Reader text, Consumer<Map<String, String>> row) throws IOException {
        CSVParser parser = CSVParser.parse(text, FORMAT);
        Iterator<CSVRecord> records = parser.iterator();
        if (!records.hasNext()) {
            return "the table is empty";
        }
        List<String> columns = records.next().stream()
                .map(name ->
                        name.replace("\uFEFF", "").replace("\"", "").strip().toLowerCase(Locale.ROOT))
                .toList();
        if (columns.size() < 2) {
            return "no tab-separated table";
        }
        while (records.hasNext()) {
            row.accept(cells(columns, records.next()));
        }
        return null;
    }

    private static Map<String, String> cells(List<String> columns, CSVRecord record) {
        Map<String, String> cells = new HashMap<>();
        for (int i = 0; i < columns.size() && i < record.size(); i++) {
            cells.put(columns.get(i), record.get(i).strip());
        }
        return cells;
    }
}
