package org.tallywire.aggregate.count;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.tallywire.avro.RollingState;
import org.tallywire.avro.Tally;

/**
 * Windows of 1, 7, 28 and 365 days that end today, the same number of days before each, and all time. The sums are kept running: a
 * change costs one addition for each window, a new day at most three cells for each.
 */
public final class Windows {
    /** Days of each window. */
    public static final List<Integer> LENGTHS = List.of(1, 7, 28, 365);

    private Windows() {}

    /** Counts of a series by day; 0 where it has no cell. */
    @FunctionalInterface
    public interface Days {
        long count(LocalDate day);
    }

    /** A series of which nothing is counted yet. */
    public static RollingState empty(String name, Map<String, String> labels, LocalDate today) {
        List<Long> zeros = LENGTHS.stream().map(length -> 0L).toList();
        return new RollingState(name, labels, today, zeros, zeros, 0L);
    }

    /** The sums after the count of one day moved by {@code change}. */
    public static RollingState add(RollingState state, LocalDate day, long change) {
        long age = state.getAsOf().toEpochDay() - day.toEpochDay();
        List<Long> counts = new ArrayList<>(state.getCounts());
        List<Long> previous = new ArrayList<>(state.getPrevious());
        for (int i = 0; i < LENGTHS.size(); i++) {
            int length = LENGTHS.get(i);
            if (age >= 0 && age < length) {
                counts.set(i, counts.get(i) + change);
            } else if (age >= length && age < 2L * length) {
                previous.set(i, previous.get(i) + change);
            }
        }
        return new RollingState(
                state.getName(), state.getLabels(), state.getAsOf(), counts, previous, state.getTotal() + change);
    }

    /** The sums as of {@code today}, one day after the other; a clock that went back moves nothing. */
    public static RollingState slide(RollingState state, LocalDate today, Days days) {
        List<Long> counts = new ArrayList<>(state.getCounts());
        List<Long> previous = new ArrayList<>(state.getPrevious());
        LocalDate asOf = state.getAsOf();
        while (asOf.isBefore(today)) {
            asOf = asOf.plusDays(1);
            for (int i = 0; i < LENGTHS.size(); i++) {
                int length = LENGTHS.get(i);
                long leaving = days.count(asOf.minusDays(length));
                counts.set(i, counts.get(i) + days.count(asOf) - leaving);
                previous.set(i, previous.get(i) + leaving - days.count(asOf.minusDays(2L * length)));
            }
        }
        return new RollingState(state.getName(), state.getLabels(), asOf, counts, previous, state.getTotal());
    }

    /** True if some window, or the time before it, holds something: then a new day is news. */
    public static boolean moves(RollingState state) {
        return Stream.concat(state.getCounts().stream(), state.getPrevious().stream())
                .anyMatch(count -> count != 0);
    }

    /** All windows of a series; all time comes last. */
    public static List<Tally> tallies(String series, RollingState state, Instant now) {
        List<Tally> tallies = new ArrayList<>();
        for (int i = 0; i < LENGTHS.size(); i++) {
            tallies.add(tally(series, state, now)
                    .setDays(LENGTHS.get(i))
                    .setFrom(state.getAsOf().minusDays(LENGTHS.get(i) - 1L))
                    .setCount(state.getCounts().get(i))
                    .setPrevious(state.getPrevious().get(i))
                    .build());
        }
        tallies.add(tally(series, state, now).setCount(state.getTotal()).build());
        return tallies;
    }

    /** The tallies of {@code after} whose numbers differ from those of {@code before}. */
    public static List<Tally> changed(String series, RollingState before, RollingState after, Instant now) {
        List<Tally> old = tallies(series, before, now);
        List<Tally> all = tallies(series, after, now);
        return all.stream()
                .filter(tally -> {
                    Tally was = old.get(all.indexOf(tally));
                    return was.getCount() != tally.getCount()
                            || !Objects.equals(was.getPrevious(), tally.getPrevious())
                            || !Objects.equals(was.getAsOf(), tally.getAsOf());
                })
                .toList();
    }

    /** Key in [tallies.rolling]. */
    public static String key(Tally tally) {
        return tally.getSeries() + "|" + (tally.getDays() == 0 ? "all" : tally.getDays() + "d");
    }

    private static Tally.Builder tally(String series, RollingState state, Instant now) {
        return Tally.newBuilder()
                .setSeries(series)
                .setName(state.getName())
                .setLabels(state.getLabels())
                .setAsOf(state.getAsOf())
                .setUpdatedAt(now);
    }
}
