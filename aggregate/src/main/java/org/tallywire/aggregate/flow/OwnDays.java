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
import org.tallywire.avro.ClaimKind;
import org.tallywire.avro.DayCell;
import org.tallywire.avro.OwnDay;

/** Sends the counts of a series by statute to the groups of claims that they stand beside. */
final class OwnDays {
    private final Map<String, Beside> besides;

    OwnDays(List<Series> series) {
        besides = series.stream()
                .filter(one -> one.beside() != null)
                .collect(Collectors.toMap(Series::name, Series::beside));
    }

    List<KeyValue<String, OwnDay>> of(SeriesChange change) {
        Beside beside = besides.get(change.name());
        String statute = change.labels().get(Field.STATUTE.word());
        if (beside == null || statute == null || !change.labels().keySet().equals(Set.of(Field.STATUTE.word()))) {
            return List.of();
        }
        List<String> groups = groups(beside, statute).toList();
        return change.cells().stream()
                .map(cell -> cell.state().getCell())
                .flatMap(cell -> groups.stream().map(group -> KeyValue.pair(group, day(cell))))
                .toList();
    }

    private static Stream<String> groups(Beside beside, String statute) {
        return beside.measures().stream()
                .flatMap(measure -> beside.units().stream()
                        .map(unit -> ClaimGroup.of(ClaimKind.COUNT, measure, unit, List.of(statute))));
    }

    private static OwnDay day(DayCell cell) {
        return new OwnDay(cell.getSeries(), cell.getDay(), cell.getCount());
    }
}
