package org.tallywire.aggregate.spike;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads series from CSV with the columns {@code date,count} or {@code series,date,count}, named in a header or in that order without one.
 * A date is {@code 2025-03-31}, or a whole number that counts buckets from 1. A count is a whole number, 3.0 is one; empty, {@code NA} or {@code x}
 * says that nobody could look. Rows of a series stand in order of date; series may be interleaved.
 */
final class SeriesFile {
    private static final Set<String> UNSEEN = Set.of("", "na", "nan", "null", "x");
    private static final Set<String> DAYS = Set.of("date", "day", "week", "t");
    private static final int MONDAY_BEFORE = 3;
    private static final int WEEK = 7;
    private static final int LONGEST_LINE = 100_000;

    private final String file;
    private final int step;
    private final Map<String, Long> lastDay = new HashMap<>();
    private int series = -1;
    private int date = -1;
    private int count = -1;

    private SeriesFile(String file, int step) {
        this.file = file;
        this.step = step;
    }

    /**
     * One row of the file.
     *
     * @param series its series, empty if the file has no such column
     * @param date the date as written
     * @param day days since 1970-01-01
     * @param count the count, -1 if nobody could look
     */
    record Row(String series, String date, long day, long count) {}

    /** All rows in the order of the file; {@code step} is the number of days of a bucket. */
    static List<Row> read(Path path, int step) throws BadInput {
        SeriesFile reader = new SeriesFile(path.toString(), step);
        try (BufferedReader in = Files.newBufferedReader(path, StandardCharsets.UTF_8);
                CSVParser csv = CSVFormat.DEFAULT
                        .builder()
                        .setDelimiter(delimiter(in))
                        .setIgnoreSurroundingSpaces(true)
                        .get()
                        .parse(in)) {
            return reader.rows(csv);
        } catch (MalformedInputException e) {
            throw new BadInput(path + ": not UTF-8");
        } catch (IOException | UncheckedIOException e) {
            String reason = Files.exists(path) ? e.getMessage() : "no such file";
            throw new BadInput(path + ": " + reason);
        }
    }

    /** Comma, or the semicolon or tab that the first line holds instead. */
    private static char delimiter(BufferedReader in) throws IOException {
        in.mark(LONGEST_LINE);
        String first = in.readLine();
        in.reset();
        return first == null || first.contains(",")
                ? ','
                : first.contains(";") ? ';' : first.contains("\t") ? '\t' : ',';
    }

    /** True if in all series all dates are whole weeks apart, and some are. */
    static boolean weekly(List<Row> rows) {
        Map<String, Long> before = new HashMap<>();
        long gaps = 0;
        for (Row row : rows) {
            Long last = before.put(row.series(), row.day());
            gaps = last == null ? gaps : gcd(gaps, row.day() - last);
        }
        return gaps > 0 && gaps % WEEK == 0;
    }

    private static long gcd(long a, long b) {
        return b == 0 ? a : gcd(b, a % b);
    }

    private List<Row> rows(CSVParser csv) throws BadInput {
        List<Row> rows = new ArrayList<>();
        for (Iterator<CSVRecord> records = csv.iterator(); records.hasNext(); ) {
            CSVRecord csvRow = records.next();
            if (date >= 0 || !columns(csvRow)) {
                rows.add(row(csvRow));
            }
        }
        if (rows.isEmpty()) {
            throw new BadInput(file + ": no rows");
        }
        return rows;
    }

    /** Finds the columns in the first row; true if that row is a header. */
    private boolean columns(CSVRecord first) throws BadInput {
        for (int i = 0; i < first.size(); i++) {
            String name = first.get(i).replace("\uFEFF", "").toLowerCase(Locale.ROOT);
            date = DAYS.contains(name) ? i : date;
            series = name.equals("series") || name.equals("sid") ? i : series;
            count = name.equals("count") ? i : count;
        }
        if (date >= 0 && count >= 0) {
            return true;
        }
        if (date >= 0 || count >= 0 || first.size() < 2 || first.size() > 3) {
            throw BadInput.at(
                    file, first.getParser().getCurrentLineNumber(), "columns date,count or series,date,count expected");
        }
        count = first.size() - 1;
        date = count - 1;
        series = date - 1;
        return false;
    }

    private Row row(CSVRecord csvRow) throws BadInput {
        long line = csvRow.getParser().getCurrentLineNumber();
        if (csvRow.size() <= Math.max(series, Math.max(date, count))) {
            throw BadInput.at(
                    file, line, "%d columns, %d expected".formatted(csvRow.size(), Math.max(date, count) + 1));
        }
        String name = series < 0 ? "" : csvRow.get(series);
        String written = csvRow.get(date).replace("\uFEFF", "");
        long day = day(written, line);
        Long before = lastDay.put(name, day);
        if (before != null && day <= before) {
            throw BadInput.at(
                    file,
                    line,
                    day == before
                            ? "date %s stands twice".formatted(written)
                            : "date %s is not after the one before".formatted(written));
        }
        if (before != null && (day - before) % step != 0) {
            throw BadInput.at(
                    file, line, "date %s is not a whole number of weeks after the one before".formatted(written));
        }
        return new Row(name, written, day, count(csvRow.get(count), line));
    }

    private long day(String text, long line) throws BadInput {
        try {
            if (text.length() < 8 && text.chars().allMatch(Character::isDigit) && !text.isEmpty()) {
                return Long.parseLong(text) * step + MONDAY_BEFORE + 1 - step;
            }
            return LocalDate.parse(text).toEpochDay();
        } catch (DateTimeParseException e) {
            throw BadInput.at(file, line, "'%s' is no date like 2025-03-31".formatted(text));
        }
    }

    private long count(String text, long line) throws BadInput {
        if (UNSEEN.contains(text.toLowerCase(Locale.ROOT))) {
            return -1;
        }
        try {
            long value = new BigDecimal(text).longValueExact();
            if (value >= 0) {
                return value;
            }
        } catch (ArithmeticException | NumberFormatException e) {
            throw BadInput.at(file, line, "count '%s' is no whole number".formatted(text));
        }
        throw BadInput.at(file, line, "count %s is below 0".formatted(text));
    }
}
