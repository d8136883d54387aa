package org.tallywire.aggregate.spike;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesTest {
    @TempDir
    Path folder;

    private static List<Bucket> weeks(int n) {
        return IntStream.range(0, n)
                .mapToObj(t -> Bucket.complete(4 + 7L * t, t == n - 1 ? 40 : 5 + t * 7 % 5))
                .toList();
    }

    @Test
    void noRuleLooksAhead() {
        List<Bucket> weeks = weeks(320);
        for (Rule rule : Rules.all(true, OpenDays.ALWAYS, 0.001)) {
            assertEquals(rule.judge(weeks).subList(0, 300), rule.judge(weeks.subList(0, 300)), rule.name());
        }
    }

    @Test
    void everyRuleSeesEightTimesTheUsual() {
        for (Rule rule : Rules.all(true, OpenDays.ALWAYS, 0.001)) {
            assertTrue(rule.judge(weeks(320)).getLast().alert(), rule.name());
        }
    }

    /** Baseline 1 2 3 4 5 6 7: mean 4, standard deviation 2.160. */
    @Test
    void earsByHand() {
        double[] counts = {1, 2, 3, 4, 5, 6, 7, 9, 9, 9};
        Rule.Finding c1 = new Ears(Ears.Kind.C1, 7, 0).judge(counts, 7);
        assertEquals(4 + 3.090232306 * Math.sqrt(28 / 6.0), c1.upper(), 1e-8);
        Rule.Finding c2 = new Ears(Ears.Kind.C2, 7, 0).judge(counts, 9);
        assertEquals(c1.upper(), c2.upper(), 1e-12, "two buckets later");
        assertFalse(c2.alert());
    }

    @Test
    void falseDiscoveriesAreLimitedOverAllSeries() {
        double[] p = {0.9, 0.001, 0.04, 0.02, 0.5};
        assertEquals(0.02, BenjaminiHochberg.limit(p, 0.06), "0.001 <= 0.012, 0.02 <= 0.024, 0.04 > 0.036");
        assertEquals(-1, BenjaminiHochberg.limit(new double[] {0.9, 0.8}, 0.1));
        assertEquals(-1, BenjaminiHochberg.limit(new double[0], 0.1));
        assertEquals(0.005, BenjaminiHochberg.adjusted(p)[1], 1e-15);
    }

    @Test
    void aBacktestPrintsARowForEveryRow() throws IOException, BadInput {
        StringBuilder csv = new StringBuilder("series,date,count\n");
        LocalDate day = LocalDate.of(2025, 3, 3);
        for (int i = 0; i < 60; i++) {
            csv.append("court,")
                    .append(day.plusDays(i))
                    .append(',')
                    .append(i == 55 ? 40 : 3 + i * 5 % 4)
                    .append('\n');
        }
        StringBuilder out = new StringBuilder();
        Backtest.Summary summary = Backtest.run(Backtest.Options.of(false), List.of(file(csv.toString())), out);
        String[] lines = out.toString().split("\n");
        assertEquals("series,date,count,expected,upper,p,alert", lines[0]);
        assertEquals(61, lines.length);
        assertTrue(lines[56].startsWith("court,2025-04-27,40,") && lines[56].endsWith(",true"), lines[56]);
        assertTrue(summary.alerts() <= 2, out::toString);
    }

    @Test
    void datesLeftOutCountNothingAndUnseenOnesAreNotJudged() throws IOException, BadInput {
        StringBuilder out = new StringBuilder();
        Path file = file("date,count\n2025-03-03,2\n2025-03-05,1\n2025-03-06,\n2025-03-07,2\n");
        Backtest.Summary summary = Backtest.run(Backtest.Options.of(false), List.of(file), out);
        assertEquals(new Backtest.Summary(1, 4, 0, 1), summary);
        String unseen = out.toString().split("\n")[3];
        assertTrue(unseen.startsWith(",2025-03-06,,") && unseen.endsWith(",,false"), unseen);
    }

    @Test
    void spreadsheetsMayWriteSemicolonsAMarkAndDecimals() throws IOException, BadInput {
        StringBuilder out = new StringBuilder();
        Path file = file("\uFEFFdate;count\n2025-03-03;2\n2025-03-10;1000000\n2025-03-17;3.0\n");
        assertTrue(Backtest.weekly(List.of(file)));
        Backtest.run(Backtest.Options.of(true), List.of(file), out);
        assertTrue(out.toString().contains(",2025-03-10,1000000,"), out::toString);
        assertTrue(out.toString().contains(",2025-03-17,3,"), out::toString);
    }

    @Test
    void closedWeekdaysShowThemselves() {
        List<Bucket> days = IntStream.range(0, 200)
                .mapToObj(t -> Bucket.complete(4 + t, t % 7 > 4 ? 0 : 8 + t * 5 % 7))
                .toList();
        assertEquals(OpenDays.WORKDAYS, ClosedWeekdays.calendar(days));
        assertEquals(OpenDays.ALWAYS, ClosedWeekdays.calendar(days.subList(0, 30)), "too early to tell");
        List<Rule.Finding> found = new DetectorRule(WatchRule.daily("spike", OpenDays.ALWAYS, 0)).judge(days);
        assertTrue(found.get(196).expected() > 8, "a Monday after a weekend: " + found.get(196));
    }

    @Test
    void aComparisonHasARowPerRule() throws IOException, BadInput {
        StringBuilder out = new StringBuilder();
        Path file = file("date,count\n2025-03-03,2\n2025-03-10,1\n");
        Backtest.run(Backtest.Options.of(true).compared(), List.of(file), out);
        assertEquals(
                1 + Rules.all(true, OpenDays.ALWAYS, 0.001).size(),
                out.toString().lines().count());
    }

    @Test
    void badInputIsNamedWithFileLineAndReason() throws IOException {
        String[][] rows = {
            {"date,count\n2025-03-03,many\n", ":2: count 'many' is no whole number"},
            {"date,count\n2025-03-03,-1\n", ":2: count -1 is below 0"},
            {"date,count\n2025-03-03,2.5\n", ":2: count '2.5' is no whole number"},
            {"date,count\n3.3.2025,1\n", ":2: '3.3.2025' is no date like 2025-03-31"},
            {"date,count\n2025-03-03,1\n2025-03-03,1\n", ":3: date 2025-03-03 stands twice"},
            {"date,count\n2025-03-03,1\n2025-03-02,1\n", ":3: date 2025-03-02 is not after the one before"},
            {"when,how\n1,2\n", ":1: 'when' is no date like 2025-03-31"},
            {"date,number,of\n1,2,3\n", ":1: columns date,count or series,date,count expected"},
            {"series,date,count\na,2025-03-03\n", ":2: 2 columns, 3 expected"},
            {"", ": no rows"}
        };
        for (String[] row : rows) {
            Path file = file(row[0]);
            BadInput error = assertThrows(
                    BadInput.class,
                    () -> Backtest.run(Backtest.Options.of(false), List.of(file), new StringBuilder()),
                    row[0]);
            assertEquals(file + row[1], error.getMessage());
        }
    }

    @Test
    void anUnknownRuleIsAnsweredWithTheKnownOnes() {
        BadInput error = assertThrows(
                BadInput.class,
                () -> Backtest.run(Backtest.Options.of(true).rule("magic"), List.of(), new StringBuilder()));
        assertTrue(error.getMessage().contains("ears-c1, ears-c2"), error.getMessage());
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("in.csv"), text);
    }
}
