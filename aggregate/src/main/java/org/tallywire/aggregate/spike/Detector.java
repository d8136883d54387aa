package org.tallywire.aggregate.spike;

import java.nio.ByteBuffer;
import java.util.OptionalLong;
import org.tallywire.aggregate.spike.Bucket.State;

/**
 * Our streaming detector of unusually high counts in one series. It takes buckets in order, one at a time, and keeps no history: a
 * mixture of small dynamic models predicts a negative binomial, its mid-p is combined over short windows, and what is far too high
 * teaches only its limit, so that a spike does not hide the next one. Needs a few kilobytes; not for use by several threads at once.
 *
 * <p>With mean M, variance V of the mixture, dispersion f of the counts alone and F = V / M: p1 = sum of weight * midP(y); a window of h
 * buckets has midP of NB(M_h, f + max(F - f, 0) M_h / M) at Y_h; p is the harmonic mean of both kinds. A count with P(Y >= y) below 0.005
 * is learned as its limit M + z sqrt(V) + z^2/6 max(F, 1), z = 2.58.
 */
public final class Detector {
    private static final byte VERSION = 1;
    private static final double FAR_TOO_HIGH = 0.005;
    private static final double Z = 2.5758293035489004;
    private static final double LEAST_MEAN = 1e-9;
    private static final long NEVER = Long.MIN_VALUE;

    private final Grain grain;
    private final Basis basis;
    private final Mixture mixture;
    private final Dispersion dispersion;
    private final Windows windows;
    private final Silence silence = new Silence();
    private final CatchUp catchUp = new CatchUp();
    private long lastDay = NEVER;
    private boolean started;
    private int closures;

    Detector(Grain grain, double year, int weekdays) {
        this.grain = grain;
        this.basis = new Basis(year, weekdays);
        this.mixture = new Mixture(grain.models(basis.openWeekdays()));
        this.dispersion = new Dispersion(grain);
        this.windows = new Windows(grain);
    }

    /** A detector of daily buckets; weekdays outside the calendar are expected to be CLOSED buckets. */
    public static Detector daily(OpenDays calendar) {
        return new Detector(Grain.DAY, Basis.YEAR, calendar.mask());
    }

    /** A detector of buckets of seven days. */
    public static Detector weekly() {
        return new Detector(Grain.WEEK, Basis.YEAR, 0);
    }

    /**
     * Judges the next bucket from what stands before it, then learns from it if it is complete.
     *
     * @throws IllegalArgumentException if the bucket does not follow the last one: an empty or unseen bucket must be passed as such
     */
    public Judgement step(Bucket bucket) {
        follow(bucket.day());
        if (!started && bucket.tested()) {
            mixture.start(bucket.count() / Math.max(bucket.share(), 0.05));
            started = true;
        }
        mixture.evolve();
        mixture.predict(basis.at(bucket.day(), closures), dispersion.value());
        boolean closed = bucket.state() == State.CLOSED;
        int before = closures;
        closures = closed ? closures + (basis.openWeekday(bucket.day()) ? 1 : 0) : bucket.tested() ? 0 : closures;
        return bucket.tested() ? judge(bucket, before) : pass(bucket.state());
    }

    private void follow(long day) {
        if (lastDay != NEVER && day != lastDay + grain.days()) {
            throw new IllegalArgumentException(
                    "bucket %d does not follow %d by %d days".formatted(day, lastDay, grain.days()));
        }
        lastDay = day;
    }

    /** A bucket that cannot be tested: the model has moved on, and a gap is owed. */
    private Judgement pass(State state) {
        windows.pushUntested();
        if (state == State.MISSING) {
            catchUp.missed(mixture.mean());
        }
        Label label = switch (state) {
            case CLOSED -> Label.CLOSED;
            case MISSING -> Label.MISSING;
            default -> Label.BACKFILL;
        };
        return Judgement.untested(mixture.mean(), mixture.dispersion(), label);
    }

    private Judgement judge(Bucket bucket, int closedBefore) {
        double own = dispersion.value();
        double fullMean = mixture.mean();
        double uncertainty = uncertainty(own);
        mixture.test(bucket.count());
        double whole = mixture.midP();
        if (bucket.share() < 1) {
            mixture.thin(bucket.share(), bucket.wobble(), own);
            mixture.test(bucket.count());
        }
        double p1 = mixture.midP();
        Silence.Verdict quiet = silence.next(bucket.count(), mixture.mass());
        if (quiet == Silence.Verdict.BEGINS) {
            mixture.reseedFast();
        }
        if (quiet == Silence.Verdict.BEGINS || quiet == Silence.Verdict.LASTS) {
            windows.pushUntested();
            catchUp.missed(mixture.mean());
            closures = closedBefore + 1;
            return judgement(1, p1, whole, 0, Label.SILENT);
        }
        if (catchUp.explains(bucket.count(), mixture.mean(), own, uncertainty, p1 < FAR_TOO_HIGH)) {
            windows.pushUntested();
            return judgement(p1, p1, whole, bucket.count() - mixture.mean(), Label.BACKFILL);
        }
        double afterGap = closedBefore > 0 ? uncertainty * mixture.mean() * mixture.mean() : 0;
        windows.push(bucket.count(), mixture.mean(), lateVariance(bucket, fullMean, own) + afterGap);
        double combined = windows.combine(p1, own, uncertainty);
        double p = bucket.share() < 1 ? Math.min(combined, whole) : combined;
        Judgement judgement = judgement(p, p1, whole, windows.excess(), Label.NONE);
        if (bucket.state() == State.COMPLETE) {
            learn(bucket.count(), own);
        }
        return judgement;
    }

    /** Relative variance of the predicted mean. */
    private double uncertainty(double own) {
        return Math.max(mixture.dispersion() - own, 0) / Math.max(mixture.mean(), LEAST_MEAN);
    }

    /** Variance of a partial bucket beyond that of its thinned mean: thinning takes dispersion away, the wobble of the share adds some. */
    private double lateVariance(Bucket bucket, double fullMean, double own) {
        return mixture.mean() * (1 - bucket.share()) * (bucket.wobble() * (fullMean + own - 1) - (own - 1));
    }

    private Judgement judgement(double p, double p1, double whole, double excess, Label label) {
        return new Judgement(
                p,
                p1,
                whole,
                excess,
                mixture.mean(),
                mixture.quantile(0.05),
                mixture.quantile(0.95),
                mixture.dispersion(),
                label);
    }

    private void learn(long count, double own) {
        double mean = mixture.mean();
        double limited = count;
        double skew = Z * Z / 6 * Math.max(mixture.dispersion(), 1);
        if (mixture.tail() < FAR_TOO_HIGH) {
            limited = Math.min(count, Math.ceil(mean + Z * Math.sqrt(mixture.variance()) + skew));
        } else if (1 - mixture.tail() + mixture.mass() < FAR_TOO_HIGH) {
            limited = Math.max(count, Math.floor(mean - Z * Math.sqrt(mixture.variance()) + skew));
        }
        double beyond = Math.max(mixture.dispersion() - own, 0);
        mixture.learn(limited, count, own, grain.forget());
        dispersion.learn(limited, mean, beyond);
    }

    /** Forgets the short windows: after the end of an episode they would keep it alive. */
    public void endEpisode() {
        windows.clear();
    }

    /** First day of the bucket that {@link #step} expects next; empty before the first. */
    public OptionalLong nextDay() {
        return lastDay == NEVER ? OptionalLong.empty() : OptionalLong.of(lastDay + grain.days());
    }

    /** A detector in the same state that goes its own way. */
    public Detector copy() {
        return fromBytes(toBytes());
    }

    /** The whole state; the layout is versioned. */
    public byte[] toBytes() {
        ByteBuffer out = ByteBuffer.allocate(bytes());
        out.put(VERSION).put((byte) grain.id()).put((byte) basis.weekdays()).putDouble(basis.year());
        out.putLong(lastDay).put((byte) (started ? 1 : 0)).putInt(closures);
        mixture.write(out);
        dispersion.write(out);
        windows.write(out);
        silence.write(out);
        catchUp.write(out);
        return out.array();
    }

    private int bytes() {
        int head = 4 + Double.BYTES + Long.BYTES + Integer.BYTES;
        return head + mixture.bytes() + Dispersion.bytes() + windows.bytes() + Silence.bytes() + CatchUp.bytes();
    }

    /** The detector that wrote the bytes; it goes on exactly as that one would have. */
    public static Detector fromBytes(byte[] bytes) {
        return read(ByteBuffer.wrap(bytes));
    }

    static Detector read(ByteBuffer in) {
        byte version = in.get();
        if (version != VERSION) {
            throw new IllegalArgumentException(
                    "detector state of version " + version + ", this program reads " + VERSION);
        }
        Grain grain = Grain.of(in.get());
        int weekdays = in.get();
        Detector detector = new Detector(grain, in.getDouble(), weekdays);
        detector.lastDay = in.getLong();
        detector.started = in.get() == 1;
        detector.closures = in.getInt();
        detector.mixture.read(in);
        detector.dispersion.read(in);
        detector.windows.read(in);
        detector.silence.read(in);
        detector.catchUp.read(in);
        return detector;
    }
}
