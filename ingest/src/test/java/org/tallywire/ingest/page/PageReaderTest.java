package org.tallywire.ingest.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tallywire.avro.HealthState;
import org.tallywire.avro.Region;
import org.tallywire.avro.Source;
import org.tallywire.ingest.read.Payload;

/** Invented pages of the layouts that news sites use; each must give its article and little else. */
class PageReaderTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final Source SOURCE = Source.newBuilder().setId("case").build();

    static Stream<Path> pages() throws IOException, URISyntaxException {
        Path directory = Path.of(Objects.requireNonNull(PageReaderTest.class.getResource("pages"))
                .toURI());
        return Files.list(directory)
                .filter(file -> file.toString().endsWith(".html"))
                .sorted();
    }

    private static Page read(Path file) throws IOException {
        String name = file.getFileName().toString().replace(".html", "");
        return new PageReader()
                .read(
                        Payload.of(
                                Files.readAllBytes(file), "text/html", "https://lantern.example/courts/" + name, NOW),
                        SOURCE);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void givesTheArticle(Path file) throws IOException {
        String expected = Files.readString(Path.of(file.toString().replace(".html", ".txt")));
        Page page = read(file);
        double f1 = Shingles.f1(expected, page.article().body());
        assertTrue(
                f1 >= 0.97,
                () -> "F1 " + f1 + " of\n" + page.article().body() + "\n"
                        + page.article().flags());
        assertTrue(page.ok());
        assertFalse(page.title().isEmpty());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void regionsTileTheText(Path file) throws IOException {
        ArticleText article = read(file).article();
        int at = 0;
        for (Region region : article.regions()) {
            assertEquals(at, region.getStart());
            at = region.getEnd();
        }
        assertEquals(article.text().length(), at);
        article.links()
                .forEach(link -> assertTrue(link.getStart() < link.getEnd()
                        && link.getEnd() <= article.text().length()));
    }

    @Test
    void macroAverage() throws IOException, URISyntaxException {
        List<Path> pages = pages().toList();
        double sum = 0;
        for (Path file : pages) {
            String expected = Files.readString(Path.of(file.toString().replace(".html", ".txt")));
            sum += Shingles.f1(expected, read(file).article().body());
        }
        assertTrue(pages.size() >= 20);
        assertTrue(sum / pages.size() >= 0.97, "macro F1 " + sum / pages.size());
    }

    @ParameterizedTest(name = "{0} said, {2}: {1}")
    @CsvSource({
        "en, ru, Суд вынес приговор двум подсудимым и отложил решение о третьем до весны",
        "ru, uk, Суд виніс вирок двом підсудним і відклав рішення про третього до весни",
        "uk, uk, Суд виніс вирок двом підсудним і відклав рішення про третього до весни",
        "bg, bg, Съдът осъди двама подсъдими и отложи делото на третия за пролетта",
        "'', ru, Суд вынес приговор двум подсудимым и отложил решение о третьем до весны",
        "'', en, The court of the harbour town said that it was for the jury to decide and that it would wait",
        "ru, en, The court of the harbour town said that it was for the jury to decide and that it would wait",
        "en-GB, en, The court of the harbour town said that it was for the jury to decide and that it would wait",
        "ru_RU, ru, Суд вынес приговор двум подсудимым и отложил решение о третьем до весны",
        "uk-UA, uk, Коротко",
        "de, de, Das Gericht hat zwei Angeklagte verurteilt und die Entscheidung vertagt",
        "en, en, Short"
    })
    void aDeclaredLanguageIsAHint(String declared, String language, String text) {
        assertEquals(language, Language.of(declared, text));
    }

    @Test
    void theGuardOfASiteIsNoArticle() {
        String html = "<html><head><title>Just a moment...</title></head><body><p>Checking your browser before you see"
                + " the page.</p></body></html>";
        Page page = new PageReader().read(Payload.of(html.getBytes(), "text/html", "https://a.example/", NOW), SOURCE);
        assertEquals(HealthState.CHALLENGE, page.state());
    }

    @Test
    void noPageIsAValue() {
        for (String body :
                List.of("", "   ", "<html></html>", "<div class=cookie><p>We use cookies.</p></div>", "\0\1\2")) {
            Page page =
                    new PageReader().read(Payload.of(body.getBytes(), "text/html", "https://a.example/", NOW), SOURCE);
            assertTrue(page.state() == HealthState.EMPTY || page.state() == HealthState.UNKNOWN_PAGE, body);
        }
    }
}
