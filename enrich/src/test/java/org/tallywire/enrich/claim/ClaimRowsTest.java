package org.tallywire.enrich.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tallywire.avro.ClaimMention;
import org.tallywire.enrich.Extractor;
import org.tallywire.enrich.text.Rows;

/** Every row of the claim files: the text gives exactly these claims. */
class ClaimRowsTest {
    private static final Extractor EXTRACTOR = new Extractor();
    private static final LocalDate PUBLISHED = LocalDate.of(2025, 10, 15);

    static Stream<Arguments> rows() {
        return ClaimLine.SETS.stream()
                .flatMap(set -> Stream.of("en", "ru", "uk").flatMap(language -> rows(set + language, language)));
    }

    private static Stream<Arguments> rows(String file, String language) {
        return Rows.read(ClaimRowsTest.class, file + ".tsv").cells().stream()
                .map(row -> Arguments.of(language, row.get(0), row.get(1), row.get(2)));
    }

    @ParameterizedTest(name = "{1} ({3})")
    @MethodSource("rows")
    void givesTheClaims(String language, String text, String expected, String why) {
        List<ClaimMention> claims = EXTRACTOR.extract(text, language, PUBLISHED).claims();
        assertEquals(expected, ClaimLine.of(claims), why);
        for (ClaimMention claim : claims) {
            assertEquals(claim.getQuote(), text.substring(claim.getStart(), claim.getEnd()), "the quote is the text");
        }
    }
}
