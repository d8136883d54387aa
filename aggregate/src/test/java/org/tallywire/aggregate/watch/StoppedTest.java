package org.tallywire.aggregate.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tallywire.aggregate.spike.Completeness;
import org.tallywire.aggregate.spike.OpenDays;
import org.tallywire.aggregate.spike.SpikeAlert;
import org.tallywire.aggregate.spike.SpikeWatch;
import org.tallywire.aggregate.spike.WatchRule;
import org.tallywire.avro.Alert;
import org.tallywire.avro.AlertState;
import org.tallywire.avro.CellState;
import org.tallywire.avro.WatchedSeries;

/** The alert that a series has stopped, by what the newest day that is over says. */
class StoppedTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);
    private static final LocalDate SINCE = TODAY.minusDays(4);

    @ParameterizedTest(name = "{5}")
    @CsvSource({
        "false, true,  true,  false, FIRING,   empty for longer than chance allows",
        "false, false, true,  false, -,        a usual empty day",
        "false, false, false, false, -,        nobody could look",
        "true,  true,  true,  false, -,        it lasts",
        "true,  false, false, false, -,        it stays while nobody can look",
        "true,  false, true,  true,  RESOLVED, something came in",
        "true,  false, true,  false, RESOLVED, the quiet is believed by now",
    })
    void next(boolean open, boolean silent, boolean seen, boolean counted, String state, String why) {
        SpikeWatch.Verdict verdict = new SpikeWatch.Verdict(
                new SpikeWatch(WatchRule.daily("spike", OpenDays.ALWAYS, 14)).start(SINCE),
                List.of(),
                List.of(),
                1,
                silent,
                seen,
                12);
        WatchedSeries series = WatchedSeries.newBuilder()
                .setOpen(open ? List.of(stopped()) : List.of())
                .build();
        Optional<SpikeAlert> next = Stopped.next(series, verdict, scene(counted));
        assertEquals(state, next.map(alert -> alert.state().name()).orElse("-"), why);
        next.filter(alert -> open).ifPresent(alert -> {
            assertEquals("series-stopped|s|" + SINCE, alert.key());
            assertEquals(2, alert.revision());
            assertEquals(counted ? "counting again" : "quiet for so long that it is usual now", alert.reason());
        });
    }

    private static Alert stopped() {
        return Alert.newBuilder()
                .setId("series-stopped|s|" + SINCE)
                .setRule("series-stopped")
                .setState(AlertState.FIRING)
                .setDay(SINCE)
                .setExpected(12)
                .build();
    }

    private static Scene scene(boolean counted) {
        NavigableMap<LocalDate, CellState> cells = new TreeMap<>();
        if (counted) {
            cells.put(TODAY.minusDays(1), CellState.newBuilder().build());
        }
        return new Scene(
                "s",
                TODAY,
                Instant.parse(TODAY + "T10:00:00Z"),
                from -> cells.tailMap(from, true),
                SINCE,
                Completeness.AT_ONCE,
                source -> null,
                0.001);
    }
}
