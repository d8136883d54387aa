package org.tallywire.aggregate.deliver;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.Alert;
import org.tallywire.avro.AlertState;
import org.tallywire.avro.Mode;

/**
 * The latest version of every alert, and what Alertmanager must be told of them by the tick: those that fire again and again, those
 * that are over for five minutes. What has been over for longer is history and is never posted; an end that nobody heard the
 * beginning of does no harm, since Alertmanager tells nobody of it.
 */
public final class AlertBook {
    /** Alertmanager must hear of an end even if it missed a post or two. */
    static final Duration RESOLVING = Duration.ofMinutes(5);
    /** A firing alert ends by itself when this many ticks are missed. */
    static final int TICKS = 4;

    private final Duration tick;
    private final Map<String, Alert> latest = new TreeMap<>();
    private final Map<String, Posted> posted = new HashMap<>();
    private final Map<Map<String, String>, Ending> endings = new LinkedHashMap<>();

    /** Labels under which an alert was posted, to end it under the same. */
    private record Posted(Alert alert, Map<String, String> labels) {}

    private record Ending(Alert alert, Instant at) {}

    public AlertBook(Duration tick) {
        this.tick = tick;
    }

    /** Takes in a record of [alerts]; null: a tombstone. A version older than the known one comes from a replay and says nothing. */
    public synchronized void put(String id, @Nullable Alert alert) {
        latest.compute(id, (key, known) -> alert != null && known != null && isOlder(alert, known) ? known : alert);
    }

    private static boolean isOlder(Alert alert, Alert known) {
        Instant at = alert.getUpdatedAt();
        Instant last = known.getUpdatedAt();
        return at != null && last != null && at.isBefore(last);
    }

    /** All alerts as of now. */
    public synchronized List<Alert> alerts() {
        return List.copyOf(latest.values());
    }

    /** What must be posted now; each peer asks for itself. */
    public synchronized List<Posting> postings(Instant now) {
        Map<String, Posted> firing = new TreeMap<>();
        latest.forEach((id, alert) -> {
            if (fires(alert, now)) {
                firing.put(id, new Posted(alert, Labels.of(alert)));
            }
        });
        posted.forEach((id, was) -> {
            Posted is = firing.get(id);
            if (is == null || !is.labels().equals(was.labels())) {
                endings.put(was.labels(), end(latest.getOrDefault(id, was.alert()), is == null, now));
            }
        });
        latest.values().stream()
                .filter(alert -> justOver(alert, now))
                .forEach(alert -> endings.putIfAbsent(Labels.of(alert), end(alert, true, now)));
        posted.clear();
        posted.putAll(firing);
        firing.values().forEach(one -> endings.remove(one.labels()));
        endings.values().removeIf(ending -> ending.at().plus(RESOLVING).isBefore(now));
        List<Posting> all = new ArrayList<>();
        endings.forEach((labels, ending) -> all.add(Posting.of(ending.alert(), labels, ending.at())));
        firing.values()
                .forEach(one -> all.add(Posting.of(one.alert(), one.labels(), now.plus(tick.multipliedBy(TICKS)))));
        return all;
    }

    /** The end that the alert itself names, if it is over and the end is past; else now. */
    private static Ending end(Alert alert, boolean over, Instant now) {
        Instant resolved = alert.getResolvedAt();
        boolean named = over && resolved != null && isOver(alert) && !resolved.isAfter(now);
        return new Ending(alert, named ? resolved : now);
    }

    private static boolean justOver(Alert alert, Instant now) {
        Instant resolved = alert.getResolvedAt();
        return isOver(alert)
                && alert.getMode() != Mode.BACKFILL
                && resolved != null
                && !resolved.plus(RESOLVING).isBefore(now);
    }

    /** True if it fired and does no more, or never should have. */
    static boolean isOver(Alert alert) {
        return alert.getState() == AlertState.RESOLVED || alert.getState() == AlertState.RETRACTED;
    }

    /** True if the alert says something about the present that people should be told. */
    static boolean fires(Alert alert, Instant now) {
        Instant until = alert.getValidUntil();
        return alert.getState() == AlertState.FIRING
                && alert.getMode() != Mode.BACKFILL
                && (until == null || until.isAfter(now));
    }
}
