package org.tallywire.aggregate.spike;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * Compares with tables of reference values that are not part of the project. They are read from the folder
 * {@code spikes/reference} under the system property {@code tallywire.gold}; without it these tests say that they are skipped.
 */
class ReferenceTest {
    private static final Map<String, Farrington.Variant> VARIANTS = Map.of(
            "classic", Farrington.Variant.CLASSIC,
            "nbPlugin", Farrington.Variant.FLEXIBLE,
            "muan", Farrington.Variant.MUAN,
            "delta10", Farrington.Variant.DELTA,
            "noreweight", Farrington.Variant.NO_REWEIGHTING);

    @Test
    void tailsOfTheNegativeBinomial() {
        for (CSVRecord row : table("nb_tail")) {
            double mean = number(row, "mu");
            double dispersion = number(row, "phi");
            long y = Long.parseLong(row.get("y"));
            near(number(row, "p_ge"), NegativeBinomial.atLeast(y, mean, dispersion), 1e-10, row);
            near(number(row, "p_gt"), NegativeBinomial.atLeast(y + 1, mean, dispersion), 1e-10, row);
            near(number(row, "pmf"), NegativeBinomial.pmf(y, mean, dispersion), 1e-10, row);
            near(number(row, "midp"), NegativeBinomial.midP(y, mean, dispersion), 1e-10, row);
        }
    }

    @Test
    void quantilesOfTheNegativeBinomial() {
        for (CSVRecord row : table("nb_quantile")) {
            long q = NegativeBinomial.quantile(1 - number(row, "alpha"), number(row, "mu"), number(row, "phi"));
            assertEquals(Long.parseLong(row.get("q")), q, row::toString);
        }
    }

    @Test
    void adjustedProbabilitiesAndRejections() {
        Map<String, List<CSVRecord>> ticks =
                table("bh").stream().collect(Collectors.groupingBy(row -> row.get("tick")));
        for (List<CSVRecord> tick : ticks.values()) {
            double[] p = tick.stream().mapToDouble(row -> number(row, "p")).toArray();
            double[] adjusted = BenjaminiHochberg.adjusted(p);
            double limit = BenjaminiHochberg.limit(p, 0.1);
            for (int i = 0; i < p.length; i++) {
                CSVRecord row = tick.get(i);
                assertEquals(number(row, "p_adjusted"), adjusted[i], 1e-12, row::toString);
                assertEquals(row.get("reject_q10").equals("1"), p[i] <= limit, row::toString);
            }
        }
    }

    @Test
    void ears() {
        Map<String, double[]> series = series();
        int compared = 0;
        for (CSVRecord row : table("ears")) {
            if (row.get("method").equals("C3_R")) {
                continue;
            }
            Ears ears = new Ears(
                    Ears.Kind.valueOf(row.get("method")),
                    Integer.parseInt(row.get("baseline")),
                    number(row, "min_sigma"));
            Rule.Finding finding = ears.judge(series.get(row.get("dataset")), Integer.parseInt(row.get("t")) - 1);
            relative(number(row, "upperbound"), finding.upper(), row);
            assertEquals(row.get("alarm").equals("1"), finding.alert(), row::toString);
            compared++;
        }
        assertTrue(compared > 37_000, "only " + compared + " rows");
    }

    @Test
    void farringtonFlexible() {
        Map<String, double[]> series = series();
        int compared = 0;
        for (CSVRecord row : table("farrington_flexible")) {
            if (!row.get("skip").isEmpty()) {
                continue;
            }
            int years = Integer.parseInt(row.get("b"));
            Farrington rule = new Farrington(VARIANTS.get(row.get("variant")), years, years);
            Farrington.Figures figures =
                    rule.figures(series.get(row.get("dataset")), Integer.parseInt(row.get("t")), years);
            assertEquals(row.get("alarm").equals("1"), figures.alarm(), row::toString);
            assertEquals(row.get("trend").equals("1"), !Double.isNaN(figures.trend()), row::toString);
            relative(number(row, "upperbound"), figures.upper(), row);
            relative(number(row, "phi"), figures.dispersion(), row);
            relative(number(row, "trend_coef"), figures.trend(), row);
            assertEquals(number(row, "pvalue"), figures.p(), 1e-6, row::toString);
            if (!Double.isNaN(number(row, "expected"))) {
                relative(number(row, "expected"), figures.expected(), row);
            }
            if (!Double.isNaN(number(row, "mu0"))) {
                relative(number(row, "mu0"), figures.limitMean(), row);
            }
            compared++;
        }
        assertTrue(compared > 11_000, "only " + compared + " rows");
    }

    private static void near(double expected, double actual, double share, CSVRecord row) {
        if (expected > 1e-290) {
            assertEquals(expected, actual, share * expected, row::toString);
        }
    }

    private static void relative(double expected, double actual, CSVRecord row) {
        double tolerance = Double.isNaN(expected) ? 1e-6 : 1e-6 * Math.max(1, Math.abs(expected));
        assertEquals(expected, actual, tolerance, () -> row + " but " + actual);
    }

    private static double number(CSVRecord row, String column) {
        String text = row.get(column);
        return text.isEmpty() || text.equals("NA") ? Double.NaN : Double.parseDouble(text);
    }

    private static Map<String, double[]> series() {
        Map<String, StringBuilder> texts = new HashMap<>();
        table("series")
                .forEach(row -> texts.computeIfAbsent(row.get("dataset"), name -> new StringBuilder())
                        .append(row.get("observed"))
                        .append(' '));
        return texts.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> Arrays.stream(
                                        entry.getValue().toString().trim().split(" "))
                                .mapToDouble(Double::parseDouble)
                                .toArray()));
    }

    private static List<CSVRecord> table(String name) {
        String gold = System.getProperty("tallywire.gold", "");
        Path file = Path.of(gold, "spikes", "reference", name + ".csv");
        Assumptions.assumeTrue(
                !gold.isEmpty() && Files.exists(file),
                "skipped: no reference values at " + file + " (system property tallywire.gold)");
        try (Reader in = Files.newBufferedReader(file)) {
            return CSVFormat.DEFAULT
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get()
                    .parse(in)
                    .getRecords();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
