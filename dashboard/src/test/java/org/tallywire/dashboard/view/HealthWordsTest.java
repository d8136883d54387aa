package org.tallywire.dashboard.view;

import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tallywire.avro.HealthState;

class HealthWordsTest {
    @ParameterizedTest
    @EnumSource
    void everyStateHasWords(HealthState state) {
        assertFalse(HealthWords.of(state).words().isBlank());
    }
}
