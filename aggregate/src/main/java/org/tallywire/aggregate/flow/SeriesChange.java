package org.tallywire.aggregate.flow;

import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.KeyValue;
import org.tallywire.aggregate.count.Cells;
import org.tallywire.avro.CellState;
import org.tallywire.avro.DayCell;

/**
 * The day cells of one series that moved since the last tick.
 *
 * @param name family of the series
 * @param labels its labels
 * @param cells at least one, in order of day
 */
record SeriesChange(String name, Map<String, String> labels, List<CellChange> cells) {
    /**
     * One cell.
     *
     * @param state as it is now
     * @param before its count at the last tick
     */
    record CellChange(CellState state, long before) {
        long change() {
            return state.getCell().getCount() - before;
        }
    }

    /** The cells under the key of [tallies.daily]. */
    List<KeyValue<String, DayCell>> dayCells() {
        return cells.stream()
                .map(change -> change.state().getCell())
                .map(cell -> KeyValue.pair(Cells.key(cell.getSeries(), cell.getDay()), cell))
                .toList();
    }
}
