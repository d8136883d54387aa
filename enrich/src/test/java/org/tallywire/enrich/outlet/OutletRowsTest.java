package org.tallywire.enrich.outlet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tallywire.avro.MentionKind;
import org.tallywire.avro.OutletMention;
import org.tallywire.avro.OutletRole;
import org.tallywire.enrich.furniture.Furniture;
import org.tallywire.enrich.text.Rows;
import org.tallywire.enrich.text.Tokenizer;
import org.tallywire.enrich.text.Vocabulary;

/** Every row of the three files: the text gives exactly these mentions. */
class OutletRowsTest {
    private static final Vocabulary VOCABULARY = new Vocabulary();
    private static final OutletFinder FINDER = new OutletFinder(Catalogue.load(VOCABULARY), VOCABULARY);
    private static final Tokenizer TOKENIZER = new Tokenizer(VOCABULARY);

    static Stream<Arguments> rows() {
        return Stream.of("en", "ru", "uk")
                .flatMap(language -> Rows.read(OutletRowsTest.class, language + ".tsv").cells().stream()
                        .map(row ->
                                Arguments.of(row.get(0), row.get(1), row.get(2), row.size() > 3 ? row.get(3) : "")));
    }

    @ParameterizedTest(name = "{0} -> {1} ({2})")
    @MethodSource("rows")
    void givesTheMentions(String text, String expected, String why, String carrier) {
        List<OutletMention> mentions = FINDER.find(TOKENIZER.tokenize(text), Furniture.NONE, carrier);
        String found = mentions.stream().map(OutletRowsTest::shown).collect(Collectors.joining(" "));
        assertEquals(expected, found.isEmpty() ? "-" : found, why);
        for (OutletMention mention : mentions) {
            assertEquals(
                    mention.getName(), text.substring(mention.getStart(), mention.getEnd()), "the span is the name");
        }
    }

    private static String shown(OutletMention mention) {
        String kind = mention.getKind() == MentionKind.ANAPHORA ? "*" : mention.getKind() == MentionKind.URL ? "@" : "";
        String role = mention.getRole() == OutletRole.SELF ? "!" : mention.getRole() == OutletRole.CREDIT ? "©" : "";
        return mention.getId() + kind + role + (mention.getRole() == OutletRole.UNKNOWN ? "?" : "");
    }
}
