package org.tallywire.aggregate.spike;

import java.util.ArrayList;
import java.util.List;

/**
 * What a dynamic model consists of: for each coefficient the column of {@link Basis} that it weighs, how fast it forgets and how
 * uncertain it is at most. Immutable and shared by all series of a grain.
 */
final class ModelShape {
    final int size;
    /** True for the model that sees counts as they are and forgets fast: it takes over after a shift of level. */
    final boolean fast;

    private final int[] columns;
    private final double[] inflation;
    private final double[] prior;

    private ModelShape(List<double[]> parts, boolean fast) {
        this.size = parts.size();
        this.fast = fast;
        this.columns = parts.stream().mapToInt(part -> (int) part[0]).toArray();
        this.inflation =
                parts.stream().mapToDouble(part -> 1 / Math.sqrt(part[1])).toArray();
        this.prior = parts.stream().mapToDouble(part -> part[2]).toArray();
    }

    int column(int i) {
        return columns[i];
    }

    /** Factor by which the standard deviation of a coefficient grows in one bucket: discount to the power of -1/2. */
    double inflation(int i) {
        return inflation[i];
    }

    /** Variance of a coefficient at the start and at most. */
    double prior(int i) {
        return prior[i];
    }

    /** True if the second coefficient is the slope of the first. */
    boolean sloped() {
        return size > 1 && columns[1] == Basis.SLOPE;
    }

    /** Length of a triangle of this size. */
    int triangle() {
        return size * (size + 1) / 2;
    }

    static Parts level(double discount) {
        return new Parts().add(Basis.LEVEL, discount, 2);
    }

    /** Collects the parts of a model in the order of the basis. */
    static final class Parts {
        private final List<double[]> parts = new ArrayList<>();

        Parts add(int column, double discount, double prior) {
            parts.add(new double[] {column, discount, prior});
            return this;
        }

        Parts slope(double discount, double prior) {
            return add(Basis.SLOPE, discount, prior);
        }

        /** Contrasts of {@code openWeekdays} weekdays and the effect of closed days just before. */
        Parts week(int openWeekdays) {
            for (int i = 0; i < openWeekdays - 1; i++) {
                add(Basis.WEEKDAY + i, 0.9995, 1);
            }
            return add(Basis.AFTER_CLOSURE, 0.9995, 0.25);
        }

        /** A season that follows the calendar year. */
        Parts year(int harmonics, double discount) {
            return season(Basis.HARMONIC, harmonics, discount);
        }

        /** A season that follows numbered weeks, 52 to a year. */
        Parts weeks(int harmonics, double discount) {
            return season(Basis.HARMONIC_OF_52_WEEKS, harmonics, discount);
        }

        private Parts season(int column, int harmonics, double discount) {
            for (int i = 0; i < 2 * harmonics; i++) {
                add(column + i, discount, 0.05 / (1 + i / 2));
            }
            return this;
        }

        ModelShape slow() {
            return new ModelShape(parts, false);
        }

        ModelShape fast() {
            return new ModelShape(parts, true);
        }
    }
}
