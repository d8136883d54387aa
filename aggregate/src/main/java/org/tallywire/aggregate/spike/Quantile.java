package org.tallywire.aggregate.spike;

import java.util.function.LongPredicate;

/** Search for the first whole number from which on a condition holds. */
final class Quantile {
    private Quantile() {}

    /** The smallest k >= 0 with {@code reached}, which must be false below it and true from it on; {@code guess} saves steps. */
    static long first(double guess, LongPredicate reached) {
        long high = Math.max(0, (long) guess);
        long low = high;
        for (long stride = 1; !reached.test(high); stride *= 2) {
            low = high + 1;
            high += stride;
        }
        for (long stride = 1; low > 0 && reached.test(low); stride *= 2) {
            high = low;
            low = Math.max(0, low - stride);
        }
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (reached.test(middle)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return high;
    }
}
