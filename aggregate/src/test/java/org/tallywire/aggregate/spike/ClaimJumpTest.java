package org.tallywire.aggregate.spike;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tallywire.aggregate.spike.ClaimJump.Value;

class ClaimJumpTest {
    /** A stock that grew by about 30 a month. */
    private static List<Value> stock() {
        return new ArrayList<>(
                List.of(Value.exact(0, 1000), Value.exact(30, 1031), Value.exact(61, 1058), Value.exact(91, 1090)));
    }

    private static Optional<ClaimJump.Jump> then(Value value) {
        List<Value> values = stock();
        values.add(value);
        return ClaimJump.newest(values);
    }

    @Test
    void growthAsBeforeIsNoJump() {
        assertFalse(then(Value.exact(121, 1122)).orElseThrow().alert());
    }

    @Test
    void fourfoldGrowthIs() {
        ClaimJump.Jump jump = then(Value.exact(121, 1210)).orElseThrow();
        assertTrue(jump.alert() && jump.p() < 1e-4, jump::toString);
        assertEquals(30, jump.expected(), 1.5);
        assertEquals(120, jump.growth());
    }

    @Test
    void theSameGrowthOverFourMonthsIsNot() {
        assertFalse(then(Value.exact(211, 1210)).orElseThrow().alert());
    }

    @Test
    void aRoundFigureCountsWithTheLeastThatItAllows() {
        assertFalse(then(new Value(121, 1100, 1300)).orElseThrow().alert(), "about 1.2 thousand");
    }

    @Test
    void aLowerValueIsACorrectionNotANegativeCount() {
        assertEquals(Optional.empty(), then(Value.exact(121, 900)));
    }

    @Test
    void ofSeveralValuesOnADayTheLastCounts() {
        List<Value> values = stock();
        values.add(Value.exact(121, 5000));
        values.add(Value.exact(121, 1121));
        assertFalse(ClaimJump.newest(values).orElseThrow().alert());
    }

    @Test
    void twoDifferencesAreNoHistory() {
        assertEquals(Optional.empty(), ClaimJump.newest(stock().subList(0, 3)));
    }
}
