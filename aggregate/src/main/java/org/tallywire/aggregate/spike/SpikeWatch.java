package org.tallywire.aggregate.spike;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Watches one series under one rule: takes newly settled buckets into the model, tests the open ones against it, and says which alerts are
 * new or have changed. The open buckets are judged anew from the settled state each time, so a correction among them is exact: it may
 * raise, worsen or take back an alert. The same tick twice changes nothing.
 */
public final class SpikeWatch {
    private final WatchRule rule;

    public SpikeWatch(WatchRule rule) {
        this.rule = rule;
    }

    /**
     * What an evaluation gives.
     *
     * @param state to keep for the next one
     * @param alerts alerts that are new or have changed, oldest first
     * @param standing the others that are not over, with the figures of now
     * @param p of the newest bucket that is over and was tested, for {@link BenjaminiHochberg}; 1 if there is none
     * @param silent true if that bucket belongs to an incredible run of zeros
     * @param seen false if nobody could look at that bucket, or there is none
     * @param expected mean of that bucket
     */
    public record Verdict(
            WatchState state,
            List<SpikeAlert> alerts,
            List<SpikeAlert> standing,
            double p,
            boolean silent,
            boolean seen,
            double expected) {}

    /** State of a series whose source was first seen on a day. */
    public WatchState start(LocalDate seen) {
        return new WatchState(new Line(rule.detector()), List.of(), Buckets.first(rule, seen), Long.MIN_VALUE);
    }

    /** Evaluates a series at a tick; the state given in is left as it is. */
    public Verdict evaluate(WatchState before, Tick tick) {
        Buckets buckets = new Buckets(rule, tick);
        Openings openings = new Openings(rule, tick, before);
        Changes changes = new Changes(rule, tick, openings);
        Line settled = before.settled().copy();
        List<Raised> standing = changes.revise(before, settled);
        Newest newest = new Newest();
        long day = before.nextDay();
        for (; buckets.settled(day); day += rule.step()) {
            newest.take(settled.step(buckets.at(day), rule, openings), true);
        }
        List<Episode> episodes = new ArrayList<>(settled.ended());
        Line open = settled.copy();
        for (; buckets.begun(day); day += rule.step()) {
            Judgement judgement = open.step(buckets.at(day), rule, openings);
            if (!buckets.running(day)) {
                newest.take(judgement, tick.completeness().known());
            }
        }
        episodes.addAll(open.ended());
        open.lasting().ifPresent(episodes::add);
        List<Raised> raised = changes.compare(standing, episodes, before.nextDay());
        WatchState after = new WatchState(settled.copy(), raised, before.first(), openings.quietUntil());
        return new Verdict(
                after, changes.alerts(), changes.standing(), newest.p, newest.silent, newest.seen, newest.expected);
    }

    /** The judgement of the newest bucket that is over; that it is empty says nothing before it is settled while nobody knows how late items come. */
    private static final class Newest {
        private double p = 1;
        private boolean silent;
        private boolean seen;
        private double expected;

        void take(Judgement judgement, boolean sure) {
            if (judgement.label() == Label.SILENT && !sure) {
                return;
            }
            p = judgement.label() == Label.NONE ? judgement.p() : 1;
            silent = judgement.label() == Label.SILENT;
            seen = silent || judgement.label() == Label.NONE;
            expected = judgement.expected();
        }
    }
}
