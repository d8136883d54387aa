package org.tallywire.enrich;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tallywire.avro.StatuteMention;

/** Where a text names no state, its carrier or its first source tells whose code is meant. */
class SourceStateTest {
    private static final Extractor EXTRACTOR = new Extractor();

    @ParameterizedTest(name = "{1} on {0} -> {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | According to Mediazona, 40 cases under Article 337 reached courts. | ru/uk/a337",
                "bbc | According to Opendatabot, 40 cases under Article 407 reached courts. | ua/kk/a407",
                "viasna | Forty people were tried under Article 342 of the Criminal Code. | by/uk/a342",
                "meduza | Forty people were tried under Article 337 of the Criminal Code. | ru/uk/a337",
            })
    void aBareArticleBelongsToTheStateOfItsSource(String carrier, String text, String key) {
        Extractor.Request request = new Extractor.Request("", text, "en", LocalDate.of(2024, 5, 1), carrier, List.of());
        List<String> keys = EXTRACTOR.extract(request).statutes().stream()
                .map(StatuteMention::getKey)
                .toList();
        assertEquals(List.of(key), keys);
    }
}
