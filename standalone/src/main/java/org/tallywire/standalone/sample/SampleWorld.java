package org.tallywire.standalone.sample;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Everything that the sample world will ever show, fixed by its seed and the instant at which it began; what stands in it
 * at a time is told by the clock alone, so that a restart finds the same world.
 */
public final class SampleWorld {
    private static final Duration WATCHED = Duration.ofMinutes(60);
    private static final Duration CORRECTION = Duration.ofSeconds(30);
    private static final Duration SPIKE = Duration.ofSeconds(20);
    private static final int SPIKE_CASES = 40;
    /** From then on the fourth feed answers with an error. */
    static final Duration DEATH = Duration.ofSeconds(25);

    private final Instant epoch;
    private final SampleArticles articles;
    private final List<SampleCase> csv;
    private final List<SampleCase> military;
    private final List<SampleCase> federal;

    /**
     * Makes it.
     *
     * @param epoch when it begins to be watched; its history lies before
     */
    public SampleWorld(long seed, Instant epoch) {
        this.epoch = epoch;
        this.articles = SampleArticles.history(seed, epoch)
                .trickle(Duration.ofSeconds(40), WATCHED)
                .correction(CORRECTION);
        this.csv = SampleCases.register(seed + 1, epoch, 3.2)
                .burst(SPIKE, SPIKE_CASES, "337/5")
                .trickle(Duration.ofSeconds(45), WATCHED)
                .correction(CORRECTION)
                .all();
        this.military = SampleCases.register(seed + 2, epoch, 0.8)
                .trickle(Duration.ofSeconds(90), WATCHED)
                .all();
        this.federal = SampleCases.register(seed + 3, epoch, 2.0)
                .trickle(Duration.ofSeconds(5), WATCHED)
                .all();
    }

    /** When it began to be watched. */
    public Instant epoch() {
        return epoch;
    }

    List<SampleArticle> articles(SampleOutlet outlet) {
        return articles.of(outlet);
    }

    List<SampleCase> csv() {
        return csv;
    }

    List<SampleCase> military() {
        return military;
    }

    List<SampleCase> federal() {
        return federal;
    }
}
