package org.tallywire.aggregate.flow;

import java.util.List;
import org.apache.kafka.streams.KeyValue;
import org.tallywire.aggregate.count.Contribute;
import org.tallywire.aggregate.series.Series;
import org.tallywire.avro.DayCell;
import org.tallywire.avro.Delta;
import org.tallywire.avro.Entities;
import org.tallywire.avro.OwnDay;

/** Makes the steps of one service from the series that it counts. */
final class Steps {
    private final List<Series> series;
    private final Contribute contribute;
    private final OwnDays ownDays;

    Steps(List<Series> series) {
        this.series = series;
        this.contribute = new Contribute(series);
        this.ownDays = new OwnDays(series);
    }

    static boolean hasKey(String key, Entities document) {
        return key != null;
    }

    ContributeStep contribute() {
        return new ContributeStep(contribute);
    }

    static List<KeyValue<String, Delta>> deltas(String document, Counted counted) {
        return counted.deltas();
    }

    static List<KeyValue<String, DayCell>> dayCells(String id, SeriesChange change) {
        return change.dayCells();
    }

    List<KeyValue<String, OwnDay>> ownDays(String id, SeriesChange change) {
        return ownDays.of(change);
    }

    RollWindows rollWindows() {
        return new RollWindows(series);
    }

    WatchSpikes watchSpikes() {
        return new WatchSpikes(series);
    }

    SettleClaims settleClaims() {
        return new SettleClaims(series);
    }
}
