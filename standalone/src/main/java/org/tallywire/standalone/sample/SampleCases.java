package org.tallywire.standalone.sample;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Makes the cases of one register: two years of weekdays with a slow rise, then one every few seconds while the world is
 * watched, and, where asked for, a burst of one charge on the present day.
 */
final class SampleCases {
    static final int HISTORY_DAYS = 730;
    private static final String[] CHARGES = {"337/5", "337/5", "337/5", "337/3.1", "338/1", "332/2", "339/1", "206/2"};
    private static final int MEAN_DAYS_TO_VERDICT = 60;

    private final Random random;
    private final Instant epoch;
    private final double perWeekday;
    private final List<SampleCase> cases = new ArrayList<>();

    private SampleCases(long seed, Instant epoch, double perWeekday) {
        this.random = new Random(seed);
        this.epoch = epoch;
        this.perWeekday = perWeekday;
    }

    /** The cases of a register that gets so many a weekday. */
    static SampleCases register(long seed, Instant epoch, double perWeekday) {
        SampleCases made = new SampleCases(seed, epoch, perWeekday);
        LocalDate today = made.today();
        for (LocalDate day = today.minusDays(HISTORY_DAYS); day.isBefore(today); day = day.plusDays(1)) {
            made.fileOn(day);
        }
        return made;
    }

    /** Adds a case every so often for as long as given, filed on the present day. */
    SampleCases trickle(Duration every, Duration until) {
        for (Duration at = every; at.compareTo(until) <= 0; at = at.plus(every)) {
            add(today(), charge(), epoch.plus(at));
        }
        return this;
    }

    /** Adds many cases of one charge on the present day, one a quarter of a second. */
    SampleCases burst(Duration from, int count, String charge) {
        for (int i = 0; i < count; i++) {
            add(today(), charge, epoch.plus(from).plusMillis(250L * i));
        }
        return this;
    }

    /** The newest case of the past is put under another charge, the one before it is withdrawn. */
    SampleCases correction(Duration at) {
        int last = (int) cases.stream().filter(c -> !c.appears().isAfter(epoch)).count() - 1;
        cases.set(last, cases.get(last).corrected(epoch.plus(at), "338/1"));
        cases.set(last - 1, cases.get(last - 1).withdrawn(epoch.plus(at)));
        return this;
    }

    /** In order of appearance. */
    List<SampleCase> all() {
        return List.copyOf(cases);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(epoch, ZoneOffset.UTC);
    }

    private void fileOn(LocalDate day) {
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        double growth = 1 + (HISTORY_DAYS - today().toEpochDay() + day.toEpochDay()) / (3.0 * HISTORY_DAYS);
        int count = weekend ? 0 : poisson(perWeekday * growth);
        for (int i = 0; i < count; i++) {
            add(day, charge(), epoch);
        }
    }

    private void add(LocalDate filed, String charge, Instant appears) {
        @Nullable LocalDate decided = filed.plusDays(20 + random.nextInt(2 * MEAN_DAYS_TO_VERDICT));
        cases.add(SampleCase.of(cases.size() + 1, filed, decided, charge, appears));
    }

    private String charge() {
        return CHARGES[random.nextInt(CHARGES.length)];
    }

    /** Knuth's product of uniforms; fine for small means. */
    private int poisson(double mean) {
        double limit = Math.exp(-mean);
        int count = 0;
        for (double product = random.nextDouble(); product > limit; product *= random.nextDouble()) {
            count++;
        }
        return count;
    }
}
