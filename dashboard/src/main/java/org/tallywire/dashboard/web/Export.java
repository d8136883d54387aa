package org.tallywire.dashboard.web;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.tallywire.dashboard.view.View;

/**
 * The files under {@code /export}: RFC 4180 with CRLF, in UTF-8 with a byte order mark, without which Excel garbles
 * Cyrillic. {@code ?sep=;} is for spreadsheets of countries with a decimal comma.
 */
final class Export {
    private static final List<String> SEPARATORS = List.of(",", ";", "\t");

    private final View view;

    Export(View view) {
        this.view = view;
    }

    Reply answer(Request request) {
        String separator = request.query("sep", ",");
        if (!SEPARATORS.contains(separator)) {
            return Reply.badRequest("sep is a comma, a semicolon or a tab");
        }
        String file = request.path().size() == 2 ? request.path().get(1) : "";
        return switch (file) {
            case "tallies.csv" -> reply(file, separator, TallyColumns.NAMES, TallyColumns.rows(view.series()));
            case "claims.csv" -> reply(file, separator, ClaimColumns.NAMES, ClaimColumns.rows(view.claims()));
            case "alerts.csv" -> reply(file, separator, AlertColumns.NAMES, AlertColumns.rows(view.alerts()));
            default -> Reply.notFound("there are /export/tallies.csv, claims.csv and alerts.csv");
        };
    }

    private static Reply reply(String file, String separator, List<String> names, List<List<@Nullable Object>> rows) {
        byte[] body = csv(separator.charAt(0), names, rows).getBytes(StandardCharsets.UTF_8);
        String disposition = "attachment; filename=\"tallywire-" + file + "\"";
        return new Reply(200, "text/csv; charset=utf-8", body, Map.of("Content-Disposition", disposition));
    }

    static String csv(char separator, List<String> names, List<List<@Nullable Object>> rows) {
        CSVFormat format = CSVFormat.RFC4180.builder().setDelimiter(separator).get();
        StringWriter out = new StringWriter().append('\ufeff');
        try (CSVPrinter printer = new CSVPrinter(out, format)) {
            printer.printRecord(names);
            for (List<@Nullable Object> row : rows) {
                printer.printRecord(row.stream().map(Export::cell).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    /** Text that a spreadsheet would run as a formula gets an apostrophe in front; numbers stay numbers. */
    static @Nullable Object cell(@Nullable Object value) {
        if (value instanceof Double number) {
            return plain(number);
        }
        if (value instanceof String text && !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0) {
            return "'" + text;
        }
        return value;
    }

    private static String plain(double number) {
        return Double.isFinite(number)
                ? BigDecimal.valueOf(number).stripTrailingZeros().toPlainString()
                : "";
    }
}
