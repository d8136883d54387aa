package org.tallywire.aggregate.spike;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DetectorTest {
    private static final long MONDAY = 20_000 - 20_000 % 7 + 4;

    /** Counts around a mean that knows weekdays, from a fixed seed. */
    private static long[] counts(int days, double mean, long seed) {
        Random random = new Random(seed);
        double[] weekdays = {1.2, 1.1, 1, 1, 0.9, 0.5, 0.4};
        return java.util.stream.IntStream.range(0, days)
                .mapToLong(day -> {
                    double limit = Math.exp(-mean * weekdays[day % 7]);
                    long count = -1;
                    for (double product = 1; product > limit; count++) {
                        product *= random.nextDouble();
                    }
                    return count;
                })
                .toArray();
    }

    private static List<Judgement> judge(Detector detector, long[] counts) {
        List<Judgement> judgements = new ArrayList<>();
        for (int t = 0; t < counts.length; t++) {
            judgements.add(detector.step(Bucket.complete(MONDAY + t, counts[t])));
        }
        return judgements;
    }

    @Test
    void whatIsSaidOfABucketDoesNotDependOnLaterOnes() {
        long[] counts = counts(300, 6, 1);
        List<Judgement> all = judge(Detector.daily(OpenDays.ALWAYS), counts);
        long[] other = counts.clone();
        Arrays.fill(other, 200, 300, 77);
        assertEquals(
                all.subList(0, 200),
                judge(Detector.daily(OpenDays.ALWAYS), other).subList(0, 200));
    }

    @Test
    void aRestartAtEveryBucketChangesNothing() {
        long[] counts = counts(200, 3, 2);
        List<Judgement> all = judge(Detector.daily(OpenDays.WORKDAYS), counts);
        Detector detector = Detector.daily(OpenDays.WORKDAYS);
        for (int t = 0; t < counts.length; t++) {
            detector = Detector.fromBytes(detector.toBytes());
            assertEquals(all.get(t), detector.step(Bucket.complete(MONDAY + t, counts[t])), "bucket " + t);
        }
        Detector copy = detector.copy();
        assertArrayEquals(detector.toBytes(), copy.toBytes());
        copy.step(Bucket.complete(MONDAY + 200, 3));
        assertEquals(MONDAY + 200, detector.nextDay().orElseThrow(), "a copy goes its own way");
    }

    @Test
    void stateStaysSmall() {
        assertTrue(Detector.daily(OpenDays.ALWAYS).toBytes().length <= 2560);
        assertTrue(Detector.weekly().toBytes().length <= 2560);
    }

    @Test
    void usualCountsAreUsualAndATripledOneIsNot() {
        long[] counts = counts(400, 20, 3);
        counts[390] = 75;
        List<Judgement> all = judge(Detector.daily(OpenDays.ALWAYS), counts);
        assertTrue(all.get(390).p() < 1e-6, () -> "p " + all.get(390));
        long alarms = all.subList(100, 390).stream().filter(j -> j.p() < 0.01).count();
        assertTrue(alarms <= 9, () -> alarms + " of 290 usual days below 0.01");
    }

    @Test
    void aUsualDayAfterASpikeIsNoSpike() {
        long[] counts = counts(400, 20, 3);
        counts[390] = 75;
        counts[391] = 8; // a Sunday, mean 8
        assertTrue(judge(Detector.daily(OpenDays.ALWAYS), counts).get(391).p() > 0.1);
    }

    @Test
    void weekdaysAreKnown() {
        List<Judgement> all = judge(Detector.daily(OpenDays.ALWAYS), counts(700, 20, 4));
        double monday = all.get(693).expected();
        double sunday = all.get(699).expected();
        assertTrue(monday > 2 * sunday, () -> monday + " on Monday, " + sunday + " on Sunday");
    }

    @Test
    void aPartIsTestedAgainstAPartAndTeachesNothing() {
        Detector detector = Detector.daily(OpenDays.ALWAYS);
        judge(detector, counts(280, 20, 5));
        Judgement whole = detector.copy().step(Bucket.complete(MONDAY + 280, 30));
        Judgement third = detector.copy().step(Bucket.partial(MONDAY + 280, 30, 1 / 3.0, 0.01));
        assertTrue(third.p() < whole.p() / 10, () -> third + " against " + whole);
        assertEquals(whole.expected() / 3, third.expected(), 1e-9);
        assertEquals(whole.p1(), third.whole(), 1e-12);
    }

    @Test
    void aGapIsOwedAndADoubledDayAfterItIsACatchUp() {
        Detector detector = Detector.daily(OpenDays.ALWAYS);
        judge(detector, counts(280, 20, 6));
        for (int i = 0; i < 3; i++) {
            assertEquals(
                    Label.MISSING,
                    detector.step(Bucket.missing(MONDAY + 280 + i)).label());
        }
        assertEquals(
                Label.BACKFILL, detector.step(Bucket.complete(MONDAY + 283, 80)).label());
        assertEquals(
                Label.NONE, detector.step(Bucket.complete(MONDAY + 284, 12)).label());
    }

    @Test
    void aSilentFeedIsNoticedWithinThreeDaysAtTwentyADay() {
        Detector detector = Detector.daily(OpenDays.ALWAYS);
        judge(detector, counts(280, 20, 7));
        List<Label> labels = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            labels.add(detector.step(Bucket.complete(MONDAY + 280 + i, 0)).label());
        }
        assertTrue(labels.contains(Label.SILENT), labels::toString);
    }

    @Test
    void aLeftOutBucketIsAMistakeOfTheCaller() {
        Detector detector = Detector.weekly();
        detector.step(Bucket.complete(MONDAY, 1));
        assertThrows(IllegalArgumentException.class, () -> detector.step(Bucket.complete(MONDAY + 14, 1)));
    }

    @Test
    void aReportingTriangleLearnsWhatIsUsuallyIn() {
        Reporting reporting = new Reporting(3);
        assertEquals(1, reporting.share(0), 1e-12, "nothing known: everything is taken to be in");
        for (int i = 0; i < 200; i++) {
            reporting.settle(new long[] {5, 3, 2, 0});
        }
        assertEquals(0.5, reporting.share(0), 0.01);
        assertEquals(0.8, reporting.share(1), 0.01);
        assertEquals(1, reporting.share(9), 1e-12);
        assertArrayEquals(
                reporting.toBytes(), Reporting.fromBytes(reporting.toBytes()).toBytes());
    }
}
