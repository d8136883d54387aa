package org.tallywire.aggregate.watch;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.CellState;
import org.tallywire.avro.HealthState;
import org.tallywire.avro.SourceHealth;

/**
 * Days on which nobody could look: a source that gave a fifth or more of the last four weeks was failing, blocked or silent all day.
 * They are gaps, no zeros.
 */
public final class Blindness {
    private static final int DAYS = 28;
    private static final double SHARE = 0.2;
    private static final int KEPT = 90;
    /** One blip blinds nobody. */
    private static final Duration BLIP = Duration.ofHours(6);

    /** States in which the source was read and what it says is all there is. */
    private static final Set<HealthState> SEEING = EnumSet.of(
            HealthState.UNKNOWN,
            HealthState.WAITING,
            HealthState.WORKING,
            HealthState.UNCHANGED,
            HealthState.OK_EMPTY,
            HealthState.QUIET,
            HealthState.SALVAGED,
            HealthState.ENCODING_GUESSED,
            HealthState.OVERRUN,
            HealthState.LIAR,
            HealthState.SCOPE_CHANGED,
            HealthState.PARTIAL,
            HealthState.DISABLED,
            HealthState.MODULE_OFF);

    private static final Set<HealthState> MUTE = EnumSet.of(HealthState.SILENT, HealthState.STALE);

    private Blindness() {}

    /** When the source was seen last, or null while it is seen. */
    public static @Nullable Instant since(SourceHealth health, Instant now) {
        if (SEEING.contains(health.getState())) {
            return null;
        }
        Instant last = MUTE.contains(health.getState()) ? health.getLastNewItem() : health.getLastSuccess();
        Instant since = last != null ? last : health.getSince();
        return since == null || since.plus(BLIP).isAfter(now) ? null : since;
    }

    /** The days known before, less the oldest, and those that the health of the feeding sources adds. */
    static List<LocalDate> days(Collection<LocalDate> before, Scene scene) {
        Set<LocalDate> days = new TreeSet<>(before);
        days.removeIf(day -> day.isBefore(scene.today().minusDays(KEPT)));
        for (String source : feeding(scene)) {
            SourceHealth health = scene.health().apply(source);
            Instant since = health == null ? null : since(health, scene.now());
            if (since != null) {
                LocalDate first = since.atOffset(ZoneOffset.UTC).toLocalDate().plusDays(1);
                first.datesUntil(later(first, scene.today().plusDays(1)))
                        .filter(day -> day.isAfter(scene.today().minusDays(KEPT)))
                        .forEach(days::add);
            }
        }
        return List.copyOf(days);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    /** Sources of a fifth or more of what was counted in the four weeks that end with the newest count. */
    private static List<String> feeding(Scene scene) {
        Map<String, Long> given = new HashMap<>();
        for (CellState cell :
                scene.cells().apply(scene.today().minusDays(2L * DAYS)).values()) {
            cell.getSources().forEach((source, count) -> given.merge(source, count, Long::sum));
        }
        long sum = given.values().stream().mapToLong(Long::longValue).sum();
        return given.entrySet().stream()
                .filter(source -> source.getValue() > 0 && source.getValue() >= SHARE * sum)
                .map(Map.Entry::getKey)
                .toList();
    }
}
