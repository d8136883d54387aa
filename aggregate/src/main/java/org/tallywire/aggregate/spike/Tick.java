package org.tallywire.aggregate.spike;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.tallywire.avro.Mode;

/**
 * What is known of one series at one moment.
 *
 * @param series series key
 * @param today the running day in the series' time zone
 * @param counts day cells as of now, at least from {@link WatchState#from()} on; a day without a cell counts 0
 * @param blind days on which a feeding source could not be seen
 * @param backfilled days whose count came in one go from history under a date that is not its own
 * @param completeness how much of a day is usually in, of the series' slowest source
 * @param mode BACKFILL: learn, but raise nothing for the days known now
 * @param limit largest p that opens an episode: of the rule, or of {@link BenjaminiHochberg} over all series
 */
public record Tick(
        String series,
        LocalDate today,
        Map<LocalDate, Long> counts,
        Set<LocalDate> blind,
        Set<LocalDate> backfilled,
        Completeness completeness,
        Mode mode,
        double limit) {

    /** A live tick with nothing blind or backfilled and everything reported at once. */
    public static Tick live(WatchRule rule, String series, LocalDate today, Map<LocalDate, Long> counts) {
        return new Tick(series, today, counts, Set.of(), Set.of(), Completeness.AT_ONCE, Mode.LIVE, rule.alpha());
    }

    public Tick blind(Set<LocalDate> days) {
        return new Tick(series, today, counts, days, backfilled, completeness, mode, limit);
    }

    public Tick backfilled(Set<LocalDate> days) {
        return new Tick(series, today, counts, blind, days, completeness, mode, limit);
    }

    public Tick completeness(Completeness shares) {
        return new Tick(series, today, counts, blind, backfilled, shares, mode, limit);
    }

    public Tick mode(Mode other) {
        return new Tick(series, today, counts, blind, backfilled, completeness, other, limit);
    }

    public Tick limit(double p) {
        return new Tick(series, today, counts, blind, backfilled, completeness, mode, p);
    }

    boolean quiet() {
        return mode == Mode.BACKFILL;
    }

    long count(LocalDate day) {
        return Math.max(0, counts.getOrDefault(day, 0L));
    }

    /** Count of the days from {@code first} on. */
    long count(long first, int days) {
        long sum = 0;
        for (int i = 0; i < days; i++) {
            sum += count(LocalDate.ofEpochDay(first + i));
        }
        return sum;
    }
}
