package org.tallywire.aggregate.spike;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The detector of a series, the episode it is in, and how many open buckets it has seen. */
final class Line {
    private final Detector detector;
    private final List<Episode> ended = new ArrayList<>();
    private @Nullable Episode episode;
    private int buckets;

    Line(Detector detector) {
        this.detector = detector;
    }

    /** Judges the next bucket and takes it into the episode, or opens one. */
    Judgement step(Bucket bucket, WatchRule rule, Openings openings) {
        Judgement judgement = detector.step(bucket);
        if (!bucket.tested() || judgement.label() == Label.SILENT) {
            return judgement;
        }
        double limit = openings.limit(bucket.day());
        boolean exceeds = judgement.p() <= limit;
        Episode now = episode;
        if (exceeds && (now == null || !now.refusal().isEmpty())) {
            open(bucket, judgement, limit, refusal(bucket, judgement, rule, openings));
        } else if (now != null && judgement.label() == Label.NONE) {
            extend(now.with(bucket, judgement, limit, openings.running(bucket.day())));
        }
        buckets++;
        return judgement;
    }

    private String refusal(Bucket bucket, Judgement judgement, WatchRule rule, Openings openings) {
        if (judgement.label() == Label.BACKFILL) {
            return "backfill: not more than the gap before it owed";
        }
        String always = openings.refusal(bucket.day());
        return always.isEmpty() ? rule.refusal(judgement, bucket.count(), buckets) : always;
    }

    /** A refused episode gives way to one that is not; another refusal only prolongs it. */
    private void open(Bucket bucket, Judgement judgement, double limit, String refusal) {
        Episode before = episode;
        if (before != null && !refusal.isEmpty()) {
            extend(before.with(bucket, judgement, limit, false));
            return;
        }
        if (before != null) {
            ended.add(before);
        }
        episode = Episode.open(bucket, judgement, limit, refusal);
    }

    private void extend(Episode next) {
        episode = next.over() ? null : next;
        if (next.over()) {
            ended.add(next);
            detector.endEpisode();
        }
    }

    /** The episode that lasts, if any. */
    Optional<Episode> lasting() {
        return Optional.ofNullable(episode);
    }

    /** Episodes that ended since this line was read or copied, in order. */
    List<Episode> ended() {
        return ended;
    }

    /** Drops the episode that lasts: its opening was taken back. */
    void drop() {
        episode = null;
        detector.endEpisode();
    }

    Detector detector() {
        return detector;
    }

    /** A line in the same state, with no ended episodes. */
    Line copy() {
        Line copy = new Line(detector.copy());
        copy.episode = episode;
        copy.buckets = buckets;
        return copy;
    }

    byte[] toBytes() {
        byte[] state = detector.toBytes();
        Episode now = episode;
        ByteBuffer out = ByteBuffer.allocate(2 * Integer.BYTES + state.length + 1 + (now == null ? 0 : now.bytes()));
        out.putInt(state.length).put(state).putInt(buckets).put((byte) (now == null ? 0 : 1));
        if (now != null) {
            now.write(out);
        }
        return out.array();
    }

    static Line read(ByteBuffer in) {
        byte[] state = new byte[in.getInt()];
        in.get(state);
        Line line = new Line(Detector.fromBytes(state));
        line.buckets = in.getInt();
        line.episode = in.get() == 0 ? null : Episode.read(in);
        return line;
    }
}
