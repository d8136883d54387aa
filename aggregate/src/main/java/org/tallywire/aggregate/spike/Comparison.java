package org.tallywire.aggregate.spike;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** The table of a backtest of several rules: how much each judged and alerted, and in how many runs of alerts. */
final class Comparison {
    private Comparison() {}

    /** Prints a row per rule, aligned; gives the alerts of the first rule. */
    static int print(List<Backtest.Scored> all, List<Rule> rules, Appendable out) throws IOException {
        out.append(String.format(
                Locale.ROOT,
                "%-24s %8s %8s %8s %9s %9s %9s\n",
                "rule",
                "judged",
                "alerts",
                "episodes",
                "share",
                "p<.01",
                "p<.001"));
        int first = -1;
        for (Rule rule : rules) {
            Tally tally = new Tally();
            all.stream().filter(scored -> scored.rule().equals(rule.name())).forEach(tally::add);
            first = first < 0 ? tally.alerts : first;
            out.append(tally.row(rule.name()));
        }
        return first;
    }

    private static final class Tally {
        private int judged;
        private int alerts;
        private int episodes;
        private int hundredth;
        private int thousandth;

        void add(Backtest.Scored scored) {
            boolean before = false;
            for (Rule.Finding finding : scored.findings()) {
                judged += Double.isNaN(finding.p()) ? 0 : 1;
                hundredth += finding.p() < 0.01 ? 1 : 0;
                thousandth += finding.p() < 0.001 ? 1 : 0;
                alerts += finding.alert() ? 1 : 0;
                episodes += finding.alert() && !before ? 1 : 0;
                before = finding.alert();
            }
        }

        String row(String name) {
            return String.format(
                    Locale.ROOT,
                    "%-24s %8d %8d %8d %9s %9s %9s\n",
                    name,
                    judged,
                    alerts,
                    episodes,
                    share(alerts),
                    share(hundredth),
                    share(thousandth));
        }

        private String share(int part) {
            return judged == 0 ? "-" : String.format(Locale.ROOT, "%.4f", part / (double) judged);
        }
    }
}
