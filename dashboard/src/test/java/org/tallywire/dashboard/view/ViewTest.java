package org.tallywire.dashboard.view;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tallywire.avro.Alert;
import org.tallywire.avro.AlertState;
import org.tallywire.avro.Carrier;
import org.tallywire.avro.Claim;
import org.tallywire.avro.ClaimStatus;
import org.tallywire.avro.DayCell;
import org.tallywire.avro.Evidence;
import org.tallywire.avro.Failure;
import org.tallywire.avro.HealthState;
import org.tallywire.avro.SourceHealth;
import org.tallywire.avro.Tally;

class ViewTest {
    private static final String SERIES = "court.filed{statute=ru/uk/a337}";
    private static final LocalDate DAY = LocalDate.of(2026, 3, 10);

    private final View view = new View(ViewLimits.USUAL);

    @Test
    void aSeriesShowsItsWindowsAndRecentDays() {
        day(DAY.minusDays(1), 4);
        day(DAY, 7);
        window(1, 7, 4L);
        window(0, 11, null);
        SeriesRow row = series();
        assertEquals(Map.of("1", 7L, "all", 11L), row.counts());
        assertEquals(Map.of("1", 4L), row.previous(), "all time has nothing before it");
        assertEquals(DAY, row.asOf());
        assertEquals(List.of(4L, 7L), tail(row.recent(), 2));
        assertEquals(SeriesBook.RECENT_DAYS, row.recent().length);
    }

    @Test
    void aLaterRecordOfAKeyReplacesTheEarlier() {
        day(DAY, 7);
        day(DAY, 6);
        assertEquals(6, view.days(SERIES, DAY, DAY).getFirst().count());
    }

    @Test
    void tombstonesTakeRowsOut() {
        day(DAY, 7);
        window(7, 7, 0L);
        view.apply("claims", "c", claim(12.0, ClaimStatus.CURRENT));
        view.apply("alerts", "a", alert(AlertState.FIRING, DAY));
        view.apply("source.health", "s", health(HealthState.WORKING));

        view.apply("tallies.rolling", SERIES + "|7d", null);
        assertEquals(Map.of(), series().counts());
        view.apply("tallies.daily", SERIES + "|" + DAY, null);
        assertNull(view.series(SERIES), "nothing is left of it");
        view.apply("claims", "c", null);
        view.apply("alerts", "a", null);
        view.apply("source.health", "s", null);
        view.apply("claims", "never-seen", null);
        assertEquals(List.of(), view.claims());
        assertEquals(List.of(), view.alerts());
        assertEquals(List.of(), view.sources());
    }

    @Test
    void anAlertComesWithTheDaysAroundIt() {
        day(DAY.minusDays(2), 3);
        day(DAY, 30);
        view.apply("alerts", "a", alert(AlertState.FIRING, DAY));
        AlertRow.Around around = view.alerts().getFirst().around();
        assertNotNull(around);
        int episode = (int) (DAY.toEpochDay() - around.from().toEpochDay());
        assertArrayEquals(new long[] {3, 0, 30, 0}, Arrays.copyOfRange(around.counts(), episode - 2, episode + 2));
    }

    @Test
    void anAlertOnAnUnknownSeriesHasNoChart() {
        view.apply("alerts", "a", alert(AlertState.FIRING, DAY));
        assertNull(view.alerts().getFirst().around());
    }

    @Test
    void firingAlertsStandFirstThenTheNewest() {
        view.apply("alerts", "old", alert(AlertState.FIRING, DAY.minusDays(9)));
        view.apply("alerts", "over", alert(AlertState.RESOLVED, DAY));
        view.apply("alerts", "new", alert(AlertState.FIRING, DAY));
        assertEquals(
                List.of("new", "old", "over"),
                view.alerts().stream().map(AlertRow::id).toList());
    }

    @Test
    void whatDoesNotFitIsLeftOutAndCounted() {
        View small = new View(new ViewLimits(1, 2, 1, 1, 1, 1));
        for (int i = 0; i < 3; i++) {
            small.apply("tallies.daily", "k", cell(SERIES, DAY.plusDays(i), i));
        }
        small.apply("tallies.daily", "k", cell("other", DAY, 5));
        assertEquals(
                List.of(DAY.plusDays(1), DAY.plusDays(2)),
                small.days(SERIES, LocalDate.MIN, LocalDate.MAX).stream()
                        .map(DayRow::day)
                        .toList(),
                "the oldest day makes room");
        small.apply("alerts", "quiet", alert(AlertState.RESOLVED, DAY));
        small.apply("alerts", "urgent", alert(AlertState.FIRING, DAY));
        assertEquals("urgent", small.alerts().getFirst().id(), "the least urgent makes room");
        assertEquals(
                Map.of("series", 1L, "days", 1L, "alerts", 1L), small.summary().leftOut());
    }

    @Test
    void failuresAreCountedByPlaceAndReason() {
        for (String reason : List.of("NOT_A_FEED", "NOT_A_FEED", "TIMEOUT")) {
            view.apply("failures", null, failure(reason));
        }
        assertEquals(
                List.of("NOT_A_FEED 2", "TIMEOUT 1"),
                view.summary().failures().stream()
                        .map(f -> f.reason() + " " + f.count())
                        .toList());
    }

    @Test
    void theSummaryCountsWhatStands() {
        view.apply("claims", "new", claim(20.0, ClaimStatus.CURRENT));
        view.apply("claims", "old", claim(10.0, ClaimStatus.SUPERSEDED));
        view.apply("source.health", "good", health(HealthState.UNCHANGED));
        view.apply("source.health", "bad", health(HealthState.TLS));
        SummaryRow summary = view.summary();
        assertEquals(2, summary.claims());
        assertEquals(1, summary.currentClaims());
        assertEquals(Map.of("GOOD", 1L, "BAD", 1L), summary.sources());
        assertEquals(4, summary.records());
    }

    @Test
    void eachPartHasAVersionOfItsOwn() {
        long before = view.version(Part.CLAIMS);
        day(DAY, 1);
        assertEquals(before, view.version(Part.CLAIMS));
        assertEquals(1, view.version(Part.SERIES));
    }

    @Test
    void aTopicOfNobodyIsAMistakeOfOurs() {
        assertThrows(IllegalArgumentException.class, () -> view.apply("entities", "k", null));
    }

    @Test
    void theNumberOfAQuoteIsMarked() {
        view.apply("claims", "c", claim(12.0, ClaimStatus.CURRENT));
        CarrierRow carrier = view.claims().getFirst().carriers().getFirst();
        assertEquals(new NumberSpan(6, 8), carrier.number());
    }

    private SeriesRow series() {
        SeriesRow row = view.series(SERIES);
        assertNotNull(row);
        return row;
    }

    private static List<Long> tail(long[] counts, int length) {
        return Arrays.stream(counts).skip(counts.length - length).boxed().toList();
    }

    private void day(LocalDate day, long count) {
        view.apply("tallies.daily", SERIES + "|" + day, cell(SERIES, day, count));
    }

    private static DayCell cell(String series, LocalDate day, long count) {
        Evidence evidence = Evidence.newBuilder().setDocumentId("court:x:1").build();
        return DayCell.newBuilder()
                .setSeries(series)
                .setName("court.filed")
                .setLabels(Map.of("statute", "ru/uk/a337"))
                .setDay(day)
                .setCount(count)
                .setEvidence(List.of(evidence))
                .build();
    }

    private void window(int days, long count, Long previous) {
        Tally tally = Tally.newBuilder()
                .setSeries(SERIES)
                .setName("court.filed")
                .setDays(days)
                .setAsOf(DAY)
                .setCount(count)
                .setPrevious(previous)
                .build();
        view.apply("tallies.rolling", SERIES + "|" + (days == 0 ? "all" : days + "d"), tally);
    }

    private static Claim claim(double value, ClaimStatus status) {
        Carrier carrier = Carrier.newBuilder().setQuote("There 12 cases.").build();
        return Claim.newBuilder()
                .setPublisher("monitor")
                .setValue(value)
                .setStatus(status)
                .setCarriers(List.of(carrier))
                .build();
    }

    private static Alert alert(AlertState state, LocalDate day) {
        return Alert.newBuilder()
                .setSeries(SERIES)
                .setState(state)
                .setDay(day)
                .setLastDay(day)
                .build();
    }

    private static SourceHealth health(HealthState state) {
        return SourceHealth.newBuilder().setSourceId("s").setState(state).build();
    }

    private static Failure failure(String reason) {
        return Failure.newBuilder()
                .setService("ingest")
                .setStage("read")
                .setReason(reason)
                .build();
    }
}
