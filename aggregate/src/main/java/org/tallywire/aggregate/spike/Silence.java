package org.tallywire.aggregate.spike;

import java.nio.ByteBuffer;

/** Notices that a series has been empty for longer than chance allows. */
final class Silence {
    private static final double LIMIT = Math.log(1e-4);
    private static final double LEAST_MASS = 1e-30;
    private static final int BELIEVED_AFTER = 14;

    private double logChance;
    private int buckets;

    /** What a bucket means for a silence. */
    enum Verdict {
        NOT_SILENT,
        /** The first bucket that makes the run of zeros incredible. */
        BEGINS,
        LASTS,
        /** So long that the quiet is taken for the new level. */
        BELIEVED
    }

    /** Takes in a tested bucket and the probability that it is empty, as predicted. */
    Verdict next(long count, double chanceOfNone) {
        if (count > 0) {
            logChance = 0;
            buckets = 0;
            return Verdict.NOT_SILENT;
        }
        logChance += Math.log(Math.max(chanceOfNone, LEAST_MASS));
        if (logChance >= LIMIT) {
            return Verdict.NOT_SILENT;
        }
        buckets++;
        return buckets > BELIEVED_AFTER ? Verdict.BELIEVED : buckets == 1 ? Verdict.BEGINS : Verdict.LASTS;
    }

    static int bytes() {
        return Double.BYTES + Integer.BYTES;
    }

    void write(ByteBuffer out) {
        out.putDouble(logChance).putInt(buckets);
    }

    void read(ByteBuffer in) {
        logChance = in.getDouble();
        buckets = in.getInt();
    }
}
