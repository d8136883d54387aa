package org.tallywire.standalone.courts;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.tallywire.aggregate.count.Cells;
import org.tallywire.aggregate.count.Contribute;
import org.tallywire.aggregate.count.Deltas;
import org.tallywire.aggregate.series.SeriesFile;
import org.tallywire.avro.CellState;
import org.tallywire.avro.Contributions;
import org.tallywire.avro.CourtRecord;
import org.tallywire.avro.DayCell;
import org.tallywire.avro.Entities;
import org.tallywire.enrich.CourtEntities;
import org.tallywire.ingest.courts.cases.Withdrawal;

/** The project's own way from court records to day cells, without Kafka: the steps that the services call. */
final class Counting {
    private static final Contribute CONTRIBUTE = new Contribute(SeriesFile.bundled());
    private static final Set<String> NAMES =
            Set.of("court.filed", "court.defendants", "court.charges", "court.decided", "court.sentenced");

    private final Map<String, Contributions> documents = new HashMap<>();
    private final Map<String, CellState> cells = new HashMap<>();

    /** Takes in a record as it was written, a withdrawal for a tombstone. */
    void take(CourtRecord record) {
        Entities entities = CourtEntities.of(Withdrawal.is(record) ? null : record);
        Contributions before = documents.get(record.getId());
        Contributions now = entities == null ? null : CONTRIBUTE.of(entities, before, false);
        documents.put(record.getId(), now);
        for (Deltas.Of change : Deltas.between(before, now, Instant.EPOCH)) {
            cells.compute(
                    Cells.key(change.series(), change.delta().getDay()),
                    (key, cell) -> Cells.add(cell, change.series(), change.delta()));
        }
    }

    /** Counts that are not 0, by series and day: totals and lines by statute of the series of cases. */
    Map<String, Long> cells() {
        Map<String, Long> counts = new TreeMap<>();
        cells.forEach((key, state) -> {
            DayCell cell = state.getCell();
            boolean line =
                    cell.getLabels().isEmpty() || cell.getLabels().keySet().equals(Set.of("statute"));
            if (line && NAMES.contains(cell.getName()) && cell.getCount() != 0) {
                counts.put(key, cell.getCount());
            }
        });
        return counts;
    }
}
