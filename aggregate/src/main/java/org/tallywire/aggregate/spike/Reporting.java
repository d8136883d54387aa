package org.tallywire.aggregate.spike;

import java.nio.ByteBuffer;

/**
 * How complete a bucket of one source usually is 0, 1, 2 ... buckets after it ended: a reporting triangle, pooled over the source's series
 * and forgetting slowly. Feed it every settled bucket of every series of the source.
 */
public final class Reporting implements Completeness {
    private static final byte VERSION = 1;
    private static final double KEEP = 0.98;
    private static final double KEEP_WOBBLE = 0.99;
    private static final double WOBBLE_AT_START = 0.02;
    private static final double ENOUGH = 5;
    private static final double ENOUGH_ITEMS = 20;
    /** Buckets to wait for more while nobody knows how late items come. */
    private static final int WAIT = 7;

    private static final int WOBBLE_DEPTH = 4;
    private static final double EDGE = 0.02;

    private final double[] in;
    private double total;
    private double wobbleSum;
    private double wobbleWeight;

    /** @param depth delays to keep, in buckets: the bucket is taken for settled after that */
    public Reporting(int depth) {
        this.in = new double[depth + 1];
    }

    /** Share of a bucket's items that is in {@code delay} buckets after its end, within (0, 1]. */
    @Override
    public double share(int delay) {
        return delay >= in.length ? 1 : Math.min(1, (in[Math.max(delay, 0)] + 0.5) / (total + 0.5));
    }

    /** True once items worth {@code ENOUGH_ITEMS} were seen, counted with their age. */
    @Override
    public boolean known() {
        return total >= ENOUGH_ITEMS;
    }

    /** What the bucket that runs now may still bring is not sure yet: the share that is in without it decides. */
    @Override
    public boolean settled(int delay) {
        return known() ? delay > 0 && share(delay - 1) >= ALL_BUT : delay >= WAIT;
    }

    /** Intra-class correlation of the share: how much it differs from bucket to bucket beyond chance. */
    @Override
    public double wobble() {
        return wobbleWeight > ENOUGH ? Math.max(0, wobbleSum / wobbleWeight) : WOBBLE_AT_START;
    }

    /**
     * Takes in a settled bucket.
     *
     * @param byDelay how many of its items came in 0, 1, 2 ... buckets after its end, at most depth + 1 figures
     */
    public void settle(long[] byDelay) {
        long all = 0;
        for (long came : byDelay) {
            all += came;
        }
        wobbleSum *= KEEP_WOBBLE;
        wobbleWeight *= KEEP_WOBBLE;
        long got = 0;
        for (int delay = 0; delay < in.length; delay++) {
            got += delay < byDelay.length ? byDelay[delay] : 0;
            if (delay < WOBBLE_DEPTH && all >= 2) {
                wobble(got, all, share(delay));
            }
            in[delay] = KEEP * in[delay] + got;
        }
        total = KEEP * total + all;
    }

    private void wobble(long got, long all, double share) {
        if (share > EDGE && share < 1 - EDGE) {
            double residual = got - share * all;
            wobbleSum += residual * residual / (all * share * (1 - share)) - 1;
            wobbleWeight += all - 1;
        }
    }

    /** The whole state; the layout is versioned. */
    public byte[] toBytes() {
        ByteBuffer out = ByteBuffer.allocate(2 + Double.BYTES * (in.length + 3));
        out.put(VERSION).put((byte) (in.length - 1));
        Doubles.write(out, in);
        return out.putDouble(total).putDouble(wobbleSum).putDouble(wobbleWeight).array();
    }

    /** The triangle that wrote the bytes. */
    public static Reporting fromBytes(byte[] bytes) {
        ByteBuffer source = ByteBuffer.wrap(bytes);
        byte version = source.get();
        if (version != VERSION) {
            throw new IllegalArgumentException(
                    "reporting state of version " + version + ", this program reads " + VERSION);
        }
        Reporting reporting = new Reporting(source.get());
        Doubles.read(source, reporting.in);
        reporting.total = source.getDouble();
        reporting.wobbleSum = source.getDouble();
        reporting.wobbleWeight = source.getDouble();
        return reporting;
    }
}
