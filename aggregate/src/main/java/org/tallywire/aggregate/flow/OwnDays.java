package org.tallywire.aggregate.flow;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.streams.KeyValue;
import org.tallywire.aggregate.claims.ClaimGroup;
import org.tallywire.aggregate.series.Beside;
import org.tallywire.aggregate.series.Field;
import org.tallywire.aggregate.series.Series;
import org.tallywire.aggregate.series.Statutes;
import org.tallywire.avro.DayCell;
import org.tallywire.avro.OwnDay;

/** Sends the counts of a series by set of statutes to the shelves of claims that they stand beside. */
final class OwnDays {
    private static final Set<String> SPLIT = Set.of(Field.STATUTE_SET.word());

    private final Map<String, Beside> besides;

    OwnDays(List<Series> series) {
        besides = series.stream()
                .filter(one -> one.beside() != null)
                .collect(Collectors.toMap(Series::name, Series::beside));
    }

    List<KeyValue<String, OwnDay>> of(SeriesChange change) {
        Beside beside = besides.get(change.name());
        String statutes = change.labels().get(Field.STATUTE_SET.word());
        if (beside == null || statutes == null || !change.labels().keySet().equals(SPLIT)) {
            return List.of();
        }
        List<String> shelves = shelves(beside, statutes).toList();
        return change.cells().stream()
                .map(cell -> cell.state().getCell())
                .flatMap(cell -> shelves.stream().map(shelf -> KeyValue.pair(shelf, day(change, statutes, cell))))
                .toList();
    }

    private static Stream<String> shelves(Beside beside, String statutes) {
        return Statutes.split(statutes).stream()
                .map(Statutes::act)
                .distinct()
                .flatMap(law -> beside.measures().stream()
                        .flatMap(measure -> beside.units().stream().map(unit -> ClaimGroup.shelf(measure, unit, law))));
    }

    private static OwnDay day(SeriesChange change, String statutes, DayCell cell) {
        return new OwnDay(change.name(), statutes, cell.getDay(), cell.getCount());
    }
}
