package org.tallywire.enrich.number;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.EnumMap;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tallywire.enrich.text.Language;
import org.tallywire.enrich.text.Rows;
import org.tallywire.enrich.text.Tokenizer;
import org.tallywire.enrich.text.Vocabulary;

/** Every row of the numeral files: the text holds exactly these numbers, of these shapes. */
class NumeralRowsTest {
    private static final Vocabulary VOCABULARY = new Vocabulary();
    private static final Map<Language, NumeralFinder> FINDERS = new EnumMap<>(Language.class);

    static {
        for (Language language : new Language[] {Language.EN, Language.RU, Language.UK}) {
            FINDERS.put(language, new NumeralFinder(language, VOCABULARY));
        }
    }

    private static final Tokenizer TOKENIZER = new Tokenizer(VOCABULARY);

    static Stream<Arguments> rows() {
        return Stream.of(Language.EN, Language.RU, Language.UK)
                .flatMap(language -> Rows.read(NumeralRowsTest.class, language.tag() + ".tsv").cells().stream()
                        .map(row -> Arguments.of(language, row.get(0), row.get(1), row.get(2))));
    }

    @ParameterizedTest(name = "{1} = {2} ({3})")
    @MethodSource("rows")
    void readsTheNumbers(Language language, String text, String expected, String why) {
        assertEquals(expected, read(language, text), why);
    }

    static String read(Language language, String text) {
        NumeralFinder finder = FINDERS.get(language);
        if (finder == null) {
            throw new IllegalArgumentException(language.tag());
        }
        StringJoiner out = new StringJoiner(" ");
        for (Numeral numeral : finder.find(TOKENIZER.tokenize(text), i -> false)) {
            String high = Double.isNaN(numeral.high()) ? "" : ".." + shown(numeral.high());
            String shape = numeral.shape() == Numeral.Shape.CARDINAL || numeral.shape() == Numeral.Shape.RANGE
                    ? ""
                    : ":" + numeral.shape();
            out.add(shown(numeral.value()) + high + shape);
        }
        return out.length() == 0 ? "-" : out.toString();
    }

    private static String shown(double value) {
        if (Double.isNaN(value)) {
            return "?";
        }
        return value == Math.rint(value)
                ? Long.toString((long) value)
                : Double.toString(Math.round(value * 1000) / 1000.0);
    }
}
