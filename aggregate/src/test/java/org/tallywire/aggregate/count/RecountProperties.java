package org.tallywire.aggregate.count;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.tallywire.aggregate.Docs;
import org.tallywire.aggregate.series.SeriesFile;
import org.tallywire.avro.CellState;
import org.tallywire.avro.Contributions;
import org.tallywire.avro.Delta;
import org.tallywire.avro.Entities;
import org.tallywire.avro.Mode;
import org.tallywire.avro.Outcome;
import org.tallywire.avro.RollingState;

/** However documents come, change, go and come again: the totals are those of a batch count of the latest ones. */
class RecountProperties {
    private static final Instant NOW = Instant.parse("2026-03-10T10:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);
    private static final Contribute CONTRIBUTE = new Contribute(SeriesFile.bundled());

    /** One step of a stream: the document as it is now, or its withdrawal. */
    record Step(String id, boolean gone, int daysAgo, List<String> statutes, Outcome outcome, Mode mode) {
        Entities document() {
            LocalDate filed = TODAY.minusDays(daysAgo);
            return Docs.courtCase(id, filed.toString(), statutes.toArray(String[]::new))
                    .setOutcome(outcome)
                    .setDecided(outcome == Outcome.NONE ? null : filed.plusDays(3))
                    .setMode(mode)
                    .build();
        }
    }

    @Provide
    Arbitrary<List<Step>> streams() {
        Arbitrary<String> statutes =
                Arbitraries.of("ru/uk/a337/p5", "ru/uk/a337/p3", "ru/uk/a338", "ru/koap/a20.3.3/p1");
        return Combinators.combine(
                        Arbitraries.of("c1", "c2", "c3", "c4", "c5"),
                        Arbitraries.of(false, false, false, true),
                        Arbitraries.integers().between(-5, 800),
                        statutes.list().ofMaxSize(3),
                        Arbitraries.of(Outcome.NONE, Outcome.CONVICTED, Outcome.ACQUITTED),
                        Arbitraries.of(Mode.LIVE, Mode.BACKFILL))
                .as(Step::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(40);
    }

    @Property(tries = 300)
    void cellsAndWindowsEqualARecount(@ForAll("streams") List<Step> steps, @ForAll List<Boolean> duplicates) {
        Map<String, Contributions> documents = new HashMap<>();
        Map<String, CellState> cells = new HashMap<>();
        Map<String, RollingState> rolling = new HashMap<>();
        for (int i = 0; i < steps.size(); i++) {
            int times = i < duplicates.size() && duplicates.get(i) ? 2 : 1;
            for (int time = 0; time < times; time++) {
                apply(steps.get(i), documents, cells, rolling);
            }
        }
        Map<String, Long> expected = recount(steps);
        Map<String, Long> counted = cells.entrySet().stream()
                .filter(cell -> cell.getValue().getCell().getCount() != 0)
                .collect(Collectors.toMap(
                        Map.Entry::getKey, cell -> cell.getValue().getCell().getCount()));
        assertEquals(expected, counted);
        for (LocalDate today : List.of(TODAY, TODAY.plusDays(1), TODAY.plusDays(40), TODAY.plusDays(1200))) {
            rolling.forEach((series, state) -> windows(series, state, today, expected));
        }
    }

    private static void windows(String series, RollingState state, LocalDate today, Map<String, Long> expected) {
        NavigableMap<LocalDate, Long> days = new TreeMap<>();
        expected.forEach((key, count) -> {
            if (Cells.series(key).equals(series)) {
                days.put(LocalDate.parse(key.substring(series.length() + 1)), count);
            }
        });
        RollingState slid = Windows.slide(state, today, day -> days.getOrDefault(day, 0L));
        for (int i = 0; i < Windows.LENGTHS.size(); i++) {
            int length = Windows.LENGTHS.get(i);
            assertEquals(
                    sum(days, today.minusDays(length - 1L), today),
                    slid.getCounts().get(i));
            LocalDate before = today.minusDays(length);
            assertEquals(
                    sum(days, before.minusDays(length - 1L), before),
                    slid.getPrevious().get(i));
        }
        assertEquals(days.values().stream().mapToLong(Long::longValue).sum(), slid.getTotal());
    }

    private static long sum(NavigableMap<LocalDate, Long> days, LocalDate from, LocalDate to) {
        return days.subMap(from, true, to, true).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    private static void apply(
            Step step,
            Map<String, Contributions> documents,
            Map<String, CellState> cells,
            Map<String, RollingState> rolling) {
        Contributions before = documents.get(step.id());
        Contributions now = step.gone() ? null : CONTRIBUTE.of(step.document(), before, false);
        for (Deltas.Of change : Deltas.between(before, now, NOW)) {
            Delta delta = change.delta();
            cells.compute(
                    Cells.key(change.series(), delta.getDay()), (key, cell) -> Cells.add(cell, change.series(), delta));
            rolling.compute(
                    change.series(),
                    (key, state) -> Windows.add(
                            state == null ? Windows.empty(delta.getName(), delta.getLabels(), TODAY) : state,
                            delta.getDay(),
                            delta.getDelta()));
        }
        documents.put(step.id(), now);
    }

    private static Map<String, Long> recount(List<Step> steps) {
        Map<String, Step> latest = new HashMap<>();
        steps.forEach(step -> latest.put(step.id(), step));
        Map<String, Long> counts = new HashMap<>();
        latest.values().stream()
                .filter(step -> !step.gone())
                .forEach(step -> CONTRIBUTE
                        .of(step.document(), null, false)
                        .getItems()
                        .forEach(item ->
                                counts.merge(Cells.key(item.getSeries(), item.getDay()), item.getCount(), Long::sum)));
        return counts;
    }
}
