package org.tallywire.aggregate.spike;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * Runs our detector over simulated suites and writes what their scorer reads. A program for measuring, not a test:
 * {@code SuiteOutput SUITES-FOLDER OUTPUT-FOLDER [history in weeks]}. The suites count t from 1, t = 1 is a Monday, a year has 364 days.
 */
public final class SuiteOutput {
    private static final double YEAR = 364;
    private static final int MONDAY_BEFORE = 3;
    private static final int ALL_WEEK = 0b1111111;
    private static final int WORKDAYS = 0b0011111;
    private static final int DEPTH = 8;
    /** Of the default gate. */
    private static final double LEAST_EXCESS = 3;

    private final Path suites;
    private final Path output;

    SuiteOutput(Path suites, Path output) {
        this.suites = suites;
        this.output = output;
    }

    public static void main(String[] arguments) throws IOException {
        SuiteOutput run = new SuiteOutput(Path.of(arguments[0]), Path.of(arguments[1]));
        Files.createDirectories(run.output);
        if (arguments.length > 2) {
            run.weekly(Integer.parseInt(arguments[2]));
            return;
        }
        run.weekly(624);
        run.daily();
        run.messy();
        run.delay();
    }

    /** Judged weeks 576 to 624; the detector is given {@code history} weeks before them. */
    private void weekly(int history) throws IOException {
        try (PrintWriter out = open("weekly.csv", "sid,t,p")) {
            for (CSVRecord row : rows("weekly.csv")) {
                Detector detector = new Detector(Grain.WEEK, YEAR, 0);
                long[] counts = counts(row.get("counts"));
                for (int t = Math.max(1, 576 - history); t <= counts.length; t++) {
                    double p = detector.step(Bucket.complete(7L * t, counts[t - 1]))
                            .p();
                    if (t >= 576) {
                        out.println(row.get("sid") + "," + t + "," + p);
                    }
                }
            }
        }
    }

    private void daily() throws IOException {
        Map<String, CSVRecord> scenarios = new HashMap<>();
        rows("daily_scenarios.csv").forEach(row -> scenarios.put(row.get("scenario"), row));
        try (PrintWriter out = open("daily.csv", "sid,t,p")) {
            for (CSVRecord row : rows("daily.csv")) {
                CSVRecord scenario = scenarios.get(row.get("scenario"));
                String[] weekdays = scenario.get("dow_factors_mon_sun").split("\\|");
                int mask = IntStream.range(0, 7)
                        .filter(day -> Double.parseDouble(weekdays[day]) > 0)
                        .map(day -> 1 << day)
                        .sum();
                Set<Integer> holidays = Arrays.stream(scenario.get("holidays").split("\\|"))
                        .filter(day -> !day.isEmpty())
                        .map(Integer::valueOf)
                        .collect(Collectors.toSet());
                Detector detector = new Detector(Grain.DAY, YEAR, mask);
                long[] counts = counts(row.get("counts"));
                for (int t = 1; t <= counts.length; t++) {
                    boolean closed = (mask >> (t - 1) % 7 & 1) == 0 || holidays.contains((t - 1) % 364 + 1);
                    double p = detector.step(day(t, counts[t - 1], closed)).p();
                    if (t >= 729) {
                        out.println(row.get("sid") + "," + t + "," + p);
                    }
                }
            }
        }
    }

    private void messy() throws IOException {
        try (PrintWriter out = open("messy.csv", "sid,t,p,alarm,label")) {
            for (CSVRecord row : rows("messy.csv")) {
                int mask = row.get("profile").equals("court") ? WORKDAYS : ALL_WEEK;
                Detector detector = new Detector(Grain.DAY, YEAR, mask);
                String[] counts = row.get("counts").split(" ");
                for (int t = 1; t <= counts.length; t++) {
                    boolean missing = counts[t - 1].equals("x");
                    boolean closed = (mask >> (t - 1) % 7 & 1) == 0;
                    Judgement judgement = detector.step(
                            missing
                                    ? Bucket.missing(t + MONDAY_BEFORE)
                                    : day(t, Long.parseLong(counts[t - 1]), closed));
                    boolean alarm = judgement.p() < 0.005
                            && judgement.label() != Label.SILENT
                            && judgement.excess() >= LEAST_EXCESS;
                    String label = switch (judgement.label()) {
                        case SILENT -> "silent";
                        case BACKFILL -> "backfill";
                        default -> "";
                    };
                    out.println(row.get("sid") + "," + t + "," + judgement.p() + "," + (alarm ? 1 : 0) + "," + label);
                }
            }
        }
    }

    private void delay() throws IOException {
        Map<String, List<long[]>> triangles = new LinkedHashMap<>();
        rows("delay.csv")
                .forEach(row -> triangles
                        .computeIfAbsent(row.get("sid"), sid -> new ArrayList<>())
                        .add(counts(row.get("counts_by_delay_0_to_8"))));
        try (PrintWriter out = open("delay.csv", "sid,week,delay,p")) {
            triangles.forEach((sid, triangle) -> delay(sid, triangle, out));
        }
    }

    private static void delay(String sid, List<long[]> triangle, PrintWriter out) {
        Detector settled = new Detector(Grain.WEEK, YEAR, 0);
        Reporting reporting = new Reporting(DEPTH);
        for (int now = 1; now <= triangle.size(); now++) {
            int week = now - DEPTH;
            if (week >= 1) {
                long[] byDelay = triangle.get(week - 1);
                Judgement judgement = settled.step(
                        Bucket.complete(7L * week, Arrays.stream(byDelay).sum()));
                reporting.settle(byDelay);
                out.println(sid + "," + week + "," + DEPTH + "," + judgement.p());
            }
            Detector ahead = settled.copy();
            for (int open = Math.max(1, week + 1); open <= now; open++) {
                long in = Arrays.stream(triangle.get(open - 1))
                        .limit(now - open + 1L)
                        .sum();
                Judgement judgement =
                        ahead.step(Bucket.partial(7L * open, in, reporting.share(now - open), reporting.wobble()));
                out.println(sid + "," + open + "," + (now - open) + "," + judgement.p());
            }
        }
    }

    private static Bucket day(int t, long count, boolean closed) {
        return closed ? Bucket.closed(t + MONDAY_BEFORE, count) : Bucket.complete(t + MONDAY_BEFORE, count);
    }

    private static long[] counts(String text) {
        return Arrays.stream(text.split(" ")).mapToLong(Long::parseLong).toArray();
    }

    private PrintWriter open(String name, String head) throws IOException {
        PrintWriter out = new PrintWriter(Files.newBufferedWriter(output.resolve(name)));
        out.println(head);
        return out;
    }

    private List<CSVRecord> rows(String name) {
        try (Reader in = Files.newBufferedReader(suites.resolve(name))) {
            return CSVFormat.DEFAULT
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get()
                    .parse(in)
                    .getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
