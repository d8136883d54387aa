package org.tallywire.aggregate.watch;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tallywire.aggregate.spike.SpikeAlert;
import org.tallywire.aggregate.spike.SpikeWatch;
import org.tallywire.avro.Alert;
import org.tallywire.avro.AlertState;
import org.tallywire.avro.Mode;
import org.tallywire.avro.Severity;
import org.tallywire.avro.WatchedSeries;

/**
 * The alert that a series has stopped although its sources are seen: empty for longer than one chance in ten thousand allows. It ends when
 * something comes in, or when the quiet has lasted so long that it is the new level; while nobody can look it stays as it is.
 */
final class Stopped {
    private static final String RULE = "series-stopped";
    /** The chance below which a run of empty days is called silent. */
    private static final double CHANCE = 1e-4;

    private Stopped() {}

    static boolean is(Alert alert) {
        return alert.getRule().equals(RULE);
    }

    /** The alert as it must be told now; empty if nothing has changed. */
    static Optional<SpikeAlert> next(WatchedSeries series, SpikeWatch.Verdict verdict, Scene scene) {
        Alert open = series.getOpen().stream().filter(Stopped::is).findFirst().orElse(null);
        LocalDate newest = scene.today().minusDays(1);
        if (open == null) {
            return verdict.silent()
                    ? Optional.of(alert(scene, null, newest, AlertState.FIRING, verdict.expected(), ""))
                    : Optional.empty();
        }
        if (verdict.silent() || !verdict.seen()) {
            return Optional.empty();
        }
        boolean counted = !scene.cells().apply(open.getDay()).isEmpty();
        String reason = counted ? "counting again" : "quiet for so long that it is usual now";
        return Optional.of(alert(scene, open, newest, AlertState.RESOLVED, open.getExpected(), reason));
    }

    private static SpikeAlert alert(
            Scene scene, @Nullable Alert open, LocalDate newest, AlertState state, double expected, String reason) {
        LocalDate day = open == null ? newest : open.getDay();
        return new SpikeAlert(
                RULE + "|" + scene.series() + "|" + day,
                RULE,
                scene.series(),
                state,
                Severity.INFO,
                day,
                newest,
                state == AlertState.RESOLVED ? newest : null,
                0,
                expected,
                0,
                0,
                CHANCE,
                -expected,
                1,
                false,
                1,
                String.format(Locale.ROOT, "%s: nothing since %s, %.1f expected", scene.series(), day, expected),
                reason,
                open == null ? 1 : open.getRevision() + 1,
                Mode.LIVE);
    }
}
