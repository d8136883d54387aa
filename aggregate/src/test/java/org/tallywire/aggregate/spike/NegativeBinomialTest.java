package org.tallywire.aggregate.spike;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class NegativeBinomialTest {
    /** Mean, dispersion, count, P(Y >= count) by closed form. */
    @Test
    void tailsThatAreKnownInClosedForm() {
        double[][] rows = {
            {1, 1, 1, 1 - Math.exp(-1)}, // Poisson: not none
            {2, 1, 2, 1 - 3 * Math.exp(-2)},
            {3, 4, 5, Math.pow(0.75, 5)}, // size 1 is geometric
            {3, 4, 200, Math.pow(0.75, 200)}, // far out, relative accuracy stays
            {0.01, 8, 1, -Math.expm1(-0.01 / 7 * Math.log(8))},
            {5, 2, 0, 1}
        };
        for (double[] row : rows) {
            double tail = NegativeBinomial.atLeast((long) row[2], row[0], row[1]);
            assertEquals(row[3], tail, 1e-12 * row[3], () -> "mean " + row[0] + " count " + row[2]);
        }
    }

    @Test
    void massesAddUpToOneAndHaveTheMeanAndVarianceTheyPromise() {
        double[][] rows = {{0.3, 1}, {4, 1.2}, {40, 3}, {400, 1.05}, {900, 30}};
        for (double[] row : rows) {
            double sum = 0;
            double mean = 0;
            double square = 0;
            for (long y = 0; y < 3000; y++) {
                double mass = NegativeBinomial.pmf(y, row[0], row[1]);
                sum += mass;
                mean += mass * y;
                square += mass * y * y;
            }
            assertEquals(1, sum, 1e-9);
            assertEquals(row[0], mean, 1e-6 * row[0]);
            assertEquals(row[0] * row[1], square - mean * mean, 1e-4 * row[0] * row[1]);
        }
    }

    @Test
    void theFractionAgreesWithTheSumWhereBothApply() {
        double[][] rows = {{1000, 5, 1300}, {300, 2, 301}, {300, 2, 420}, {50, 40, 300}, {2000, 1.5, 1800}};
        for (double[] row : rows) {
            long y = (long) row[2];
            double pmf = NegativeBinomial.pmf(y, row[0], row[1]);
            double sum = NegativeBinomial.atLeast(y, row[0], row[1], pmf);
            assertEquals(sum, IncompleteBeta.atLeast(y, row[0], row[1], pmf), 1e-10 * sum, () -> "count " + y);
        }
    }

    @Test
    void hugeMeansAreAnsweredWithoutLongSums() {
        double p = NegativeBinomial.midP(1_001_000, 1_000_000, 1.5);
        assertEquals(Normal.above(1000 / Math.sqrt(1.5e6)), p, 1e-3);
    }

    @Test
    void tailsBelowTheNormalNumbersEnd() {
        for (double dispersion : new double[] {1, 1.5, 3, 45, 400}) {
            for (long growth = 2_000; growth <= 2_000_000; growth *= 3) {
                double p = NegativeBinomial.midP(growth, 210.9, dispersion);
                assertTrue(p > 0 && p < 0.01, "midP(" + growth + ", 210.9, " + dispersion + ") = " + p);
            }
        }
        assertEquals(Double.MIN_NORMAL, NegativeBinomial.midP(200_000, 210.9, 45), 0);
    }

    @Test
    void aQuantileIsTheFirstCountThatReachesIt() {
        for (double mean : new double[] {0.01, 0.7, 5, 123, 40_000}) {
            for (double share : new double[] {0.05, 0.5, 0.95, 0.999}) {
                long q = NegativeBinomial.quantile(share, mean, 1.7);
                assertTrue(NegativeBinomial.atLeast(q + 1, mean, 1.7) <= 1 - share + 1e-12);
                assertTrue(q == 0 || NegativeBinomial.atLeast(q, mean, 1.7) > 1 - share - 1e-12);
            }
        }
    }

    @Test
    void theNormalTailAndItsQuantileAreInverse() {
        assertEquals(3.090232306167813, Normal.quantileAbove(0.001), 1e-10);
        assertEquals(1.959963984540054, Normal.quantileAbove(0.025), 1e-10);
        assertEquals(0.5, Normal.above(0), 1e-15);
        assertEquals(9.865876450376981e-10, Normal.above(6), 1e-18);
    }

    @Test
    void studentsTailAgreesWithItsClosedForms() {
        assertEquals(0.5, StudentT.twoSided(1, 1), 1e-12, "Cauchy");
        assertEquals(1 - 2 / Math.sqrt(6), StudentT.twoSided(2, 2), 1e-12, "two degrees of freedom");
        assertEquals(1, StudentT.twoSided(0, 9), 1e-12);
    }
}
