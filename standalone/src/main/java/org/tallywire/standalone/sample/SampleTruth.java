package org.tallywire.standalone.sample;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.tallywire.avro.DocumentKind;
import org.tallywire.avro.Entities;
import org.tallywire.avro.Instance;
import org.tallywire.avro.RecordKind;
import org.tallywire.avro.StatuteMention;
import org.tallywire.schemas.StatuteKey;

/** What the sample world shows at a time, counted straight from it: the yardstick for what the pipeline counts. */
public final class SampleTruth {
    private final SampleWorld world;

    public SampleTruth(SampleWorld world) {
        this.world = world;
    }

    /** Cases of the registers that name charges, by {@code statute|day}; a part counts for its article too. */
    public Map<String, Long> filedByStatuteAndDay(Instant now) {
        Map<String, Long> counts = new TreeMap<>();
        for (List<SampleCase> register : List.of(world.csv(), world.military())) {
            register.stream()
                    .filter(c -> c.listed(now) && !c.isWithdrawn(now))
                    .forEach(c -> count(counts, keys(c.chargesAt(now)), c.filed()));
        }
        return counts;
    }

    /** The same, recounted from entities. */
    public static Map<String, Long> filedByStatuteAndDay(Collection<Entities> documents) {
        Map<String, Long> counts = new TreeMap<>();
        documents.stream()
                .filter(e -> e.getRecordKind() == RecordKind.CASE && e.getFiled() != null)
                .filter(e -> e.getInstance() == Instance.FIRST || e.getInstance() == Instance.UNKNOWN)
                .forEach(e -> count(
                        counts,
                        e.getStatutes().stream().map(StatuteMention::getKey).toList(),
                        e.getFiled()));
        return counts;
    }

    /** Addresses of the articles that are listed. */
    public Set<String> listedArticles(Instant now) {
        return java.util.Arrays.stream(SampleOutlet.values())
                .flatMap(o -> world.articles(o).stream())
                .filter(a -> a.listed(now))
                .map(SampleArticle::path)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Addresses of the articles among documents, those of the feed that dies left out. */
    public static Set<String> articles(Collection<Entities> documents) {
        return documents.stream()
                .filter(e ->
                        e.getKind() == DocumentKind.ARTICLE && !e.getSourceId().equals("sample-dying"))
                .map(e -> java.net.URI.create(e.getUrl()).getPath())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The day on which the world began to be watched. */
    public LocalDate today() {
        return LocalDate.ofInstant(world.epoch(), ZoneOffset.UTC);
    }

    private static List<String> keys(List<String> charges) {
        return charges.stream().map(c -> "ru/uk/a" + c.replace("/", "/p")).toList();
    }

    private static void count(Map<String, Long> counts, List<String> statutes, LocalDate day) {
        statutes.stream()
                .flatMap(s -> new StatuteKey(s).rollUp().stream())
                .map(StatuteKey::key)
                .distinct()
                .forEach(s -> counts.merge(s + "|" + day, 1L, Long::sum));
    }
}
