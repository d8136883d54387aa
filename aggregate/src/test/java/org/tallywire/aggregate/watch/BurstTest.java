package org.tallywire.aggregate.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tallywire.avro.Alert;
import org.tallywire.avro.AlertState;
import org.tallywire.avro.Rise;

/** When one rise is part of another's burst. The leader {@code a} counts 20 where 5 are usual, up to 8. */
class BurstTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 10);

    @ParameterizedTest(name = "{5}: {0} of {1} shared, {2} expected up to {3}, {4} days later")
    @CsvSource({
        "12, 12,  1,  3, 0, FIRING,    FIRING,  true,  all its documents",
        "12, 12,  1,  3, 1, FIRING,    FIRING,  false, another day",
        "12, 12,  1,  3, 0, RESOLVED,  FIRING,  true,  over is no reason to tell of the same again",
        "12, 12,  1,  3, 0, PENDING,   FIRING,  false, what is certain does not wait for what is not",
        "12, 12,  1,  3, 0, RETRACTED, FIRING,  false, taken back",
        "0,  12,  1,  3, 0, FIRING,    FIRING,  false, two bursts of one day",
        "10, 45, 20, 28, 0, FIRING,    FIRING,  false, its usual documents of the leader do not explain 25 more",
        "35, 45, 20, 28, 0, FIRING,    FIRING,  true,  what is left is within a usual day",
        "9,  12,  1,  3, 0, FIRING,    FIRING,  true,  fewer than three are left",
        "7,  12,  1,  3, 0, FIRING,    FIRING,  false, more than three are left",
        "12, 12,  1,  3, 0, FIRING,    PENDING, true,  part of it even before it is certain",
    })
    void follows(
            long shared,
            long count,
            double expected,
            double upper,
            int later,
            AlertState leading,
            AlertState state,
            boolean follows,
            String why) {
        Rise leader = rise("a", 0, DAY, leading, 20, 5, 8).build();
        Rise other = rise("b", 1, DAY.plusDays(later), state, count, expected, upper)
                .setShared(Map.of("a", shared))
                .build();
        assertEquals(
                follows,
                Burst.of(List.of(other, leader)).stream()
                        .anyMatch(burst -> burst.followers().contains(other)),
                why);
    }

    @ParameterizedTest(name = "{0} told: {1} leads")
    @CsvSource({"none, a", "a, a", "b, b"})
    void whatWasToldLeadsElseTheBroadest(String told, String leads) {
        Rise a = told("a".equals(told), rise("a", 0, DAY, AlertState.FIRING, 20, 5, 8));
        Rise b = told(
                "b".equals(told), rise("b", 1, DAY, AlertState.FIRING, 19, 4, 7).setShared(Map.of("a", 19L)));
        List<Burst> bursts = Burst.of(List.of(b, a));
        assertEquals(1, bursts.size());
        assertEquals(leads, bursts.getFirst().leader().getAlert().getSeries());
    }

    private static Rise told(boolean told, Rise.Builder rise) {
        return rise.setTold(told ? rise.getAlert() : null).build();
    }

    private static Rise.Builder rise(
            String series, int rank, LocalDate day, AlertState state, long count, double expected, double upper) {
        return Rise.newBuilder()
                .setAlert(Alert.newBuilder()
                        .setId("spike|" + series + "|" + day)
                        .setSeries(series)
                        .setState(state)
                        .setDay(day)
                        .setObserved(count)
                        .setExpected(expected)
                        .setUpper(upper)
                        .setExcess(count - expected)
                        .setBuckets(1)
                        .build())
                .setRank(rank)
                .setFrom(day)
                .setTo(day)
                .setCount(count);
    }
}
