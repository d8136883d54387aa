package org.tallywire.aggregate.spike;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * All that is remembered of one watched series between two evaluations: the detector as of the last settled bucket, and the alerts given
 * out lately. Immutable for its users; {@link #toBytes()} is what a store keeps.
 */
public final class WatchState {
    private static final byte VERSION = 1;

    private final Line settled;
    private final List<Raised> raised;
    private final long first;
    private final long quietUntil;

    WatchState(Line settled, List<Raised> raised, long first, long quietUntil) {
        this.settled = settled;
        this.raised = List.copyOf(raised);
        this.first = first;
        this.quietUntil = quietUntil;
    }

    /** First day whose count the next evaluation needs. */
    public LocalDate from() {
        long next = nextDay();
        for (Raised alert : raised) {
            next = Math.min(next, alert.first());
        }
        return LocalDate.ofEpochDay(next);
    }

    /** First bucket that is not settled. */
    long nextDay() {
        return settled.detector().nextDay().orElse(first);
    }

    /** The settled line; evaluations work on a copy. */
    Line settled() {
        return settled;
    }

    List<Raised> raised() {
        return raised;
    }

    long first() {
        return first;
    }

    /** Last day known when history was loaded: nothing up to it raises an alert. */
    long quietUntil() {
        return quietUntil;
    }

    /** The whole state; the layout is versioned. */
    public byte[] toBytes() {
        byte[] line = settled.toBytes();
        int size = 1 + 2 * Long.BYTES + line.length + Integer.BYTES;
        for (Raised alert : raised) {
            size += alert.bytes();
        }
        ByteBuffer out = ByteBuffer.allocate(size);
        out.put(VERSION).putLong(first).putLong(quietUntil).put(line).putInt(raised.size());
        raised.forEach(alert -> alert.write(out));
        return out.array();
    }

    /** The state that wrote the bytes. */
    public static WatchState fromBytes(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        byte version = in.get();
        if (version != VERSION) {
            throw new IllegalArgumentException("watch state of version " + version + ", this program reads " + VERSION);
        }
        long first = in.getLong();
        long quietUntil = in.getLong();
        Line line = Line.read(in);
        List<Raised> raised = new ArrayList<>();
        for (int left = in.getInt(); left > 0; left--) {
            raised.add(Raised.read(in));
        }
        return new WatchState(line, raised, first, quietUntil);
    }
}
