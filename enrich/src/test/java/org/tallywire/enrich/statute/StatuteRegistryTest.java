package org.tallywire.enrich.statute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tallywire.schemas.StatuteKey;

class StatuteRegistryTest {
    private static final StatuteRegistry REGISTRY = StatuteRegistry.load();

    @Test
    void everyRowIsWellFormed() {
        for (Statute statute : REGISTRY.all()) {
            assertEquals(statute.key(), new StatuteKey(statute.key()).key());
            assertFalse(
                    statute.en().isBlank()
                            || statute.ru().isBlank()
                            || statute.uk().isBlank(),
                    statute.key());
            assertTrue(
                    statute.from() == null
                            || statute.to() == null
                            || statute.from().isBefore(statute.to()),
                    statute.key());
        }
    }

    @ParameterizedTest
    @CsvSource({"169, 200", "201, 204", "205, 227", "331, 352"})
    void theseChaptersHaveAllTheirArticles(int first, int last) {
        IntStream.rangeClosed(first, last).forEach(n -> assertTrue(REGISTRY.knows("ru/uk/a" + n), "article " + n));
    }

    @ParameterizedTest
    @CsvSource({
        "ru/uk/a337/p5, 2022-09-23, false",
        "ru/uk/a337/p5, 2022-09-24, true",
        "ru/uk/a337/p1, 2003-01-01, true",
        "ru/uk/a188, 2015-01-01, false",
        "ru/koap/a20.3.3, 2022-03-04, true",
    })
    void validityIsThatOfTheKeyOrOfItsArticle(String key, LocalDate day, boolean inForce) {
        assertEquals(inForce, Objects.requireNonNull(REGISTRY.find(key)).inForce(day));
    }

    @Test
    void aTitleComesInThreeLanguages() {
        Statute desertion = Objects.requireNonNull(REGISTRY.find("ru/uk/a338/p1"));
        assertEquals("Desertion", desertion.title("en"));
        assertEquals("Дезертирство", desertion.title("ru"));
        assertEquals("Desertion", desertion.title("de"));
    }
}
