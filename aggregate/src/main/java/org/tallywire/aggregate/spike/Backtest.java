package org.tallywire.aggregate.spike;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Runs rules over series in CSV files. Prints {@code series,date,count,expected,upper,p,alert} for each row, judged only with what stands
 * before it, or with {@code compare} a table of all rules. Dates that a file leaves out inside a series count 0, as an export that groups by
 * date leaves empty days out, unless {@link Options#absentIsMissing}; how many there were is in the summary. A count that is empty,
 * {@code NA} or {@code x} says that nobody could look: that row has an empty p.
 */
public final class Backtest {
    private final Options options;

    private Backtest(Options options) {
        this.options = options;
    }

    /**
     * What to run.
     *
     * @param weekly buckets are seven days apart, else one
     * @param rule name of the rule, see {@link Rules}
     * @param compare print a table of all rules in place of the rows
     * @param alpha largest p with which our rule alerts
     * @param calendar open days of daily series
     * @param absentIsMissing dates left out are unseen rather than 0
     */
    public record Options(
            boolean weekly, String rule, boolean compare, double alpha, OpenDays calendar, boolean absentIsMissing) {
        /** Our rule on daily or weekly series with its default gate. */
        public static Options of(boolean weekly) {
            return new Options(weekly, Rules.OURS, false, 0.001, OpenDays.ALWAYS, false);
        }

        public Options rule(String name) {
            return new Options(weekly, name, compare, alpha, calendar, absentIsMissing);
        }

        public Options compared() {
            return new Options(weekly, rule, true, alpha, calendar, absentIsMissing);
        }

        int step() {
            return weekly ? 7 : 1;
        }
    }

    /**
     * What was run.
     *
     * @param series number of series
     * @param rows number of rows read
     * @param alerts rows that alerted; with a comparison, those of our rule
     * @param absent dates left out inside the series
     */
    public record Summary(int series, int rows, int alerts, int absent) {}

    /**
     * True if the dates of the files are whole weeks apart.
     *
     * @throws BadInput with file, line and reason
     */
    public static boolean weekly(List<Path> files) throws BadInput {
        for (Path file : files) {
            if (!SeriesFile.weekly(SeriesFile.read(file, 1))) {
                return false;
            }
        }
        return true;
    }

    /**
     * Runs the rules over the files in order and prints to {@code out}.
     *
     * @throws BadInput with one line for the user: an unknown rule, or file, line and reason
     */
    public static Summary run(Options options, List<Path> files, Appendable out) throws BadInput, IOException {
        return new Backtest(options).run(files, out);
    }

    private Summary run(List<Path> files, Appendable out) throws BadInput, IOException {
        List<Rule> rules = Rules.all(options.weekly(), options.calendar(), options.alpha());
        Rule rule = rules.stream()
                .filter(candidate -> candidate.name().equals(options.rule()))
                .findFirst()
                .orElseThrow(() -> new BadInput("no rule '%s', there are %s".formatted(options.rule(), names(rules))));
        List<List<SeriesFile.Row>> read = new ArrayList<>();
        for (Path file : files) {
            read.add(SeriesFile.read(file, options.step()));
        }
        int series = 0;
        int rows = 0;
        int absent = 0;
        List<Printed> lines = new ArrayList<>();
        List<Scored> all = new ArrayList<>();
        for (List<SeriesFile.Row> file : read) {
            for (List<SeriesFile.Row> one : bySeries(file).values()) {
                List<Bucket> buckets = buckets(one);
                series++;
                rows += one.size();
                absent += buckets.size() - one.size();
                if (options.compare()) {
                    rules.forEach(
                            candidate -> all.add(new Scored(candidate.name(), buckets, candidate.judge(buckets))));
                } else {
                    lines.addAll(lines(one, buckets, rule.judge(buckets)));
                }
            }
        }
        int alerts = options.compare() ? Comparison.print(all, rules, out) : print(lines, read, out);
        return new Summary(series, rows, alerts, absent);
    }

    private static String names(List<Rule> rules) {
        return rules.stream().map(Rule::name).collect(Collectors.joining(", "));
    }

    private static Map<String, List<SeriesFile.Row>> bySeries(List<SeriesFile.Row> rows) {
        return rows.stream()
                .collect(Collectors.groupingBy(SeriesFile.Row::series, LinkedHashMap::new, Collectors.toList()));
    }

    /** The rows as consecutive buckets, dates left out filled in. */
    private List<Bucket> buckets(List<SeriesFile.Row> rows) {
        List<Bucket> buckets = new ArrayList<>();
        long day = rows.getFirst().day();
        for (SeriesFile.Row row : rows) {
            for (; day < row.day(); day += options.step()) {
                buckets.add(options.absentIsMissing() ? Bucket.missing(day) : bucket(day, 0));
            }
            buckets.add(row.count() < 0 ? Bucket.missing(day) : bucket(day, row.count()));
            day += options.step();
        }
        return buckets;
    }

    private Bucket bucket(long day, long count) {
        boolean open = options.weekly() || options.calendar().isOpen(LocalDate.ofEpochDay(day));
        return open ? Bucket.complete(day, count) : Bucket.closed(day, count);
    }

    /** One printed row. */
    private record Printed(SeriesFile.Row row, Bucket bucket, Rule.Finding finding) {}

    /** A series judged by a rule. */
    record Scored(String rule, List<Bucket> buckets, List<Rule.Finding> findings) {}

    private List<Printed> lines(List<SeriesFile.Row> rows, List<Bucket> buckets, List<Rule.Finding> findings) {
        List<Printed> lines = new ArrayList<>();
        long first = rows.getFirst().day();
        for (SeriesFile.Row row : rows) {
            int at = (int) ((row.day() - first) / options.step());
            lines.add(new Printed(row, buckets.get(at), findings.get(at)));
        }
        return lines;
    }

    /** Prints the lines in the order in which the rows were read. */
    private static int print(List<Printed> lines, List<List<SeriesFile.Row>> read, Appendable out) throws IOException {
        Map<SeriesFile.Row, Integer> order = new IdentityHashMap<>();
        read.forEach(file -> file.forEach(row -> order.put(row, order.size())));
        lines.sort(Comparator.comparing(line -> order.get(line.row())));
        out.append("series,date,count,expected,upper,p,alert\n");
        int alerts = 0;
        for (Printed line : lines) {
            alerts += line.finding().alert() ? 1 : 0;
            boolean unseen = line.row().count() < 0;
            out.append(quoted(line.row().series()))
                    .append(',')
                    .append(line.row().date())
                    .append(',');
            out.append(unseen ? "" : Long.toString(line.row().count())).append(',');
            out.append(figure(line.finding().expected(), "%.4f")).append(',');
            out.append(figure(line.finding().upper(), "%.4f")).append(',');
            out.append(unseen ? "" : figure(line.finding().p(), "%.6e")).append(',');
            out.append(Boolean.toString(line.finding().alert())).append('\n');
        }
        return alerts;
    }

    private static String figure(double value, String format) {
        return !Double.isFinite(value) ? "" : String.format(Locale.ROOT, format, value);
    }

    private static String quoted(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
