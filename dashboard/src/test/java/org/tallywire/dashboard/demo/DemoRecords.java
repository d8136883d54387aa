package org.tallywire.dashboard.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.LongUnaryOperator;
import org.apache.avro.specific.SpecificRecord;
import org.tallywire.avro.DayCell;
import org.tallywire.avro.Evidence;
import org.tallywire.avro.Tally;
import org.tallywire.schemas.Topics;

/** Two years of invented tallies, with one clear spike: what the page shows, without any pipeline. */
public final class DemoRecords {
    /** One record of one topic. */
    public record Entry(String topic, String key, SpecificRecord value) {}

    /** The series with the spike. */
    public static final String SPIKE = "court.filed{statute=ru/uk/a337}";

    private final List<Entry> entries = new ArrayList<>();
    private final Random random = new Random(7);
    private final LocalDate today;
    private final Instant now;

    private DemoRecords(LocalDate today) {
        this.today = today;
        this.now = today.atTime(0, 30).toInstant(ZoneOffset.UTC);
    }

    /** All records of the demo as they stand on a day, in an order in which they could have come. */
    public static List<Entry> asOf(LocalDate today) {
        DemoRecords demo = new DemoRecords(today);
        demo.series("court.filed", Map.of("statute", "ru/uk/a337"), 14, true);
        demo.series("court.filed", Map.of("statute", "ru/uk/a337/p5"), 9, false);
        demo.series("court.filed", Map.of("statute", "ru/uk/a338"), 5, false);
        demo.series("court.filed", Map.of("statute", "ru/koap/a20.3.3/p1"), 8, false);
        demo.series("court.filed", Map.of("statute", "ua/kk/a408/p4"), 3, false);
        demo.series("court.filed", Map.of("statute", "us/usc/t18/s1001/a/2"), .4, false);
        demo.series("court.decided", Map.of("statute", "ru/uk/a337", "outcome", "CONVICTED"), 11, false);
        demo.series("court.decided", Map.of("statute", "ru/uk/a337", "outcome", "TERMINATED"), .3, false);
        demo.series("news.mentions", Map.of("statute", "ru/uk/a337"), 6, false);
        demo.series("news.mentions", Map.of("outlet", "northern-ledger"), 2, false);
        demo.series("news.articles", Map.of(), 22, false);
        demo.entries.addAll(new DemoStories(today, demo.now).entries());
        return demo.entries;
    }

    private void series(String name, Map<String, String> labels, double mean, boolean spike) {
        List<String> pairs = labels.entrySet().stream()
                .map(label -> label.getKey() + "=" + label.getValue())
                .sorted()
                .toList();
        String id = pairs.isEmpty() ? name : name + "{" + String.join(",", pairs) + "}";
        long[] counts = new long[730];
        for (int i = 0; i < counts.length; i++) {
            LocalDate day = today.minusDays(729L - i);
            double weekend = day.getDayOfWeek().getValue() > 5 ? .25 : 1.2;
            counts[i] = poisson(mean * weekend * (.6 + .8 * i / counts.length) * (spike && i > 725 ? 3.2 : 1));
            if (counts[i] > 0) {
                entries.add(new Entry(Topics.DAY_CELLS.name(), id + "|" + day, cell(id, name, labels, day, counts[i])));
            }
        }
        LongUnaryOperator sum = days -> sum(counts, counts.length - (int) days, counts.length);
        for (int days : new int[] {1, 7, 28, 365, 0}) {
            Tally tally = Tally.newBuilder()
                    .setSeries(id)
                    .setName(name)
                    .setLabels(labels)
                    .setDays(days)
                    .setFrom(days == 0 ? null : today.minusDays(days - 1L))
                    .setAsOf(today)
                    .setCount(sum.applyAsLong(days == 0 ? counts.length : days))
                    .setPrevious(days == 0 ? null : sum(counts, counts.length - 2 * days, counts.length - days))
                    .setUpdatedAt(now)
                    .build();
            entries.add(new Entry(Topics.TALLIES.name(), id + "|" + (days == 0 ? "all" : days + "d"), tally));
        }
    }

    private DayCell cell(String id, String name, Map<String, String> labels, LocalDate day, long count) {
        boolean corrected = random.nextInt(40) == 0;
        String document = "court:ru_sudrf:demo--gvs:1-" + (100 + random.nextInt(900)) + "/" + day.getYear();
        Evidence evidence = Evidence.newBuilder()
                .setDocumentId(document)
                .setUrl("https://register.example/case/" + random.nextInt(10_000))
                .build();
        return DayCell.newBuilder()
                .setSeries(id)
                .setName(name)
                .setLabels(labels)
                .setDay(day)
                .setCount(count)
                .setRevisions((int) count + (corrected ? 1 : 0))
                .setLastDocument(document)
                .setLastDelta(corrected ? -1 : 1)
                .setLastChange(day.atTime(0, 12).toInstant(ZoneOffset.UTC))
                .setEvidence(List.of(evidence))
                .build();
    }

    private static long sum(long[] counts, int from, int to) {
        long sum = 0;
        for (int i = Math.max(0, from); i < to; i++) {
            sum += counts[i];
        }
        return sum;
    }

    private long poisson(double mean) {
        double limit = Math.exp(-mean);
        double product = random.nextDouble();
        long count = 0;
        while (product > limit) {
            product *= random.nextDouble();
            count++;
        }
        return count;
    }
}
