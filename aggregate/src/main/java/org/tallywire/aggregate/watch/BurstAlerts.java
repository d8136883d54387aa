package org.tallywire.aggregate.watch;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.Alert;
import org.tallywire.avro.AlertState;
import org.tallywire.avro.Companion;
import org.tallywire.avro.Rise;

/** Says what is told of the rises of one family: one alert a burst, the others suppressed with the leader's id as the reason. */
public final class BurstAlerts {
    /** Others of the burst that the leader names. */
    private static final int NAMED = 5;

    private BurstAlerts() {}

    /** True for rises that may be one burst with others; a series that stops is told at once. */
    public static boolean mayFollow(Rise rise) {
        return !Stopped.is(rise.getAlert());
    }

    /**
     * Decides on a family.
     *
     * @param family all its rises of late
     * @return those that must be told now, with {@code told} set and {@code news} cleared
     */
    public static List<Rise> next(Collection<Rise> family) {
        List<Rise> next = new ArrayList<>();
        for (Burst burst : Burst.of(family)) {
            Alert leading = leading(burst);
            tell(burst.leader(), leading, next);
            burst.followers().forEach(rise -> tell(rise, following(rise, leading), next));
        }
        family.stream()
                .filter(rise -> !Burst.stands(rise) && !follows(rise))
                .forEach(rise -> tell(rise, rise.getAlert(), next));
        return next;
    }

    /** What was told as part of another's burst needs no end of its own. */
    private static boolean follows(Rise rise) {
        Alert told = rise.getTold();
        return told != null
                && told.getState() == AlertState.SUPPRESSED
                && rise.getAlert().getState() != AlertState.SUPPRESSED;
    }

    private static Alert leading(Burst burst) {
        List<Companion> named = burst.followers().stream()
                .map(Rise::getAlert)
                .limit(NAMED)
                .map(alert ->
                        new Companion(alert.getSeries(), alert.getObserved(), alert.getExpected(), alert.getPValue()))
                .toList();
        Alert own = burst.leader().getAlert();
        Alert.Builder alert = Alert.newBuilder(own).setSameBurst(named);
        burst.followers().stream()
                .map(rise -> rise.getAlert().getSeverity())
                .filter(severity -> severity.compareTo(alert.getSeverity()) > 0)
                .forEach(alert::setSeverity);
        return named.isEmpty()
                ? alert.build()
                : alert.setMessage(own.getMessage() + "; with it " + words(named))
                        .build();
    }

    private static String words(List<Companion> named) {
        return named.stream()
                .map(one -> String.format(
                        Locale.ROOT, "%s (%.0f, %.1f expected)", one.getSeries(), one.getObserved(), one.getExpected()))
                .collect(Collectors.joining(", "));
    }

    private static Alert following(Rise rise, Alert leader) {
        return Alert.newBuilder(rise.getAlert())
                .setState(AlertState.SUPPRESSED)
                .setReason("burst: told by " + leader.getId())
                .setResolvedAt(null)
                .build();
    }

    private static void tell(Rise rise, Alert alert, List<Rise> next) {
        @Nullable Alert told = rise.getTold();
        boolean moved = told == null || !sayable(told).equals(sayable(alert));
        boolean again = rise.getNews() && alert.getState() != AlertState.SUPPRESSED;
        if (moved || again) {
            int revision = told == null ? 1 : told.getRevision() + (moved ? 1 : 0);
            next.add(Rise.newBuilder(rise)
                    .setNews(false)
                    .setTold(Alert.newBuilder(alert).setRevision(revision).build())
                    .build());
        }
    }

    /** What makes it worth telling anew. */
    private static List<Object> sayable(Alert alert) {
        return List.of(
                alert.getState(),
                alert.getSeverity(),
                Objects.requireNonNullElse(alert.getReason(), ""),
                alert.getSameBurst().stream().map(Companion::getSeries).collect(Collectors.toSet()));
    }
}
