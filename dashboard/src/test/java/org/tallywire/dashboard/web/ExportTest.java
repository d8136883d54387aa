package org.tallywire.dashboard.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tallywire.dashboard.demo.DemoRecords;
import org.tallywire.dashboard.view.View;
import org.tallywire.dashboard.view.ViewLimits;

class ExportTest {
    @ParameterizedTest(name = "{2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "=HYPERLINK(1)   | '=HYPERLINK(1) | a formula",
                "+4 more         | '+4 more       | a plus starts one too",
                "-1              | '-1            | text that looks like a number",
                "@cmd            | '@cmd          | an old macro",
                "Дело №1         | Дело №1        | Cyrillic stays",
                "a,b             | ~\"a,b\"~      | the separator is quoted",
                "say \"so\"      | ~\"say \"\"so\"\"\"~ | quotes are doubled",
            })
    void textIsQuotedAndNeverAFormula(String text, String cell, String why) {
        assertEquals("\ufeffc\r\n" + cell + "\r\n", Export.csv(',', List.of("c"), List.of(List.of(text))), why);
    }

    @Test
    void numbersStayNumbersWithADecimalPoint() {
        String csv = Export.csv(';', List.of("a", "b", "c"), List.of(List.of(-1.5, 4_121.0, LocalDate.of(2026, 1, 2))));
        assertEquals("\ufeffa;b;c\r\n-1.5;4121;2026-01-02\r\n", csv);
    }

    @Test
    void everyFileHasOneLineARowAndAllItsColumns() {
        View view = new View(ViewLimits.USUAL);
        DemoRecords.asOf(LocalDate.of(2026, 5, 4)).forEach(e -> view.apply(e.topic(), e.key(), e.value()));
        Export export = new Export(view);
        assertEquals(1 + 5 * view.series().size(), lines(export, "/export/tallies.csv?sep=%3B"));
        assertEquals(1 + view.claims().size(), lines(export, "/export/claims.csv"));
        assertEquals(1 + view.alerts().size(), lines(export, "/export/alerts.csv"));
    }

    @Test
    void anUnknownSeparatorOrFileIsRefused() {
        Export export = new Export(new View(ViewLimits.USUAL));
        assertEquals(
                400,
                export.answer(Request.of(URI.create("/export/claims.csv?sep=x")))
                        .status());
        assertEquals(
                404,
                export.answer(Request.of(URI.create("/export/secrets.csv"))).status());
    }

    private static long lines(Export export, String path) {
        Reply reply = export.answer(Request.of(URI.create(path)));
        String text = new String(reply.body(), StandardCharsets.UTF_8);
        assertTrue(text.startsWith("\ufeff"), "a byte order mark");
        return text.split("\r\n").length;
    }
}
