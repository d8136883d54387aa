package org.tallywire.aggregate.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tallywire.avro.Alert;
import org.tallywire.avro.AlertState;
import org.tallywire.avro.Claim;
import org.tallywire.avro.ClaimSpan;
import org.tallywire.avro.Unit;

/** The life of an alert on a published number, by the rule of contradictions, which needs one claim only. */
class ClaimWatchTest {
    private static final Instant NOW = Instant.parse("2026-03-10T10:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);

    @ParameterizedTest(name = "{4}")
    @CsvSource({
        "none, new,  0, FIRING,    a contradiction",
        "none, new,  7, FIRING,    told a week ago",
        "none, new,  8, -,         history that is being loaded",
        "none, calm, 0, -,         nothing to tell",
        "none, gone, 0, -,         nothing was told of it",
        "told, new,  0, -,         the same again",
        "told, new,  9, -,         nor later",
        "told, more, 0, FIRING,    other figures",
        "told, calm, 0, RETRACTED, the other publisher corrected itself",
        "told, gone, 0, RETRACTED, nobody carries it any more",
    })
    void next(String told, String now, int daysAgo, String state, String why) {
        Alert open = told.equals("none") ? null : told();
        Claim claim = switch (now) {
            case "new" -> claim(daysAgo, 2000);
            case "more" -> claim(daysAgo, 1500);
            case "calm" ->
                Claim.newBuilder(claim(daysAgo, 2000)).setConflicts(List.of()).build();
            default -> null;
        };
        Optional<Alert> next =
                ClaimWatch.CONFLICT.next(open, claim, claim == null ? List.of() : List.of(claim), NOW.plusSeconds(60));
        assertEquals(state, next.map(alert -> alert.getState().name()).orElse("-"), why);
        next.ifPresent(alert -> assertEquals("claim-conflict|c1|" + alert.getDay(), alert.getId()));
        next.filter(alert -> open != null).ifPresent(alert -> {
            assertEquals(open.getRevision() + 1, alert.getRevision());
            assertEquals(open.getStartsAt(), alert.getStartsAt());
        });
    }

    @Test
    void itEndsWhenItIsAWeekOld() {
        assertEquals(Optional.empty(), ClaimWatch.expired(told(), NOW.plus(Duration.ofDays(7))));
        Alert end = ClaimWatch.expired(told(), NOW.plus(Duration.ofDays(7)).plusSeconds(1))
                .orElseThrow();
        assertEquals(AlertState.RESOLVED, end.getState());
        assertEquals("a week old", end.getReason());
    }

    private static Alert told() {
        return ClaimWatch.CONFLICT
                .next(null, claim(0, 2000), List.of(claim(0, 2000)), NOW)
                .orElseThrow();
    }

    private static Claim claim(int daysAgo, double least) {
        return Claim.newBuilder()
                .setId("c1")
                .setPublisher("monitor")
                .setUnit(Unit.CASES)
                .setMeasure("filed")
                .setValue(4120.0)
                .setFirstSeen(TODAY.minusDays(daysAgo))
                .setLastSeen(TODAY.minusDays(daysAgo))
                .setConflicts(List.of("c0"))
                .setSpan(ClaimSpan.newBuilder().setMin(least).setMax(4120.0).build())
                .build();
    }
}
