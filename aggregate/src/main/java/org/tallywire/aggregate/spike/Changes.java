package org.tallywire.aggregate.spike;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.AlertState;
import org.tallywire.avro.Severity;

/** Compares the episodes of one evaluation with the alerts given out before, and tells the difference. */
final class Changes {
    /** Days for which an alert can still be taken back after it has ended. */
    private static final int REMEMBERED = 90;

    private static final Severity[] STEPS = {Severity.INFO, Severity.INFO, Severity.WARNING, Severity.CRITICAL};

    private final WatchRule rule;
    private final Tick tick;
    private final Openings openings;
    private final List<SpikeAlert> alerts = new ArrayList<>();
    private final List<SpikeAlert> standing = new ArrayList<>();

    Changes(WatchRule rule, Tick tick, Openings openings) {
        this.rule = rule;
        this.tick = tick;
        this.openings = openings;
    }

    /** New and changed alerts, oldest first. */
    List<SpikeAlert> alerts() {
        return alerts.stream().sorted(Comparator.comparing(SpikeAlert::day)).toList();
    }

    /** Alerts that have not changed and are not over, with the figures of now. */
    List<SpikeAlert> standing() {
        return standing;
    }

    /** Takes back alerts whose first bucket has settled and was lowered since; gives all alerts as they stand then. */
    List<Raised> revise(WatchState before, Line settled) {
        List<Raised> standing = new ArrayList<>();
        for (Raised alert : before.raised()) {
            long now = tick.count(alert.first(), rule.step());
            if (alert.first() >= before.nextDay()
                    || !alert.stands()
                    || !alert.episode().takenBackBy(now)) {
                standing.add(alert);
                continue;
            }
            settled.lasting()
                    .filter(episode -> episode.first() == alert.first())
                    .ifPresent(episode -> settled.drop());
            standing.add(tell(alert, alert.episode(), AlertState.RETRACTED, revised(alert.first(), now)));
        }
        return standing;
    }

    /** Tells what differs between the alerts given out and the episodes of now; gives the alerts to remember. */
    List<Raised> compare(List<Raised> standing, List<Episode> episodes, long firstOpen) {
        Map<Long, Raised> known = new HashMap<>();
        standing.forEach(alert -> known.put(alert.first(), alert));
        List<Raised> next = new ArrayList<>();
        for (Episode episode : episodes) {
            Raised alert = known.remove(episode.first());
            if (alert != null || openings.recent(episode.first())) {
                next.add(compare(alert, episode));
            }
        }
        for (Raised alert : known.values()) {
            next.add(alert.first() >= firstOpen && alert.stands() ? vanished(alert) : alert);
        }
        long oldest = tick.today().toEpochDay() - REMEMBERED - rule.settleAfter();
        next.removeIf(alert -> alert.first() < oldest && alert.episode().over());
        next.sort(Comparator.comparingLong(Raised::first));
        return next;
    }

    private Raised compare(@Nullable Raised alert, Episode episode) {
        AlertState state = episode.state();
        if (alert != null && alert.state() == AlertState.FIRING && state == AlertState.PENDING) {
            state = AlertState.FIRING;
        }
        if (alert != null && alert.state() == state && episode.severity() <= alert.severity()) {
            Raised same = new Raised(episode, state, alert.severity(), alert.revision());
            if (state == AlertState.PENDING || state == AlertState.FIRING) {
                standing.add(alert(same, reason(episode, state)));
            }
            return same;
        }
        return tell(alert, episode, state, reason(episode, state));
    }

    /** The first bucket no longer opens an episode. */
    private Raised vanished(Raised alert) {
        LocalDate day = LocalDate.ofEpochDay(alert.first());
        boolean unseen = tick.blind().contains(day) || tick.backfilled().contains(day);
        String reason = tick.blind().contains(day)
                ? "blind: the source could not be seen"
                : tick.backfilled().contains(day)
                        ? "backfill: the count came from history"
                        : revised(alert.first(), tick.count(alert.first(), rule.step()));
        return tell(alert, alert.episode(), unseen ? AlertState.SUPPRESSED : AlertState.RETRACTED, reason);
    }

    private static String revised(long day, long count) {
        return "revised: %s now counts %d, which is not unusual".formatted(LocalDate.ofEpochDay(day), count);
    }

    private String reason(Episode episode, AlertState state) {
        return switch (state) {
            case SUPPRESSED -> episode.refusal();
            case RESOLVED -> "two usual %s in a row".formatted(rule.weekly() ? "weeks" : "days");
            default -> "";
        };
    }

    private Raised tell(@Nullable Raised alert, Episode episode, AlertState state, String reason) {
        int severity = Math.max(episode.severity(), alert == null ? 0 : alert.severity());
        Raised told = new Raised(episode, state, severity, alert == null ? 1 : alert.revision() + 1);
        alerts.add(alert(told, reason));
        return told;
    }

    private SpikeAlert alert(Raised told, String reason) {
        Episode episode = told.episode();
        return new SpikeAlert(
                rule.name() + "|" + tick.series() + "|" + LocalDate.ofEpochDay(episode.first()),
                rule.name(),
                tick.series(),
                told.state(),
                STEPS[told.severity()],
                LocalDate.ofEpochDay(episode.first()),
                LocalDate.ofEpochDay(episode.last()),
                episode.over() ? LocalDate.ofEpochDay(episode.resolved()) : null,
                episode.count(),
                episode.expected(),
                episode.lower(),
                episode.upper(),
                episode.p(),
                episode.excess(),
                episode.buckets(),
                !episode.confirmed(),
                episode.share(),
                message(episode),
                reason,
                told.revision(),
                tick.mode());
    }

    private String message(Episode episode) {
        return String.format(
                Locale.ROOT,
                "%s: %d on %s, %.1f expected (usually %.0f to %.0f), p = %.2g",
                tick.series(),
                episode.count(),
                LocalDate.ofEpochDay(episode.peak()),
                episode.expected(),
                episode.lower(),
                episode.upper(),
                episode.p());
    }
}
