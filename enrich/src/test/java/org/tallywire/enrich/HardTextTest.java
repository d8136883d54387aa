package org.tallywire.enrich;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.tallywire.enrich.text.Language;

/** Texts that nobody wrote as an article: each gives a clear result, in linear time. */
class HardTextTest {
    private static final Extractor EXTRACTOR = new Extractor();
    private static final int LONG = 5_000_000;
    /** Far beyond what linear work needs, far below what quadratic work would. */
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private static Extraction read(String text, String language) {
        return Assertions.assertTimeoutPreemptively(LIMIT, () -> EXTRACTOR.extract(text, language, null));
    }

    @Test
    void emptyAndForeign() {
        assertEquals(Language.OTHER, read("", "en").language(), "no text, no language");
        assertEquals(0, read("東京の裁判所は120件を審理した。", "").claims().size(), "a language without lexicon");
        assertEquals(Language.OTHER, read("東京の裁判所は120件を審理した。", "").language(), "and it says so");
    }

    @Test
    void brokenCharacters() {
        String text = "\uD800 120 cases \uDC00\uDC00 were opened \u0000\uFFFF in 2023";
        Extraction found = read(text, "en");
        ExtractorProperties.sound(text, found);
        assertEquals(1, found.claims().size(), "the claim survives");
    }

    @Test
    void longTexts() {
        read("x".repeat(LONG), "en");
        read("7".repeat(LONG), "en");
        read("1 ".repeat(LONG / 2), "ru");
        read("120 дел, ".repeat(LONG / 9), "ru");
        read("сто ".repeat(LONG / 4), "uk");
        read("(".repeat(LONG), "en");
        read("[".repeat(LONG / 2) + "](".repeat(LONG / 4), "en");
        read("according to ".repeat(LONG / 13), "en");
        read("ст. 337, ".repeat(LONG / 9), "ru");
        read("«".repeat(LONG), "uk");
        read("\n".repeat(LONG), "en");
    }

    @Test
    void jsonHasNoEmptyFields() throws IOException {
        StringWriter out = new StringWriter();
        String text = "Courts heard 3,470 cases in 2023, up 89% from 2022.";
        new ExtractionJson(true).write("x", EXTRACTOR.extract(text, "en", null), out);
        assertTrue(out.toString().contains("\"value\":3470,\"bound\":\"EXACT\",\"unit\":\"CASES\""), out.toString());
        assertTrue(out.toString().contains("\"from\":\"2023-01-01\",\"to\":\"2024-01-01\""), out.toString());
        assertTrue(!out.toString().contains("null") && out.toString().endsWith("}\n"), out.toString());
    }
}
