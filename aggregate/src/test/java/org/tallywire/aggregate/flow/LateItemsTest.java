package org.tallywire.aggregate.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tallywire.aggregate.Docs;
import org.tallywire.avro.Alert;
import org.tallywire.avro.ChargeRole;
import org.tallywire.avro.Mode;

/** A register whose entries come in two to four days after the day that they count on. */
class LateItemsTest {
    private static final LocalDate INSTALLED = LocalDate.of(2026, 3, 10);
    private static final int A_DAY = 12;
    private int documents;

    /** First nobody knows how late they come, after four weeks it is known: neither makes a spike of what comes late, or an end of what has not come. */
    @Test
    void whatComesDaysLaterIsNeitherASpikeNorAnEnd() {
        try (World world = new World(INSTALLED + "T10:00:00Z")) {
            for (int day = 60; day > 0; day--) {
                put(world, INSTALLED.minusDays(day), A_DAY, Mode.BACKFILL);
            }
            world.settle().pass(Duration.ofSeconds(5));
            for (int day = 0; day < 45; day++) {
                LocalDate today = INSTALLED.plusDays(day);
                for (int late = 2; late <= Math.min(day, 4); late++) {
                    if ((day - late) % 3 == late - 2) {
                        put(world, today.minusDays(late), A_DAY, Mode.LIVE);
                    }
                }
                world.settle().pass(Duration.ofDays(1));
            }
            assertEquals(
                    List.of(), world.alerts.values().stream().map(Alert::getId).toList());
        }
    }

    private void put(World world, LocalDate day, int count, Mode mode) {
        for (int i = 0; i < count; i++) {
            world.put(Docs.article("d" + documents++, day.toString(), "one")
                    .setStatutes(Docs.statutes(ChargeRole.CITED, "ru/uk/a337"))
                    .setMode(mode));
        }
    }
}
