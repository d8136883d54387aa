package org.tallywire.enrich;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.tallywire.avro.ClaimMention;
import org.tallywire.enrich.claim.ClaimLine;
import org.tallywire.enrich.text.Rows;

/** What holds for any text, and what must not change the claims of a text. */
class ExtractorProperties {
    private static final Extractor EXTRACTOR = new Extractor();
    private static final LocalDate PUBLISHED = LocalDate.of(2025, 10, 15);
    private static final List<String> LANGUAGES = List.of("en", "ru", "uk");

    /** A row of the claim files: language and text. */
    record Sample(String language, String text) {}

    @Provide
    Arbitrary<Sample> samples() {
        List<Sample> all = LANGUAGES.stream()
                .flatMap(language -> Rows.read(ClaimLine.class, "rows-" + language + ".tsv").cells().stream()
                        .map(row -> new Sample(language, row.get(0))))
                .toList();
        return Arbitraries.of(all);
    }

    @Property(tries = 300)
    void offsetsAndQuotesAreThoseOfTheText(@ForAll("samples") Sample first, @ForAll("samples") Sample second) {
        String text = first.text() + "\n\n" + second.text();
        sound(text, EXTRACTOR.extract(text, first.language(), PUBLISHED));
    }

    @Property(tries = 300)
    void anyTextIsReadWithoutError(@ForAll String text) {
        sound(text, EXTRACTOR.extract(text, "ru", PUBLISHED));
    }

    @Property(tries = 300)
    void spellingVariantsChangeNothing(@ForAll("samples") Sample sample) {
        same(sample, text -> text.replace('\'', '’'), "apostrophe");
        same(sample, text -> text.replace("'", "ʼ"), "letter apostrophe");
        same(sample, text -> text.replace('–', '—'), "dash");
        same(sample, text -> text.replace(" ", " "), "space");
        same(sample, text -> text.replace('«', '“').replace('»', '”'), "quotes");
        same(sample, text -> text.replace('ё', 'е'), "yo");
    }

    @Property(tries = 150)
    void aFooterAddsNoClaims(@ForAll("samples") Sample sample) {
        String footer = switch (sample.language()) {
            case "ru" -> "\n\nПоддержите нас: подпишитесь на рассылку.\nЧитайте также: 120 дел за год";
            case "uk" -> "\n\nПідтримайте нас: підпишіться на розсилку.\nЧитайте також: 120 справ за рік";
            default -> "\n\nSupport us from just $2 a month.\nRelated article: 120 cases a year";
        };
        same(sample, text -> text + footer, "footer");
    }

    private static void same(Sample sample, UnaryOperator<String> change, String what) {
        String before = ClaimLine.of(
                EXTRACTOR.extract(sample.text(), sample.language(), PUBLISHED).claims());
        String after = ClaimLine.of(EXTRACTOR
                .extract(change.apply(sample.text()), sample.language(), PUBLISHED)
                .claims());
        assertEquals(before, after, what + ": " + sample.text());
    }

    static void sound(String text, Extraction found) {
        for (ClaimMention claim : found.claims()) {
            assertEquals(claim.getQuote(), text.substring(claim.getStart(), claim.getEnd()), "quote");
            boolean inside = claim.getStart() <= claim.getNumberStart() && claim.getNumberEnd() <= claim.getEnd();
            assertTrue(inside && claim.getNumberStart() < claim.getNumberEnd(), "the number lies in the quote");
        }
        found.numbers()
                .forEach(
                        number -> assertEquals(number.text(), text.substring(number.start(), number.end()), "numeral"));
    }
}
