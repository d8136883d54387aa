package org.tallywire.aggregate.spike;

/** How much of a day's items is usually in some days after its end. */
public interface Completeness {
    /** Less than this is not worth waiting for. */
    double ALL_BUT = 0.98;

    /** Everything is in when the day ends. */
    Completeness AT_ONCE = new Completeness() {
        @Override
        public double share(int delay) {
            return 1;
        }

        @Override
        public double wobble() {
            return 0;
        }
    };

    /** Share within (0, 1] of a bucket's items that is in {@code delay} buckets after its end. */
    double share(int delay);

    /** True if a bucket surely has its final count in {@code delay} buckets after its end. */
    default boolean settled(int delay) {
        return share(delay) >= ALL_BUT;
    }

    /** False until enough items were seen to say how late they come. */
    default boolean known() {
        return true;
    }

    /** Intra-class correlation of that share, 0 or more. */
    double wobble();
}
