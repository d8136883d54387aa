package org.tallywire.aggregate.spike;

import java.util.ArrayList;
import java.util.List;

/**
 * The weeks with which a week is compared by Farrington flexible, each with its season block: the same season in past years is the last
 * block, the weeks between are cut into the others, as evenly as can be, the older ones longer.
 *
 * @param weeks week numbers, counted from 1
 * @param blocks season block of each, 1 to {@code seasons}
 */
record FarringtonBaseline(int[] weeks, int[] blocks) {
    private static final int YEAR = 52;

    /** Baseline of week k; empty if history does not reach back far enough. */
    static FarringtonBaseline of(int k, int years, int halfWindow, int seasons, int leftOut) {
        List<int[]> numbered = new ArrayList<>();
        if (k - YEAR * years - halfWindow < 1) {
            return new FarringtonBaseline(new int[0], new int[0]);
        }
        for (int i = years; i >= 0; i--) {
            int centre = k - YEAR * i;
            for (int week = centre - halfWindow; week <= (i == 0 ? k : centre + halfWindow); week++) {
                numbered.add(new int[] {week, seasons});
            }
            if (i > 0 && seasons > 1) {
                between(centre + halfWindow + 1, YEAR - 2 * halfWindow - 1, seasons - 1, numbered);
            }
        }
        numbered.removeIf(week -> week[0] >= k - leftOut);
        return new FarringtonBaseline(
                numbered.stream().mapToInt(week -> week[0]).toArray(),
                numbered.stream().mapToInt(week -> week[1]).toArray());
    }

    private static void between(int first, int length, int runs, List<int[]> numbered) {
        int week = first;
        for (int run = 1; run <= runs; run++) {
            int weeks = length / runs + (run <= length % runs ? 1 : 0);
            for (int i = 0; i < weeks; i++) {
                numbered.add(new int[] {week++, run});
            }
        }
    }

    boolean isEmpty() {
        return weeks.length == 0;
    }
}
