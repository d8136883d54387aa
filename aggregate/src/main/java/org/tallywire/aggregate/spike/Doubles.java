package org.tallywire.aggregate.spike;

import java.nio.ByteBuffer;

/** Arrays of doubles in stored state; their lengths are known from the settings. */
final class Doubles {
    private Doubles() {}

    static void write(ByteBuffer out, double[] values) {
        for (double value : values) {
            out.putDouble(value);
        }
    }

    static void read(ByteBuffer in, double[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = in.getDouble();
        }
    }
}
