package org.tallywire.aggregate.spike;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.tallywire.avro.AlertState;

/**
 * A run of buckets that belong to one event: it opens on p, goes on until two open buckets in a row look usual, and is known by its first
 * bucket.
 *
 * @param first bucket that opened it
 * @param last bucket that was judged last
 * @param resolved bucket with which it ended, 0 while it lasts
 * @param peak bucket with the smallest p
 * @param count counted in that bucket
 * @param expected expected in that bucket
 * @param lower 5 % quantile there
 * @param upper 95 % quantile there
 * @param p the smallest p
 * @param share share of the items of that bucket that was in
 * @param excess observed - expected summed over the episode
 * @param buckets buckets judged
 * @param calm usual buckets in a row at its end
 * @param confirmed true once a whole bucket, or a part that is too many for a whole one, exceeds
 * @param openingCount count of its first bucket
 * @param openingMean what was expected of it
 * @param openingDispersion dispersion of that prediction
 * @param refusal why it raises no alert, empty if it does
 */
record Episode(
        long first,
        long last,
        long resolved,
        long peak,
        long count,
        double expected,
        double lower,
        double upper,
        double p,
        double share,
        double excess,
        int buckets,
        int calm,
        boolean confirmed,
        long openingCount,
        double openingMean,
        double openingDispersion,
        String refusal) {
    private static final double USUAL = 0.2;
    private static final int CALM_ENOUGH = 2;
    static final double WHOLE = 0.98;

    static Episode open(Bucket bucket, Judgement judgement, double limit, String refusal) {
        return new Episode(
                bucket.day(),
                bucket.day(),
                0,
                bucket.day(),
                bucket.count(),
                judgement.expected(),
                judgement.lower(),
                judgement.upper(),
                judgement.p(),
                bucket.share(),
                bucket.count() - judgement.expected(),
                1,
                0,
                confirms(bucket, judgement, limit),
                bucket.count(),
                judgement.expected(),
                judgement.dispersion(),
                refusal);
    }

    /** With one more tested bucket; one that still runs can worsen it, not end it. */
    Episode with(Bucket bucket, Judgement judgement, double limit, boolean running) {
        boolean worst = judgement.p() < p;
        int usual = judgement.p1() <= USUAL ? 0 : running ? calm : calm + 1;
        return new Episode(
                first,
                bucket.day(),
                usual >= CALM_ENOUGH ? bucket.day() : 0,
                worst ? bucket.day() : peak,
                worst ? bucket.count() : count,
                worst ? judgement.expected() : expected,
                worst ? judgement.lower() : lower,
                worst ? judgement.upper() : upper,
                worst ? judgement.p() : p,
                worst ? bucket.share() : share,
                excess + bucket.count() - judgement.expected(),
                buckets + 1,
                usual,
                confirmed || confirms(bucket, judgement, limit),
                openingCount,
                openingMean,
                openingDispersion,
                refusal);
    }

    private static boolean confirms(Bucket bucket, Judgement judgement, double limit) {
        boolean whole = bucket.state() == Bucket.State.COMPLETE || (bucket.share() >= WHOLE && judgement.p() <= limit);
        return judgement.label() == Label.NONE && (judgement.whole() <= limit || (whole && judgement.p() <= limit));
    }

    boolean over() {
        return resolved != 0;
    }

    AlertState state() {
        if (!refusal.isEmpty()) {
            return AlertState.SUPPRESSED;
        }
        return over() ? AlertState.RESOLVED : confirmed ? AlertState.FIRING : AlertState.PENDING;
    }

    /** Step of severity, 0 to 3: by the smallest p (0.001, 1e-4, 1e-6) or by the excess (10, 30, 100), whichever is higher. */
    int severity() {
        int byP = p < 1e-6 ? 3 : p < 1e-4 ? 2 : p < 1e-3 ? 1 : 0;
        int byExcess = excess >= 100 ? 3 : excess >= 30 ? 2 : excess >= 10 ? 1 : 0;
        return Math.max(byP, byExcess);
    }

    /** True if its first bucket with another count would have been nothing unusual, and was unusual by itself before. */
    boolean takenBackBy(long revised) {
        return revised < openingCount
                && NegativeBinomial.midP(revised, openingMean, openingDispersion) > Openings.STANDS
                && NegativeBinomial.midP(openingCount, openingMean, openingDispersion) <= Openings.STANDS;
    }

    int bytes() {
        return 6 * Long.BYTES
                + 8 * Double.BYTES
                + 2 * Integer.BYTES
                + 1
                + Short.BYTES
                + refusal.getBytes(StandardCharsets.UTF_8).length;
    }

    void write(ByteBuffer out) {
        out.putLong(first).putLong(last).putLong(resolved).putLong(peak).putLong(count);
        out.putDouble(expected)
                .putDouble(lower)
                .putDouble(upper)
                .putDouble(p)
                .putDouble(share)
                .putDouble(excess);
        out.putInt(buckets).putInt(calm).put((byte) (confirmed ? 1 : 0));
        out.putLong(openingCount).putDouble(openingMean).putDouble(openingDispersion);
        byte[] why = refusal.getBytes(StandardCharsets.UTF_8);
        out.putShort((short) why.length).put(why);
    }

    static Episode read(ByteBuffer in) {
        long first = in.getLong();
        long last = in.getLong();
        long resolved = in.getLong();
        long peak = in.getLong();
        long count = in.getLong();
        double expected = in.getDouble();
        double lower = in.getDouble();
        double upper = in.getDouble();
        double p = in.getDouble();
        double share = in.getDouble();
        double excess = in.getDouble();
        int buckets = in.getInt();
        int calm = in.getInt();
        boolean confirmed = in.get() == 1;
        long openingCount = in.getLong();
        double openingMean = in.getDouble();
        double openingDispersion = in.getDouble();
        byte[] why = new byte[in.getShort()];
        in.get(why);
        return new Episode(
                first,
                last,
                resolved,
                peak,
                count,
                expected,
                lower,
                upper,
                p,
                share,
                excess,
                buckets,
                calm,
                confirmed,
                openingCount,
                openingMean,
                openingDispersion,
                new String(why, StandardCharsets.UTF_8));
    }
}
