package org.tallywire.schemas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatuteKeyTest {
    @Test
    void partsAndPointsRollUpToTheArticle() {
        StatuteKey key = StatuteKey.of("ru/uk", "280.4").part("2").point("в");
        assertEquals("ru/uk/a280.4/p2/v", key.key());
        assertEquals(
                List.of("ru/uk/a280.4/p2/v", "ru/uk/a280.4/p2", "ru/uk/a280.4"),
                key.rollUp().stream().map(StatuteKey::key).toList());
    }

    @Test
    void subsectionsRollUpToTheSection() {
        assertEquals(
                List.of("us/usc/t18/s1001/a/2", "us/usc/t18/s1001/a", "us/usc/t18/s1001"),
                new StatuteKey("us/usc/t18/s1001/a/2")
                        .rollUp().stream().map(StatuteKey::key).toList());
    }

    @Test
    void segmentsAreComparedWhole() {
        assertTrue(new StatuteKey("ru/uk/a337/p5").within(new StatuteKey("ru/uk/a337")));
        assertFalse(new StatuteKey("ru/uk/a337.1").within(new StatuteKey("ru/uk/a337")), "another article");
    }

    @Test
    void aDecreeIsItsOwnTop() {
        StatuteKey decree = new StatuteKey("ru/decree/2022-09-21/647");
        assertEquals(List.of(decree), decree.rollUp());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ru", "RU/uk/a1", "ru/uk/", "ru uk a1", "ru//a1"})
    void anythingElseIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> new StatuteKey(text));
    }
}
