package org.tallywire.aggregate.spike;

import java.nio.ByteBuffer;
import org.tallywire.avro.AlertState;

/**
 * An alert as it was last given out, to know what has changed since.
 *
 * @param episode the episode as last seen
 * @param state state given out
 * @param severity highest step of severity given out
 * @param revision how often it was given out
 */
record Raised(Episode episode, AlertState state, int severity, int revision) {

    long first() {
        return episode.first();
    }

    /** True unless it was taken back or never raised. */
    boolean stands() {
        return state == AlertState.PENDING || state == AlertState.FIRING || state == AlertState.RESOLVED;
    }

    int bytes() {
        return episode.bytes() + 2 + Integer.BYTES;
    }

    void write(ByteBuffer out) {
        episode.write(out);
        out.put((byte) state.ordinal()).put((byte) severity).putInt(revision);
    }

    static Raised read(ByteBuffer in) {
        return new Raised(Episode.read(in), AlertState.values()[in.get()], in.get(), in.getInt());
    }
}
