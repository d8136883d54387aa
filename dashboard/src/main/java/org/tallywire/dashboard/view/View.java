package org.tallywire.dashboard.view;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.Alert;
import org.tallywire.avro.Claim;
import org.tallywire.avro.DayCell;
import org.tallywire.avro.Failure;
import org.tallywire.avro.SourceHealth;
import org.tallywire.avro.Tally;
import org.tallywire.schemas.Topics;

/** The topics as they stand: one writer applies records in order, any number of readers take rows. */
public final class View {
    /** Days before an alert's episode that its chart shows, and after it. */
    private static final int DAYS_BEFORE = 49;

    private static final int DAYS_AFTER = 7;
    private static final int LONGEST_CHART = 400;

    private final SeriesBook series;
    private final Book<ClaimRow> claims;
    private final Book<AlertRow> alerts;
    private final Book<SourceRow> sources;
    private final FailureBook failures;
    /** What a tombstone does, by topic; [failures] is a log, from which nothing is taken back. */
    private final Map<String, Consumer<String>> tombstones;

    private final Map<Part, AtomicLong> versions;
    private final AtomicLong records = new AtomicLong();
    private final AtomicReference<@Nullable Instant> newest = new AtomicReference<>();

    public View(ViewLimits limits) {
        series = new SeriesBook(limits.series(), limits.days());
        claims = new Book<>(limits.claims(), ClaimRow.NEWEST_FIRST);
        alerts = new Book<>(limits.alerts(), AlertRow.URGENT_FIRST);
        sources = new Book<>(limits.sources(), SourceRow.WORST_FIRST);
        failures = new FailureBook(limits.failureReasons());
        tombstones = Map.of(
                Topics.DAY_CELLS.name(), series::removeDay,
                Topics.TALLIES.name(), series::removeWindow,
                Topics.CLAIMS.name(), claims::remove,
                Topics.ALERTS.name(), alerts::remove,
                Topics.SOURCE_HEALTH.name(), sources::remove);
        versions = new TreeMap<>();
        for (Part part : Part.values()) {
            versions.put(part, new AtomicLong());
        }
    }

    /**
     * Takes in one record of a topic.
     *
     * @param key null only where the topic has no keys
     * @param value null: a tombstone, which takes the key's row out
     * @throws IllegalArgumentException for a topic that is none of {@link Part}'s
     */
    public void apply(String topic, @Nullable String key, @Nullable SpecificRecord value) {
        Part part = Part.ofTopic(topic);
        String id = Objects.requireNonNullElse(key, "");
        switch (value) {
            case null -> tombstones.getOrDefault(topic, k -> {}).accept(id);
            case DayCell cell -> series.put(cell);
            case Tally tally -> series.put(tally);
            case Claim claim -> claims.put(id, ClaimRow.of(id, claim));
            case Alert alert -> alerts.put(id, AlertRow.of(id, alert));
            case SourceHealth health -> sources.put(id, SourceRow.of(id, health));
            case Failure failure -> failures.add(failure);
            default -> throw new IllegalArgumentException(value.getSchema().getFullName() + " on " + topic);
        }
        records.incrementAndGet();
        counter(part).incrementAndGet();
        noteTime(value);
    }

    private void noteTime(@Nullable SpecificRecord value) {
        Instant at = switch (value) {
            case DayCell cell -> cell.getLastChange();
            case Tally tally -> tally.getUpdatedAt();
            case Claim claim -> claim.getUpdatedAt();
            case Alert alert -> alert.getUpdatedAt();
            case SourceHealth health -> health.getUpdatedAt();
            case null, default -> null;
        };
        if (at != null) {
            newest.accumulateAndGet(at, (a, b) -> a == null || (b != null && b.isAfter(a)) ? b : a);
        }
    }

    public List<SeriesRow> series() {
        return series.all();
    }

    public @Nullable SeriesRow series(String id) {
        return series.one(id);
    }

    /** Days of one series in order, both ends included; empty for an unknown one. */
    public List<DayRow> days(String id, LocalDate from, LocalDate to) {
        return series.days(id, from, to);
    }

    public List<ClaimRow> claims() {
        return claims.all();
    }

    /** Each with the counts of its series around the episode. */
    public List<AlertRow> alerts() {
        return alerts.all().stream().map(this::withCounts).toList();
    }

    public List<SourceRow> sources() {
        return sources.all();
    }

    public SummaryRow summary() {
        List<ClaimRow> known = claims.all();
        return new SummaryRow(
                newest.get(),
                records.get(),
                series.size(),
                known.size(),
                (int) known.stream().filter(c -> c.status().equals("CURRENT")).count(),
                (int) known.stream()
                        .map(ClaimRow::publisher)
                        .filter(Objects::nonNull)
                        .distinct()
                        .count(),
                alerts.all().stream().collect(groupingBy(a -> a.state().name(), TreeMap::new, counting())),
                sources.all().stream().collect(groupingBy(s -> s.tone().name(), TreeMap::new, counting())),
                failures.all(),
                leftOut());
    }

    /** How often each part has changed since the start. */
    public long version(Part part) {
        return counter(part).get();
    }

    private AtomicLong counter(Part part) {
        return Objects.requireNonNull(versions.get(part));
    }

    private AlertRow withCounts(AlertRow alert) {
        LocalDate day = alert.day();
        LocalDate last = alert.lastDay();
        if (day == null || last == null || last.isBefore(day)) {
            return alert;
        }
        LocalDate from = day.minusDays(DAYS_BEFORE);
        int length = (int) Math.min(LONGEST_CHART, ChronoUnit.DAYS.between(from, last.plusDays(DAYS_AFTER)) + 1);
        long[] counts = series.counts(alert.series(), from.plusDays(length - 1L), length);
        return counts.length == 0 ? alert : alert.with(new AlertRow.Around(from, counts));
    }

    private Map<String, Long> leftOut() {
        Map<String, Long> out = new TreeMap<>(Map.of(
                "series", series.seriesLeftOut(),
                "days", series.daysLeftOut(),
                "claims", claims.leftOut(),
                "alerts", alerts.leftOut(),
                "sources", sources.leftOut()));
        out.values().removeIf(n -> n == 0);
        return out;
    }
}
