package org.tallywire.aggregate.spike;

import java.util.stream.IntStream;

/**
 * The settings of a detector by the length of its buckets; see RATIONALE.md for where they come from and how little they matter.
 *
 * @param id in stored state
 * @param days days from one bucket to the next
 * @param windows lengths of the tested windows in buckets, 1 first, ascending
 * @param oddsScale factor of the odds of the combined p, from simulated series without events
 * @param forget how much of a model's log weight stays after a bucket
 * @param dispersion dispersion assumed at the start
 * @param dispersionWeight how many full buckets that assumption is worth
 * @param dispersionKeep how much of the dispersion sums stays after a bucket
 * @param dispersionLeast weight of a bucket whose mean is nearly 0
 * @param shapes the models by number of open weekdays
 */
record Grain(
        int id,
        int days,
        int[] windows,
        double oddsScale,
        double forget,
        double dispersion,
        double dispersionWeight,
        double dispersionKeep,
        double dispersionLeast,
        ModelShape[][] shapes) {
    static final Grain WEEK =
            new Grain(7, 7, new int[] {1, 2}, 0.85, 0.995, 1.6, 20, 0.998, 0.05, new ModelShape[][] {weekly()});
    static final Grain DAY = new Grain(
            1,
            1,
            new int[] {1, 3, 7},
            0.52,
            0.998,
            1.5,
            30,
            0.997,
            0.02,
            IntStream.rangeClosed(0, 7).mapToObj(Grain::daily).toArray(ModelShape[][]::new));

    /** The grain of stored state. */
    static Grain of(int id) {
        return switch (id) {
            case 1 -> DAY;
            case 7 -> WEEK;
            default -> throw new IllegalArgumentException("no grain " + id);
        };
    }

    /** Length of the longest window in buckets. */
    int longest() {
        return windows[windows.length - 1];
    }

    /** The models; weekly ones know no weekdays. */
    ModelShape[] models(int openWeekdays) {
        return shapes[days == 1 ? openWeekdays : 0];
    }

    private static ModelShape[] weekly() {
        return new ModelShape[] {
            ModelShape.level(0.97).slow(),
            ModelShape.level(0.992).slow(),
            ModelShape.level(0.985).slope(0.997, 1e-3).slow(),
            ModelShape.level(0.985).year(1, 0.998).slow(),
            ModelShape.level(0.985).slope(0.997, 1e-3).year(1, 0.998).slow(),
            ModelShape.level(0.995).slope(0.999, 1e-3).year(2, 0.999).slow(),
            ModelShape.level(0.995).year(2, 0.999).slow(),
            ModelShape.level(0.985).weeks(1, 0.998).slow(),
            ModelShape.level(0.985).slope(0.997, 1e-3).weeks(1, 0.998).slow(),
            ModelShape.level(0.995).slope(0.999, 1e-3).weeks(2, 0.999).slow(),
            ModelShape.level(0.995).weeks(2, 0.999).slow(),
            ModelShape.level(0.8).fast()
        };
    }

    private static ModelShape[] daily(int open) {
        return new ModelShape[] {
            ModelShape.level(0.985).week(open).slow(),
            ModelShape.level(0.995).week(open).slow(),
            ModelShape.level(0.995).slope(0.9995, 1e-4).week(open).slow(),
            ModelShape.level(0.998)
                    .slope(0.9998, 1e-4)
                    .week(open)
                    .year(1, 0.9995)
                    .slow(),
            ModelShape.level(0.8).week(open).fast()
        };
    }
}
