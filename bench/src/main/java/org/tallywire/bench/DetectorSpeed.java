package org.tallywire.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.tallywire.aggregate.spike.Bucket;
import org.tallywire.aggregate.spike.Detector;
import org.tallywire.aggregate.spike.NegativeBinomial;
import org.tallywire.aggregate.spike.OpenDays;

/**
 * Our detector beside the least that can be called one, a Poisson tail against an exponentially weighted mean, on the same invented series
 * of three years, on one thread. Prints buckets (series-days, series-weeks) a second, per core (see {@link Rounds}).
 *
 * <p>Run: {@code mvn -q -pl bench -am -DskipTests package dependency:build-classpath -Dmdep.outputFile=target/classpath} and
 * {@code java -cp bench/target/classes:$(cat bench/target/classpath) org.tallywire.bench.DetectorSpeed}.
 */
public final class DetectorSpeed {
    private static final int SERIES = 20;
    private static final int DAYS = 3 * 365;
    private static final int WEEK = 7;
    /** A Monday. */
    private static final long FIRST_DAY = 19_723;

    private static final double LIMIT = 0.001;

    private DetectorSpeed() {}

    public static void main(String[] args) throws Exception {
        List<List<Bucket>> daily = new ArrayList<>();
        List<List<Bucket>> weekly = new ArrayList<>();
        for (int seed = 0; seed < SERIES; seed++) {
            daily.add(series(seed, 1, DAYS));
            weekly.add(series(seed, WEEK, DAYS / WEEK));
        }
        double[] rates = new Rounds(2)
                .perSecond(
                        () -> alarms(daily, () -> Detector.daily(OpenDays.ALWAYS)),
                        () -> alarms(weekly, Detector::weekly),
                        () -> alarms(daily));
        print("daily, 5 models", rates[0], DAYS);
        print("weekly, 12 models", rates[1], DAYS / WEEK);
        print("Poisson tail of an EWMA", rates[2], DAYS);
    }

    private static long alarms(List<List<Bucket>> all, Supplier<Detector> fresh) {
        long alarms = 0;
        for (List<Bucket> series : all) {
            Detector detector = fresh.get();
            for (Bucket bucket : series) {
                alarms += detector.step(bucket).p() < LIMIT ? 1 : 0;
            }
        }
        return alarms;
    }

    private static long alarms(List<List<Bucket>> all) {
        long alarms = 0;
        for (List<Bucket> series : all) {
            double mean = 1;
            for (Bucket bucket : series) {
                alarms += NegativeBinomial.midP(bucket.count(), mean, 1) < LIMIT ? 1 : 0;
                mean += 0.05 * (bucket.count() - mean);
            }
        }
        return alarms;
    }

    /** Counts with a level of 0.5 to 20 a bucket, more at its beginning of the week, and a burst now and then. */
    private static List<Bucket> series(int seed, int step, int length) {
        Random random = new Random(seed);
        double level = 0.5 * Math.pow(40, random.nextDouble());
        List<Bucket> buckets = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            double mean = level * (step == 1 && i % WEEK > 4 ? 0.5 : 1) * (random.nextInt(100) == 0 ? 4 : 1);
            double product = random.nextDouble();
            long count = 0;
            for (double limit = Math.exp(-mean); product > limit; count++) {
                product *= random.nextDouble();
            }
            buckets.add(Bucket.complete(FIRST_DAY + (long) i * step, count));
        }
        return buckets;
    }

    private static void print(String name, double rounds, int length) {
        System.out.printf("%-24s %10.0f buckets/s%n", name, rounds * SERIES * length);
    }
}
