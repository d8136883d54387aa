package org.tallywire.standalone.sample;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Makes the articles: each month of two years all three outlets carry the count of the same monitor (a syndicated claim),
 * and while the world is watched a further round comes in every so often. One article is corrected, one is withdrawn.
 */
final class SampleArticles {
    private static final int MONTHS = 24;

    private final Random random;
    private final Instant epoch;
    private final Map<SampleOutlet, List<SampleArticle>> articles = new EnumMap<>(SampleOutlet.class);
    private int total = 1_200;
    private int convicted = 950;

    private SampleArticles(long seed, Instant epoch) {
        this.random = new Random(seed);
        this.epoch = epoch;
        for (SampleOutlet outlet : SampleOutlet.values()) {
            articles.put(outlet, new ArrayList<>());
        }
    }

    /** Two years of monthly counts. */
    static SampleArticles history(long seed, Instant epoch) {
        SampleArticles made = new SampleArticles(seed, epoch);
        LocalDate first =
                LocalDate.ofInstant(epoch, ZoneOffset.UTC).withDayOfMonth(1).minusMonths(MONTHS);
        for (int i = 0; i < MONTHS; i++) {
            LocalDate month = first.plusMonths(i);
            Instant published = month.plusMonths(1).atTime(LocalTime.of(9, 0)).toInstant(ZoneOffset.UTC);
            if (published.isBefore(epoch)) {
                made.carry(month, published, epoch);
            }
        }
        return made;
    }

    /** A new round every so often; each counts the running month once more, so that a later figure supersedes. */
    SampleArticles trickle(Duration every, Duration until) {
        LocalDate month = LocalDate.ofInstant(epoch, ZoneOffset.UTC).withDayOfMonth(1);
        for (Duration at = every; at.compareTo(until) <= 0; at = at.plus(every)) {
            carry(month, epoch.plus(at), epoch.plus(at));
        }
        return this;
    }

    /** The first outlet corrects its last article of the past; the third withdraws its own. */
    SampleArticles correction(Duration at) {
        List<SampleArticle> english = list(SampleOutlet.COURIER);
        int last = lastOfThePast(english);
        SampleArticle wrong = english.get(last);
        String right = wrong.paragraphs().replaceFirst("received ([0-9,]+) criminal", "received 1$1 criminal");
        english.set(last, wrong.revisedAt(epoch.plus(at), right));
        List<SampleArticle> ukrainian = list(SampleOutlet.VISNYK);
        int gone = lastOfThePast(ukrainian);
        ukrainian.set(gone, ukrainian.get(gone).withdrawnAt(epoch.plus(at)));
        return this;
    }

    /** Articles of an outlet in order of appearance. */
    List<SampleArticle> of(SampleOutlet outlet) {
        return List.copyOf(list(outlet));
    }

    private List<SampleArticle> list(SampleOutlet outlet) {
        return articles.computeIfAbsent(outlet, o -> new ArrayList<>());
    }

    private int lastOfThePast(List<SampleArticle> list) {
        return (int) list.stream().filter(a -> !a.appears().isAfter(epoch)).count() - 1;
    }

    private void carry(LocalDate month, Instant published, Instant appears) {
        int filed = 180 + random.nextInt(240);
        total += filed;
        convicted += filed * 4 / 5;
        for (SampleOutlet outlet : SampleOutlet.values()) {
            List<SampleArticle> list = list(outlet);
            list.add(new SampleArticle(
                    outlet.id,
                    list.size() + 1,
                    outlet.title(month, filed),
                    outlet.body(month, filed, total, convicted),
                    published.plusSeconds(600L * outlet.ordinal()),
                    appears,
                    null,
                    "",
                    null));
        }
    }
}
