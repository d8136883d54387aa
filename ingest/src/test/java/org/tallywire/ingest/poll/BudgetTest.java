package org.tallywire.ingest.poll;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tallywire.avro.Source;

class BudgetTest {
    private static final Instant NOW = Instant.parse("2026-03-02T08:05:00Z");

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "the service's own limits with a margin, courtlistener, , , 20, 45, 120",
        "an option goes before the kind, courtlistener, budget.hour, 10, 20, 10, 120",
        "0 lifts a limit, courtlistener, budget.day, 0, 20, 45, 0",
        "a number that cannot be read is no limit of its own, sudrf, budget.poll, many, 60, 240, 1500",
        "a feed has none by the hour, rss, , , 100, 0, 0",
    })
    void limitsAreRowsAndOptions(String why, String kind, String option, String value, int poll, int hour, int day) {
        Source source = Source.newBuilder()
                .setKind(kind)
                .setOptions(option == null ? Map.of() : Map.of(option, value))
                .build();
        assertEquals(new Budget(poll, hour, day), Budget.of(source), why);
    }

    /** However polls come, no hour and no day sees more than it may, and the moment that is told as free is. */
    @Property(tries = 200)
    void noHourAndNoDaySeesMore(
            @ForAll @Size(max = 60) List<@IntRange(min = 1, max = 100) Integer> pauses,
            @ForAll @IntRange(min = 1, max = 40) int hour,
            @ForAll @IntRange(min = 1, max = 120) int day) {
        Budget budget = new Budget(20, hour, day);
        Map<String, Long> spent = Map.of();
        List<Instant> made = new ArrayList<>();
        Instant now = NOW;
        for (int pause : pauses) {
            now = budget.free(spent, now.plus(Duration.ofMinutes(pause)));
            int requests = budget.left(spent, now);
            assertTrue(requests > 0);
            for (int i = 0; i < requests; i++) {
                made.add(now);
            }
            spent = budget.spend(spent, requests, now);
        }
        for (Instant from : made) {
            assertTrue(within(made, from, Duration.ofHours(1)) <= hour);
            assertTrue(within(made, from, Duration.ofDays(1)) <= day);
        }
    }

    private static long within(List<Instant> made, Instant from, Duration span) {
        return made.stream()
                .filter(at -> !at.isBefore(from) && at.isBefore(from.plus(span)))
                .count();
    }
}
