package org.tallywire.enrich;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tallywire.enrich.text.Language;

/** Texts that nobody wrote as an article: each gives a clear result, in linear time. */
class HardTextTest {
    private static final Extractor EXTRACTOR = new Extractor();
    private static final int LONG = 5_000_000;
    /** Growth of CPU time that eight times the text may cost; quadratic work would cost 64 times. */
    private static final int GROWTH = 28;

    private static final List<String> PIECES = List.of(
            "x",
            "7",
            "1 ",
            "120 дел, ",
            "сто ",
            "(",
            "](",
            "according to ",
            "ст. 337, ",
            "«",
            "\n",
            "one ",
            "the outlet ");

    private static Extraction read(String text, String language) {
        return EXTRACTOR.extract(text, language, null);
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
    void textsThatEndInANumber() {
        for (int words = 1; words < 60; words++) {
            for (String word : new String[] {"7 ", "74,", "сто ", "one ", "Q1;", "ст. 1 "}) {
                for (Language language : Language.values()) {
                    String text = word.repeat(words).strip();
                    ExtractorProperties.sound(text, read(text, language.tag()));
                }
            }
        }
    }

    @Test
    void longTexts() {
        for (String piece : PIECES) {
            String text = "[".repeat(10) + piece.repeat(LONG / piece.length());
            Extraction found = read(text, Language.detect(piece, "").tag());
            assertTrue(found.claims().size() <= 2_250, piece);
        }
    }

    @Test
    void workGrowsAsTheTextDoes() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        for (String piece : PIECES) {
            int times = 20_000 / piece.length();
            read(piece.repeat(times), "");
            long start = threads.getCurrentThreadCpuTime();
            read(piece.repeat(4 * times), "");
            long small = threads.getCurrentThreadCpuTime() - start;
            read(piece.repeat(32 * times), "");
            long large = threads.getCurrentThreadCpuTime() - start - small;
            assertTrue(
                    large < GROWTH * Math.max(small, 10_000_000), () -> piece + ": " + small + " ns, " + large + " ns");
        }
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
