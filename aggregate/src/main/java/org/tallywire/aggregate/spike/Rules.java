package org.tallywire.aggregate.spike;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Every rule by its name, ours first. */
public final class Rules {
    /** Name of our detector. */
    public static final String OURS = "spike";

    private static final int EARS_BASELINE = 7;
    private static final double EARS_SIGMA = 0.5;

    private Rules() {}

    /** All rules for daily or weekly buckets of a calendar; {@code alpha} is the limit of ours. */
    public static List<Rule> all(boolean weekly, OpenDays calendar, double alpha) {
        List<Rule> rules = new ArrayList<>();
        WatchRule gate = weekly ? WatchRule.weekly(OURS, 0) : WatchRule.daily(OURS, calendar, 0);
        rules.add(new DetectorRule(gate.alpha(alpha)));
        for (Ears.Kind kind : Ears.Kind.values()) {
            rules.add(new Ears(kind, EARS_BASELINE, EARS_SIGMA));
        }
        if (weekly) {
            Arrays.stream(Farrington.Variant.values())
                    .map(variant -> new Farrington(variant, 3, 5))
                    .forEach(rules::add);
        }
        rules.add(new PoissonRule());
        rules.add(new RatioRule());
        return List.copyOf(rules);
    }

    /** The rule of a name. */
    public static Optional<Rule> named(String name, boolean weekly, OpenDays calendar, double alpha) {
        return all(weekly, calendar, alpha).stream()
                .filter(rule -> rule.name().equals(name))
                .findFirst();
    }
}
