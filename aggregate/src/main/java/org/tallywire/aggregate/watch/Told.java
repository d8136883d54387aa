package org.tallywire.aggregate.watch;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tallywire.aggregate.series.Watch;
import org.tallywire.aggregate.spike.SpikeAlert;
import org.tallywire.avro.Alert;
import org.tallywire.avro.AlertState;
import org.tallywire.avro.CellState;
import org.tallywire.avro.Evidence;
import org.tallywire.avro.Rise;
import org.tallywire.avro.WatchedSeries;

/**
 * What a series has to say: its alerts with labels, evidence and times, and how many of its documents broader series have too.
 *
 * @param rises to be passed on now: what changed, once a day what is still open, and moved figures of what is open
 * @param open not over after this
 */
record Told(List<Rise> rises, List<Alert> open) {
    /** An open alert is told again every day; one that was not for two days says nothing about the present. */
    private static final Duration VALID = Duration.ofHours(48);

    private static final int EVIDENCE = 5;

    static Told of(
            Watch watch, WatchedSeries series, List<SpikeAlert> changed, List<SpikeAlert> standing, Scene scene) {
        Map<String, Alert> open = new LinkedHashMap<>();
        series.getOpen().forEach(alert -> open.put(alert.getId(), alert));
        Set<String> news = new HashSet<>();
        List<Alert> told = new ArrayList<>();
        for (SpikeAlert change : changed) {
            Alert alert = alert(series, change, open.remove(change.key()), scene);
            told.add(alert);
            news.add(alert.getId());
            if (isOpen(alert)) {
                open.put(alert.getId(), alert);
            }
        }
        for (SpikeAlert still : standing) {
            Alert before = open.get(still.key());
            if (before != null && (before.getExcess() != still.excess() || before.getBuckets() != still.buckets())) {
                open.put(still.key(), alert(series, still, before, scene));
                told.add(open.get(still.key()));
            }
        }
        if (!scene.today().equals(series.getJudged())) {
            told.removeIf(alert -> !news.contains(alert.getId()));
            for (Alert alert : open.values()) {
                if (news.add(alert.getId())) {
                    told.add(times(Alert.newBuilder(alert), scene).build());
                }
            }
        }
        int rank = watch.rank(series.getLabels());
        return new Told(
                told.stream()
                        .map(alert -> rise(series, alert, scene)
                                .setRank(rank)
                                .setNews(news.contains(alert.getId()))
                                .build())
                        .toList(),
                List.copyOf(open.values()));
    }

    private static Rise.Builder rise(WatchedSeries series, Alert alert, Scene scene) {
        LocalDate to = lastDay(series, alert.getLastDay());
        long count = 0;
        Map<String, Long> shared = new HashMap<>();
        for (CellState cell :
                scene.cells().apply(alert.getDay()).headMap(to, true).values()) {
            count += cell.getCell().getCount() - cell.getBackfilled();
            cell.getShared().forEach((broader, documents) -> shared.merge(broader, documents, Long::sum));
        }
        return Rise.newBuilder()
                .setAlert(alert)
                .setFrom(alert.getDay())
                .setTo(to)
                .setCount(count)
                .setShared(shared);
    }

    private static boolean isOpen(Alert alert) {
        return alert.getState() == AlertState.PENDING || alert.getState() == AlertState.FIRING;
    }

    private static Alert alert(WatchedSeries series, SpikeAlert change, @Nullable Alert before, Scene scene) {
        Alert.Builder alert = times(change.toAlert(), scene)
                .setName(series.getName())
                .setLabels(series.getLabels())
                .setSource(before == null ? source(change, scene) : before.getSource())
                .setStartsAt(before == null ? scene.now() : before.getStartsAt())
                .setEvidence(evidence(change.day(), lastDay(series, change.lastDay()), scene));
        boolean over = change.state() == AlertState.RESOLVED || change.state() == AlertState.RETRACTED;
        return alert.setResolvedAt(over ? scene.now() : null).build();
    }

    /** A bucket of a week is named by its first day. */
    private static LocalDate lastDay(WatchedSeries series, LocalDate bucket) {
        return series.getWeekly() ? bucket.plusDays(6) : bucket;
    }

    private static Alert.Builder times(Alert.Builder alert, Scene scene) {
        return alert.setUpdatedAt(scene.now()).setValidUntil(scene.now().plus(VALID));
    }

    /** Of the episode, or of the four weeks before where it holds nothing; kept for the life of the alert, whose labels must not move. */
    private static String source(SpikeAlert change, Scene scene) {
        Map<String, Long> given = given(scene.cells().apply(change.day()).values());
        if (given.isEmpty()) {
            given = given(scene.cells().apply(change.day().minusWeeks(4)).values());
        }
        long sum = given.values().stream().mapToLong(Long::longValue).sum();
        return given.entrySet().stream()
                .filter(source -> 2 * source.getValue() > sum)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
    }

    private static Map<String, Long> given(Collection<CellState> cells) {
        Map<String, Long> given = new HashMap<>();
        cells.forEach(cell -> cell.getSources().forEach((source, count) -> given.merge(source, count, Long::sum)));
        return given;
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
