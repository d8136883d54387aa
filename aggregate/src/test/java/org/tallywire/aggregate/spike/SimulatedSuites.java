package org.tallywire.aggregate.spike;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Writes simulated series of our own on which choices are judged: {@code SimulatedSuites OUTPUT-FOLDER SEED}. Weekly outbreaks, daily
 * spikes and waves, faults of feeds, late reports; the parameters of each scenario are drawn, so no setting can be fitted to one of them.
 * {@link SuiteOutput} runs over the folder.
 */
public final class SimulatedSuites {
    private static final int YEAR = 364;
    private static final int[] COURT_WEEK = {13, 11, 10, 10, 9, 0, 0};
    private static final List<String> PROFILES = List.of("flat", "news", "court", "bursty");

    private final Path folder;
    private final long seed;

    SimulatedSuites(Path folder, long seed) {
        this.folder = folder;
        this.seed = seed;
    }

    public static void main(String[] arguments) throws IOException {
        SimulatedSuites suites = new SimulatedSuites(Path.of(arguments[0]), Long.parseLong(arguments[1]));
        Files.createDirectories(suites.folder);
        suites.weekly();
        suites.daily();
        suites.messy();
        suites.delay();
    }

    /** 120 scenarios of 10 series, 624 weeks: level, trend, season, dispersion; four old outbreaks and one in the last 49 weeks. */
    private void weekly() throws IOException {
        try (PrintWriter out = open("weekly.csv", "sid,scenario,rep,k,first,last,counts");
                PrintWriter scenarios = open("weekly_scenarios.csv", "scenario,mean_eval")) {
            Draws draws = new Draws(seed);
            int sid = 0;
            for (int scenario = 1; scenario <= 120; scenario++) {
                Weeks weeks = Weeks.draw(draws);
                scenarios.println(scenario + "," + weeks.mean(600));
                for (int k = 1; k <= 10; k++) {
                    long[] counts = weeks.counts(draws, 624);
                    for (int old = 0; old < 4; old++) {
                        weeks.outbreak(draws, counts, draws.whole(300, 570), draws.whole(2, 11));
                    }
                    int[] span = weeks.outbreak(draws, counts, draws.whole(576, 621), k);
                    out.println(++sid + "," + scenario + "," + k + "," + k + "," + span[0] + "," + span[1] + ","
                            + joined(counts));
                }
            }
        }
    }

    /** Log mean = level + trend t + harmonics. */
    private record Weeks(double level, double trend, double[] season, double dispersion, double spread) {
        static Weeks draw(Draws draws) {
            double level = draws.uniform(Math.log(0.12), Math.log(120));
            double trend = draws.chance(0.5) ? 0 : draws.uniform(-0.001, 0.003);
            double[] season = new double[4];
            for (int i = 0; i < 2 * draws.whole(0, 3); i++) {
                season[i] = draws.uniform(-0.5, 0.5) / (1 + i / 2);
            }
            return new Weeks(level, trend, season, draws.uniform(1, 2.5), draws.uniform(0.3, 0.7));
        }

        double mean(int week) {
            double angle = 2 * Math.PI * week / 52;
            double seasonal = season[0] * Math.cos(angle)
                    + season[1] * Math.sin(angle)
                    + season[2] * Math.cos(2 * angle)
                    + season[3] * Math.sin(2 * angle);
            return Math.exp(level + trend * (week - 312) + seasonal);
        }

        long[] counts(Draws draws, int weeks) {
            return IntStream.rangeClosed(1, weeks)
                    .mapToLong(week -> draws.negativeBinomial(mean(week), dispersion))
                    .toArray();
        }

        /** Adds at least one case; gives first and last week of it. */
        int[] outbreak(Draws draws, long[] counts, int begin, int size) {
            long cases = Math.max(1, draws.poisson(size * Math.sqrt(dispersion * mean(begin))));
            int first = counts.length;
            int last = begin;
            for (long i = 0; i < cases; i++) {
                int week = Math.min(counts.length, begin + (int) Math.exp(spread * draws.normal()));
                counts[week - 1]++;
                first = Math.min(first, week);
                last = Math.max(last, week);
            }
            return new int[] {first, last};
        }
    }

    /** 60 scenarios of 4 series, 1092 days: three spikes and three waves in the last year, some older events. */
    private void daily() throws IOException {
        try (PrintWriter out = open("daily.csv", "sid,scenario,events,counts");
                PrintWriter scenarios =
                        open("daily_scenarios.csv", "scenario,level,profile,dow_factors_mon_sun,holidays")) {
            Draws draws = new Draws(seed + 1);
            int sid = 0;
            for (int scenario = 1; scenario <= 60; scenario++) {
                Days days = Days.draw(draws, PROFILES.get(scenario % 4), Math.exp(draws.uniform(-2.2, 3.9)));
                scenarios.println(scenario + "," + days.level + "," + PROFILES.get(scenario % 4) + ","
                        + bars(Arrays.stream(days.week)
                                .mapToObj(Double::toString)
                                .toList()) + ","
                        + bars(days.holidays.stream().map(String::valueOf).toList()));
                for (int i = 0; i < 4; i++) {
                    long[] counts = days.counts(draws, 1092);
                    StringJoiner events = new StringJoiner(";");
                    for (int slot = 0; slot < 6; slot++) {
                        days.event(draws, counts, "past", draws.whole(200, 700), draws.whole(1, 12));
                        int begin = 735 + slot * 58 + draws.whole(0, 30);
                        events.add(
                                days.event(draws, counts, slot % 2 == 0 ? "spike" : "wave", begin, draws.whole(1, 12)));
                    }
                    out.println(++sid + "," + scenario + "," + events + "," + joined(counts));
                }
            }
        }
    }

    /** Mean = level * weekday * season * trend; a closed weekday is partly made up on the next open day. */
    private record Days(
            double level,
            double[] week,
            double season,
            double phase,
            double trend,
            double dispersion,
            List<Integer> holidays) {
        static Days draw(Draws draws, String profile, double level) {
            double[] week = new double[7];
            for (int day = 0; day < 7; day++) {
                week[day] = switch (profile) {
                    case "flat" -> 1;
                    case "court" -> COURT_WEEK[day] / 10.0;
                    default -> day < 5 ? draws.uniform(1, 1.3) : draws.uniform(0.4, 0.9);
                };
            }
            List<Integer> holidays = !profile.equals("court")
                    ? List.of()
                    : IntStream.range(0, 12)
                            .mapToObj(i -> i < 6 ? i + 1 : draws.whole(30, 340))
                            .distinct()
                            .sorted()
                            .toList();
            double dispersion = switch (profile) {
                case "flat" -> 1;
                case "bursty" -> draws.uniform(3, 5);
                default -> draws.uniform(1.2, 2.2);
            };
            double trend = draws.chance(0.5) ? 0 : draws.uniform(-0.0003, 0.0008);
            return new Days(level, week, draws.uniform(0, 0.35), draws.uniform(0, 6.28), trend, dispersion, holidays);
        }

        boolean closed(int day) {
            return week[(day - 1) % 7] == 0 || holidays.contains((day - 1) % YEAR + 1);
        }

        double mean(int day) {
            double seasonal = season * Math.cos(2 * Math.PI * day / YEAR + phase);
            return closed(day)
                    ? 0
                    : level * week[(day - 1) % 7] * Math.exp(seasonal + trend * (day - 546)) * madeUp(day);
        }

        private double madeUp(int day) {
            int before = 0;
            for (int d = day - 1; d > 0 && closed(d); d--) {
                before += week[(d - 1) % 7] > 0 ? 1 : 0;
            }
            return 1 + Math.min(2, before) / 2.0;
        }

        long[] counts(Draws draws, int days) {
            return IntStream.rangeClosed(1, days)
                    .mapToLong(day -> draws.negativeBinomial(mean(day), dispersion))
                    .toArray();
        }

        /** Adds cases on open days; the event as the scorer reads it. */
        String event(Draws draws, long[] counts, String kind, int begin, int size) {
            int length = kind.equals("wave")
                    ? draws.whole(6, 15)
                    : kind.equals("spike") ? draws.whole(1, 4) : draws.whole(1, 9);
            double usual = IntStream.range(begin, begin + 28)
                    .mapToDouble(this::mean)
                    .average()
                    .orElseThrow();
            long cases = Math.max(1, draws.poisson(size * Math.sqrt(dispersion * usual * Math.sqrt(length))));
            TreeMap<Integer, Integer> added = new TreeMap<>();
            for (long i = 0; i < cases; i++) {
                int day = begin + (int) (length * (draws.uniform(0, 1) + draws.uniform(0, 1)) / 2);
                while (closed(day)) {
                    day++;
                }
                counts[day - 1]++;
                added.merge(day, 1, Integer::sum);
            }
            return kind + ":" + size + ":" + added.firstKey() + ":" + added.lastKey() + ":" + cases + ":"
                    + added.entrySet().stream()
                            .map(e -> e.getKey() + "=" + e.getValue())
                            .collect(Collectors.joining("|"));
        }
    }

    /** 8 faults x 5 levels x 2 profiles x 6 series of 420 days; where the windows of the faults lie is the scorer's convention. */
    private void messy() throws IOException {
        List<String> faults = List.of(
                "none", "outage_marked", "outage_silent", "backfill", "level_shift", "duplicates", "birth", "holiday");
        try (PrintWriter out = open("messy.csv", "sid,case,level,profile,phi,counts")) {
            Draws draws = new Draws(seed + 2);
            int sid = 0;
            for (String fault : faults) {
                for (double level : new double[] {1, 2, 6, 20, 45}) {
                    for (int i = 0; i < 12; i++) {
                        String profile = i % 2 == 0 ? "news" : "court";
                        Days drawn = Days.draw(draws, profile, level);
                        Days days = new Days(level, drawn.week, 0, 0, 0, drawn.dispersion, List.of());
                        String[] counts = Arrays.stream(days.counts(draws, 420))
                                .mapToObj(Long::toString)
                                .toArray(String[]::new);
                        spoil(fault, counts, days, draws);
                        out.println(++sid + "," + fault + "," + level + "," + profile + "," + days.dispersion + ","
                                + String.join(" ", counts));
                    }
                }
            }
        }
    }

    private static void spoil(String fault, String[] counts, Days days, Draws draws) {
        int length = draws.whole(4, 11);
        double factor = draws.uniform(1.8, 2.4);
        double madeUp = draws.chance(0.5) ? draws.uniform(1.2, 2) : 1;
        for (int day = 1; day <= 420; day++) {
            boolean holiday = day >= 310 - length && day < 310;
            String other = switch (fault) {
                case "outage_marked" -> day >= 300 && day < 310 ? "x" : "";
                case "outage_silent" -> day >= 300 && day < 310 ? "0" : "";
                case "holiday" -> holiday ? "0" : day == 310 ? drawn(draws, days, day, madeUp) : "";
                case "level_shift" -> day >= 300 ? drawn(draws, days, day, factor) : "";
                case "duplicates" -> day >= 300 && day < 303 ? drawn(draws, days, day, 3) : "";
                case "birth" -> day < 200 ? "0" : "";
                default -> "";
            };
            counts[day - 1] = other.isEmpty() ? counts[day - 1] : other;
        }
        if (fault.equals("backfill")) {
            dump(counts, days, draws);
        }
    }

    /** Ten days that nobody saw come in on the next open day. */
    private static void dump(String[] counts, Days days, Draws draws) {
        long owed = 0;
        for (int day = 300; day < 310; day++) {
            owed += draws.negativeBinomial(days.mean(day), days.dispersion);
            counts[day - 1] = "x";
        }
        int day = 310;
        while (days.closed(day)) {
            day++;
        }
        counts[day - 1] = Long.toString(Long.parseLong(counts[day - 1]) + owed);
    }

    private static String drawn(Draws draws, Days days, int day, double factor) {
        return Long.toString(draws.negativeBinomial(days.mean(day) * factor, days.dispersion));
    }

    /** 240 series of 160 weeks, reports up to eight weeks late; one event in the last 40 weeks. */
    private void delay() throws IOException {
        try (PrintWriter out =
                open("delay.csv", "sid,level,event_first,event_last,week,final,counts_by_delay_0_to_8")) {
            Draws draws = new Draws(seed + 3);
            for (int sid = 1; sid <= 240; sid++) {
                double level = Math.exp(draws.uniform(0, 4.5));
                double dispersion = draws.uniform(1, 2.5);
                double[] shares = shares(draws);
                int first = draws.whole(121, 150);
                int last = first + draws.whole(0, 4);
                for (int week = 1; week <= 160; week++) {
                    boolean event = week >= first && week <= last;
                    double extra = event ? draws.uniform(1, 4) * Math.sqrt(dispersion * level) : 0;
                    long all = draws.negativeBinomial(level, dispersion) + draws.poisson(extra);
                    out.println(sid + "," + level + "," + first + "," + last + "," + week + "," + all + ","
                            + joined(parts(draws, all, shares)));
                }
            }
        }
    }

    private static double[] shares(Draws draws) {
        double keep = draws.uniform(0.55, 0.8);
        double first = draws.uniform(0.15, 0.45);
        return IntStream.rangeClosed(0, 8)
                .mapToDouble(delay -> delay == 0 ? first : (1 - first) * (1 - keep) * Math.pow(keep, delay - 1.0))
                .toArray();
    }

    /** Each item is late by itself; the shares wobble from week to week. */
    private static long[] parts(Draws draws, long all, double[] shares) {
        double[] wobbled =
                Arrays.stream(shares).map(share -> draws.gamma(share * 40)).toArray();
        double sum = Arrays.stream(wobbled).sum();
        long[] parts = new long[shares.length];
        for (long i = 0; i < all; i++) {
            double at = draws.uniform(0, sum);
            int delay = 0;
            for (; delay < 8 && at > wobbled[delay]; delay++) {
                at -= wobbled[delay];
            }
            parts[delay]++;
        }
        return parts;
    }

    private static String joined(long[] counts) {
        return Arrays.stream(counts).mapToObj(Long::toString).collect(Collectors.joining(" "));
    }

    private static String bars(List<String> values) {
        return String.join("|", values);
    }

    private PrintWriter open(String name, String head) throws IOException {
        PrintWriter out = new PrintWriter(Files.newBufferedWriter(folder.resolve(name)));
        out.println(head);
        return out;
    }
}
