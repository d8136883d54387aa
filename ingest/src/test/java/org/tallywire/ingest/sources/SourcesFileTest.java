package org.tallywire.ingest.sources;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tallywire.avro.Source;
import org.tallywire.avro.Stream;

class SourcesFileTest {
    private static final Set<String> KINDS = Set.of("rss", "pacer", "csv");

    private static final String GOOD = """
            # people write remarks
            sources:
              - id: harbour-news
                stream: news
                kind: rss
                url: https://news.harbour.example/rss   # the whole feed
                name: Гавань
                zone: Europe/Kyiv
                fullText: true
                options:
                  spacing.ms: 1000
              - {id: exnd, stream: courts, kind: pacer, url: "https://ecf.exnd.example/rss", intervalSeconds: 300}
            """;

    @Test
    void aGoodFileIsReadWhole() {
        SourcesFile.Read read = SourcesFile.read(GOOD, KINDS);
        assertEquals(List.of(), read.problems());
        Source first = read.sources().getFirst();
        assertEquals("harbour-news", first.getId());
        assertEquals("Гавань", first.getName());
        assertEquals(Map.of("spacing.ms", "1000"), first.getOptions());
        assertTrue(first.getFullText() && first.getEnabled() && !first.getAllowPrivate());
        Source second = read.sources().getLast();
        assertEquals(Stream.COURTS, second.getStream());
        assertEquals(300, second.getIntervalSeconds());
        assertEquals("UTC", second.getZone());
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "id: harbour-news | id: Harbour News | line 3: id=Harbour News: small letters, digits and single hyphens",
                "id: harbour-news | id: exnd | line 12: id exnd is taken on line 3",
                "stream: news | stream: tv | line 4: stream=tv: news or courts",
                "kind: rss | kind: telex | line 5: kind=telex: one of [csv, pacer, rss]",
                "name: Гавань | naem: Гавань | line 7: unknown field 'naem'",
                "zone: Europe/Kyiv | zone: Europe/Atlantis | line 8: zone=Europe/Atlantis: a zone of the tz database",
                "fullText: true | fullText: maybe | line 9: fullText=maybe: true or false",
                "intervalSeconds: 300 | intervalSeconds: soon | line 12: intervalSeconds=soon: a whole number",
                "https://ecf.exnd.example/rss | ftp://ecf.exnd.example/rss | line 12: url=ftp://ecf.exnd.example/rss: an absolute",
                "https://ecf.exnd.example/rss | https://me:pw@ecf.exnd.example/ | line 12: url=https://me:pw@ecf.exnd.example/: an absolute",
                "spacing.ms: 1000 | spacing.ms: fast | line 3: option spacing.ms=fast: milliseconds",
                "spacing.ms: 1000 | withdraw: often | line 3: option withdraw=often: never, confirm, missing or look",
                "spacing.ms: 1000 | page.checks: hourly | line 3: option page.checks=hourly: hours such as 1,6,24 or off",
                "spacing.ms: 1000 | token: abc | line 3: option 'token' would put a secret on a topic",
            })
    void everyErrorIsToldWithItsLine(String from, String to, String expected) {
        SourcesFile.Read read = SourcesFile.read(GOOD.replace(from, to), KINDS);
        assertEquals(1, read.problems().size(), read.problems().toString());
        assertTrue(
                read.problems().getFirst().startsWith(expected), read.problems().getFirst());
        assertEquals(1, read.sources().size(), "the other one is fine");
    }

    @Test
    void brokenYamlIsOneErrorWithItsLine() {
        SourcesFile.Read read = SourcesFile.read("sources:\n  - id: a\n   url: [\n", KINDS);
        assertEquals(1, read.problems().size());
        assertTrue(
                read.problems().getFirst().startsWith("line 3: not YAML"),
                read.problems().getFirst());
    }

    @Test
    void aMissingFieldIsToldAtTheEntry() {
        SourcesFile.Read read = SourcesFile.read("sources:\n\n  - id: lonely\n", KINDS);
        assertEquals(3, read.problems().size(), "stream, kind and url: " + read.problems());
        assertTrue(read.problems().stream().allMatch(p -> p.startsWith("line 3: ")));
    }

    @Test
    void nothingIsAnEmptyCatalogue() {
        assertEquals(new SourcesFile.Read(List.of(), List.of()), SourcesFile.read("", KINDS));
        assertEquals(0, SourcesFile.read("sources: []", KINDS).problems().size());
    }

    @Test
    void theDefaultCatalogueIsRight() throws IOException {
        SourcesFile.Read read = SourcesFile.read(Files.readString(Path.of("../sources.yaml")), KINDS);
        assertEquals(List.of(), read.problems());
        assertEquals(9, read.sources().size());
        assertTrue(read.sources().stream().noneMatch(Source::getAllowPrivate));
    }
}
