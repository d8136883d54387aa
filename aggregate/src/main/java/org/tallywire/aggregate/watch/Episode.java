package org.tallywire.aggregate.watch;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.Alert;
import org.tallywire.avro.AlertState;
import org.tallywire.avro.Evidence;
import org.tallywire.avro.Mode;
import org.tallywire.avro.Severity;

/** One episode of one rule on one series, from the first unusual day until the series is usual again or a correction takes it back. */
public final class Episode {
    private Episode() {}

    /**
     * The series and the moment.
     *
     * @param rule name of the rule
     * @param series id of the series
     * @param name its family
     * @param labels its labels
     * @param now the clock
     */
    public record Scene(String rule, String series, String name, Map<String, String> labels, Instant now) {}

    /** True while it is not over. */
    public static boolean open(@Nullable Alert alert) {
        return alert != null && (alert.getState() == AlertState.FIRING || alert.getState() == AlertState.PENDING);
    }

    /** A new episode that begins with the day judged. */
    public static Alert begin(Scene scene, Verdict verdict, List<Evidence> evidence) {
        Alert alert = Alert.newBuilder()
                .setId(scene.rule() + "|" + scene.series() + "|" + verdict.day())
                .setRule(scene.rule())
                .setSeries(scene.series())
                .setName(scene.name())
                .setLabels(scene.labels())
                .setDay(verdict.day())
                .setStartsAt(scene.now())
                .setMode(Mode.LIVE)
                .setRevision(0)
                .build();
        return update(alert, scene, verdict, evidence);
    }

    /** The episode with what is known of it now. */
    public static Alert update(Alert alert, Scene scene, Verdict verdict, List<Evidence> evidence) {
        double excess = verdict.observed() - verdict.expected();
        return revised(alert, scene.now())
                .setState(AlertState.FIRING)
                .setSeverity(severity(verdict.pValue(), excess))
                .setLastDay(verdict.day())
                .setObserved(verdict.observed())
                .setExpected(verdict.expected())
                .setLower(verdict.lower())
                .setUpper(verdict.upper())
                .setPValue(verdict.pValue())
                .setRatio(verdict.observed() / verdict.expected())
                .setExcess(excess)
                .setBuckets(1)
                .setPartial(verdict.partial())
                .setCompleteness(verdict.completeness())
                .setEvidence(evidence)
                .setMessage(message(alert, verdict))
                .build();
    }

    /** It is over: usual since that day. */
    public static Alert resolve(Alert alert, LocalDate since, Instant now) {
        return revised(alert, now)
                .setState(AlertState.RESOLVED)
                .setResolvedAt(now)
                .setReason("usual again since " + since)
                .build();
    }

    /** It never was: the documents behind it were corrected or withdrawn. */
    public static Alert retract(Alert alert, Verdict verdict, Instant now) {
        return revised(alert, now)
                .setState(AlertState.RETRACTED)
                .setResolvedAt(now)
                .setObserved(verdict.observed())
                .setPValue(verdict.pValue())
                .setRatio(verdict.observed() / verdict.expected())
                .setExcess(verdict.observed() - verdict.expected())
                .setReason("a correction left %d on %s, where %.1f is usual"
                        .formatted(verdict.observed(), verdict.day(), verdict.expected()))
                .build();
    }

    private static Alert.Builder revised(Alert alert, Instant now) {
        return Alert.newBuilder(alert).setUpdatedAt(now).setRevision(alert.getRevision() + 1);
    }

    private static Severity severity(double p, double excess) {
        if (p < 1e-6 || excess >= 100) {
            return Severity.CRITICAL;
        }
        return p < 1e-4 || excess >= 30 ? Severity.WARNING : Severity.INFO;
    }

    private static String message(Alert alert, Verdict verdict) {
        return String.format(
                Locale.ROOT,
                "%s: %d on %s, %.1f expected (usual up to %.0f)",
                alert.getSeries(),
                verdict.observed(),
                verdict.day(),
                verdict.expected(),
                Math.ceil(verdict.upper()));
    }
}
