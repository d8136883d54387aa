package org.tallywire.aggregate.spike;

import java.nio.ByteBuffer;

/** What a gap that nobody could see may still owe: its expected counts, as a credit for the open buckets right after it. */
final class CatchUp {
    private static final int LASTS = 7;
    private static final double LIMIT = 0.001;

    private double credit;
    private int left;

    void missed(double mean) {
        credit += mean;
        left = LASTS;
    }

    /** True if a count that is too high for its bucket is not too high for the bucket and what is owed; then it is paid off. */
    boolean explains(long count, double mean, double dispersion, double uncertainty, boolean tooHigh) {
        if (left == 0) {
            return false;
        }
        double owed = mean + credit;
        boolean explained =
                tooHigh && NegativeBinomial.midP(count, owed, Math.max(1, dispersion + uncertainty * owed)) >= LIMIT;
        if (explained) {
            credit = Math.max(0, credit - (count - mean));
        }
        left--;
        if (left == 0) {
            credit = 0;
        }
        return explained;
    }

    static int bytes() {
        return Double.BYTES + Integer.BYTES;
    }

    void write(ByteBuffer out) {
        out.putDouble(credit).putInt(left);
    }

    void read(ByteBuffer in) {
        credit = in.getDouble();
        left = in.getInt();
    }
}
