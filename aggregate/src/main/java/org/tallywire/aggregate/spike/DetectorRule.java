package org.tallywire.aggregate.spike;

import java.util.ArrayList;
import java.util.List;

/**
 * Our detector as a rule: alerts on p, behind the default gate. Daily buckets without a calendar show their closed weekdays after some
 * weeks; then the detector learns them anew from what it has seen.
 */
public final class DetectorRule implements Rule {
    private static final int WEEK = 7;

    private final WatchRule gate;

    /** @param gate limit for p, least excess and history */
    public DetectorRule(WatchRule gate) {
        this.gate = gate;
    }

    @Override
    public String name() {
        return gate.name();
    }

    @Override
    public List<Finding> judge(List<Bucket> buckets) {
        boolean guess = !gate.weekly() && gate.calendar().equals(OpenDays.ALWAYS);
        OpenDays calendar = gate.calendar();
        Detector detector = gate.detector();
        List<Finding> findings = new ArrayList<>(buckets.size());
        int seen = 0;
        for (int t = 0; t < buckets.size(); t++) {
            OpenDays now = guess && t % WEEK == 0 ? ClosedWeekdays.calendar(buckets.subList(0, t)) : calendar;
            if (!now.equals(calendar)) {
                calendar = now;
                detector = relearn(buckets.subList(0, t), calendar);
            }
            Bucket bucket = within(buckets.get(t), calendar);
            Judgement judgement = detector.step(bucket);
            boolean alert = judgement.p() <= gate.alpha()
                    && judgement.label() == Label.NONE
                    && gate.refusal(judgement, bucket.count(), seen).isEmpty();
            findings.add(new Finding(judgement.expected(), judgement.upper(), judgement.p(), alert));
            seen += bucket.tested() && judgement.label() != Label.SILENT ? 1 : 0;
        }
        return findings;
    }

    private static Detector relearn(List<Bucket> before, OpenDays calendar) {
        Detector detector = Detector.daily(calendar);
        before.forEach(bucket -> detector.step(within(bucket, calendar)));
        return detector;
    }

    private static Bucket within(Bucket bucket, OpenDays calendar) {
        boolean closed =
                bucket.state() == Bucket.State.COMPLETE && bucket.count() == 0 && !calendar.isOpen(bucket.date());
        return closed ? Bucket.closed(bucket.day(), 0) : bucket;
    }
}
