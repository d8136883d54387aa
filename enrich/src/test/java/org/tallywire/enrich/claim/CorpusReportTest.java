package org.tallywire.enrich.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.tallywire.avro.ClaimMention;
import org.tallywire.enrich.Extractor;
import org.tallywire.enrich.text.Rows;

/**
 * The claims of all row files, one a line, against the committed {@code corpus.txt}: a change of rules or data shows what it gains
 * and loses. The new state is written to {@code target/corpus.txt}; copying it over the committed one accepts the change.
 */
class CorpusReportTest {
    private static final Path COMMITTED = Path.of("src/test/resources/org/tallywire/enrich/claim/corpus.txt");
    private static final Path FRESH = Path.of("target/corpus.txt");
    private static final LocalDate PUBLISHED = LocalDate.of(2025, 10, 15);

    private final Extractor extractor = new Extractor();

    @Test
    void nothingIsGainedOrLostUnseen() throws IOException {
        List<String> lines = new ArrayList<>();
        for (String set : ClaimLine.SETS) {
            for (String language : List.of("en", "ru", "uk")) {
                for (List<String> row : Rows.read(CorpusReportTest.class, set + language + ".tsv")
                        .cells()) {
                    add(lines, language, row.get(0));
                }
            }
        }
        Files.createDirectories(FRESH.toAbsolutePath().getParent());
        Files.write(FRESH, lines);
        Set<String> before = new LinkedHashSet<>(Files.exists(COMMITTED) ? Files.readAllLines(COMMITTED) : List.of());
        Set<String> gained = new TreeSet<>(lines);
        gained.removeAll(before);
        Set<String> lost = new TreeSet<>(before);
        lost.removeAll(new LinkedHashSet<>(lines));
        assertEquals("", report(gained, lost), "see " + FRESH);
    }

    private void add(List<String> lines, String language, String text) {
        for (ClaimMention claim : extractor.extract(text, language, PUBLISHED).claims()) {
            lines.add(String.join(
                    "\t",
                    language,
                    ClaimLine.of(List.of(claim)),
                    claim.getCounted(),
                    claim.getMeasure(),
                    String.join(",", claim.getRules()),
                    text));
        }
    }

    private static String report(Set<String> gained, Set<String> lost) {
        StringBuilder out = new StringBuilder();
        gained.forEach(line -> out.append("+ ").append(line).append('\n'));
        lost.forEach(line -> out.append("- ").append(line).append('\n'));
        return out.toString();
    }
}
