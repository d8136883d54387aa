package org.tallywire.aggregate.spike;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Our detector as a rule: alerts on p, behind the default gate. */
public final class DetectorRule implements Rule {
    private final Supplier<Detector> detectors;
    private final WatchRule gate;

    /** @param gate limit for p, least excess and history */
    public DetectorRule(WatchRule gate) {
        this(gate::detector, gate);
    }

    DetectorRule(Supplier<Detector> detectors, WatchRule gate) {
        this.detectors = detectors;
        this.gate = gate;
    }

    @Override
    public String name() {
        return gate.name();
    }

    @Override
    public List<Finding> judge(List<Bucket> buckets) {
        Detector detector = detectors.get();
        List<Finding> findings = new ArrayList<>(buckets.size());
        int seen = 0;
        for (Bucket bucket : buckets) {
            Judgement judgement = detector.step(bucket);
            boolean alert = judgement.p() <= gate.alpha()
                    && judgement.label() == Label.NONE
                    && gate.refusal(judgement, bucket.count(), seen).isEmpty();
            findings.add(new Finding(judgement.expected(), judgement.upper(), judgement.p(), alert));
            seen += bucket.tested() && judgement.label() != Label.SILENT ? 1 : 0;
        }
        return findings;
    }
}
