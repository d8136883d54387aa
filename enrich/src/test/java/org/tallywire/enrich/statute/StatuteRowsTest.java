package org.tallywire.enrich.statute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tallywire.avro.ChargeRole;
import org.tallywire.avro.ChargeStage;
import org.tallywire.avro.StatuteMention;
import org.tallywire.enrich.furniture.Furniture;
import org.tallywire.enrich.text.Language;
import org.tallywire.enrich.text.Rows;
import org.tallywire.enrich.text.Tokenizer;
import org.tallywire.enrich.text.Vocabulary;
import org.tallywire.schemas.StatuteKey;

/** Every row of the three files: the text gives exactly these keys. */
class StatuteRowsTest {
    private static final Vocabulary VOCABULARY = new Vocabulary();
    private static final StatuteFinder FINDER = new StatuteFinder(StatuteRegistry.load(), VOCABULARY);
    private static final Tokenizer TOKENIZER = new Tokenizer(VOCABULARY);

    static Stream<Arguments> rows() {
        return Stream.of("en", "ru", "uk")
                .flatMap(language -> Rows.read(StatuteRowsTest.class, language + ".tsv").cells().stream()
                        .map(row -> Arguments.of(
                                language, row.get(0), row.get(1), row.get(2), row.size() > 3 ? row.get(3) : "")));
    }

    @ParameterizedTest(name = "{0}: {1} -> {2} ({3})")
    @MethodSource("rows")
    void givesTheKeys(String language, String text, String expected, String why, String state) {
        String found = find(text, Language.of(language), state).stream()
                .map(StatuteRowsTest::shown)
                .collect(Collectors.joining(" "));
        assertEquals(expected, found.isEmpty() ? "-" : found, why);
    }

    @Property(tries = 500)
    void anyTextGivesWellFormedKeysInsideIt(@ForAll @StringLength(max = 120) String noise) {
        for (String text :
                List.of(noise, "ст. " + noise + " УК РФ", "Article 5 " + noise, noise + " ч. 1 ст. 2-3(4) КК")) {
            for (StatuteMention mention : find(text, Language.RU, "")) {
                assertTrue(new StatuteKey(mention.getKey()).key().length() > 2);
                assertEquals(mention.getText(), text.substring(mention.getStart(), mention.getEnd()));
            }
        }
    }

    private static List<StatuteMention> find(String text, Language language, String state) {
        return FINDER.find(TOKENIZER.tokenize(text), Furniture.NONE, language, state);
    }

    private static String shown(StatuteMention mention) {
        String stage = mention.getStage() == ChargeStage.UNKNOWN ? "" : "+" + mention.getStage();
        return (mention.getImplied() ? "~" : "")
                + mention.getKey()
                + (mention.getRole() == ChargeRole.PRIOR ? "!" : "")
                + stage;
    }
}
