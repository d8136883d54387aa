package org.tallywire.aggregate.watch;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tallywire.aggregate.spike.SpikeAlert;
import org.tallywire.avro.Alert;
import org.tallywire.avro.AlertState;
import org.tallywire.avro.CellState;
import org.tallywire.avro.Evidence;
import org.tallywire.avro.WatchedSeries;

/**
 * Alerts as they are told: with labels, evidence and times.
 *
 * @param alerts to be written now: what changed, and once a day what is still open
 * @param open not over after this
 */
record Told(List<Alert> alerts, List<Alert> open) {
    /** An open alert is told again every day; one that was not for two days says nothing about the present. */
    private static final Duration VALID = Duration.ofHours(48);

    private static final int EVIDENCE = 5;

    static Told of(WatchedSeries series, List<SpikeAlert> changed, Scene scene) {
        Map<String, Alert> open = new LinkedHashMap<>();
        series.getOpen().forEach(alert -> open.put(alert.getId(), alert));
        List<Alert> told = new ArrayList<>();
        for (SpikeAlert change : changed) {
            Alert alert = alert(series, change, open.get(change.key()), scene);
            told.add(alert);
            open.remove(change.key());
            if (isOpen(alert)) {
                open.put(alert.getId(), alert);
            }
        }
        if (!scene.today().equals(series.getJudged())) {
            open.values().stream()
                    .filter(alert -> told.stream().noneMatch(one -> one.getId().equals(alert.getId())))
                    .map(alert -> times(Alert.newBuilder(alert), scene).build())
                    .forEach(told::add);
        }
        return new Told(told, List.copyOf(open.values()));
    }

    private static boolean isOpen(Alert alert) {
        return alert.getState() == AlertState.PENDING || alert.getState() == AlertState.FIRING;
    }

    private static Alert alert(
            WatchedSeries series, SpikeAlert change, @org.jspecify.annotations.Nullable Alert before, Scene scene) {
        Alert.Builder alert = times(change.toAlert(), scene)
                .setName(series.getName())
                .setLabels(series.getLabels())
                .setStartsAt(before == null ? scene.now() : before.getStartsAt())
                .setEvidence(evidence(change.day(), lastDay(series, change), scene));
        boolean over = change.state() == AlertState.RESOLVED || change.state() == AlertState.RETRACTED;
        return alert.setResolvedAt(over ? scene.now() : null).build();
    }

    /** A bucket of a week is named by its first day. */
    private static LocalDate lastDay(WatchedSeries series, SpikeAlert change) {
        return series.getWeekly() ? change.lastDay().plusDays(6) : change.lastDay();
    }

    private static Alert.Builder times(Alert.Builder alert, Scene scene) {
        return alert.setUpdatedAt(scene.now()).setValidUntil(scene.now().plus(VALID));
    }

    /** The newest documents of the episode's days. */
    private static List<Evidence> evidence(LocalDate from, LocalDate to, Scene scene) {
        List<Evidence> all = new ArrayList<>();
        for (CellState cell : scene.cells().apply(from).headMap(to, true).values()) {
            all.addAll(cell.getCell().getEvidence());
        }
        return List.copyOf(all.subList(Math.max(0, all.size() - EVIDENCE), all.size()));
    }
}
