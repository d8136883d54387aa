package org.tallywire.aggregate.count;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tallywire.aggregate.series.Feed;
import org.tallywire.aggregate.series.Field;
import org.tallywire.aggregate.series.Item;
import org.tallywire.aggregate.series.Series;
import org.tallywire.aggregate.series.SeriesId;
import org.tallywire.aggregate.series.Watch;
import org.tallywire.avro.ClaimMention;
import org.tallywire.avro.Contribution;
import org.tallywire.avro.Contributions;
import org.tallywire.avro.Entities;
import org.tallywire.avro.Evidence;
import org.tallywire.avro.Mode;

/**
 * What one document adds to which series. A document counts once per series id, however many of its charges, mentions or claims lead
 * there; only series of defendants or charges take more than one.
 */
public final class Contribute {
    /** Quotes are for people: a long one is cut. */
    private static final int QUOTE = 500;

    private final List<Series> series;

    public Contribute(List<Series> series) {
        this.series = List.copyOf(series);
    }

    /**
     * All contributions of the document, sorted by series id; no items when no series takes it.
     *
     * @param before as last counted; a document that came in by backfill stays history when it is revised
     * @param again true: this very version was counted before, so whatever it adds now is history to a new series
     */
    public Contributions of(Entities document, @Nullable Contributions before, boolean again) {
        Map<String, Contribution> items = new TreeMap<>();
        for (Series one : series) {
            for (Item item : one.kind().items(document)) {
                add(one, item, items);
            }
            broader(one, items);
        }
        return Contributions.newBuilder()
                .setDocumentId(document.getDocumentId())
                .setSourceId(document.getSourceId())
                .setMode(before == null ? document.getMode() : before.getMode())
                .setEvidence(evidence(document))
                .setItems(moded(items.values(), before, again))
                .build();
    }

    /** A contribution keeps the mode in which it was counted first. */
    private static List<Contribution> moded(
            Collection<Contribution> items, @Nullable Contributions before, boolean again) {
        Map<String, Contribution> known = new HashMap<>();
        if (before != null) {
            before.getItems().forEach(item -> known.put(item.getSeries(), item));
        }
        Mode late = again ? Mode.BACKFILL : Mode.UNKNOWN;
        return items.stream()
                .map(item -> {
                    Contribution was = known.getOrDefault(item.getSeries(), item);
                    boolean same =
                            known.containsKey(item.getSeries()) && item.getDay().equals(was.getDay());
                    return Contribution.newBuilder(item)
                            .setMode(same ? was.getMode() : late)
                            .build();
                })
                .toList();
    }

    private static void add(Series series, Item item, Map<String, Contribution> items) {
        @Nullable LocalDate day = day(series, item);
        if (day == null) {
            return;
        }
        for (List<Field> split : series.splits()) {
            labels(split, item).forEach(labels -> {
                String id = SeriesId.of(series.name(), labels);
                long amount = series.counts().of(item, labels);
                if (amount > 0) {
                    items.putIfAbsent(
                            id, new Contribution(id, series.name(), labels, day, amount, Mode.UNKNOWN, List.of()));
                }
            });
        }
    }

    /** Notes with each watched line the broader ones, so that a burst that several lines see can be told once. */
    private static void broader(Series series, Map<String, Contribution> items) {
        @Nullable Watch watch = series.watch();
        if (watch == null) {
            return;
        }
        List<Contribution> own = items.values().stream()
                .filter(item -> item.getName().equals(series.name()) && watch.watches(item.getLabels()))
                .toList();
        for (Contribution item : own) {
            List<String> broader = own.stream()
                    .filter(other -> other.getDay().equals(item.getDay()))
                    .filter(other -> watch.isBroader(other.getLabels(), item.getLabels()))
                    .map(Contribution::getSeries)
                    .toList();
            items.put(
                    item.getSeries(),
                    Contribution.newBuilder(item).setBroader(broader).build());
        }
    }

    private static @Nullable LocalDate day(Series series, Item item) {
        for (Feed feed : series.feeds()) {
            LocalDate day = feed.takes(item) ? feed.day().of(item.document()) : null;
            if (day != null) {
                return day;
            }
        }
        return null;
    }

    /** Every combination of the item's values in the fields of the split. */
    private static Stream<Map<String, String>> labels(List<Field> split, Item item) {
        Stream<Map<String, String>> all = Stream.of(Map.of());
        for (Field field : split) {
            all = all.flatMap(labels -> field.values(item).stream().map(value -> with(labels, field, value)));
        }
        return all;
    }

    private static Map<String, String> with(Map<String, String> labels, Field field, String value) {
        Map<String, String> more = new TreeMap<>(labels);
        more.put(field.word(), value);
        return more;
    }

    private static Evidence evidence(Entities document) {
        String quote = document.getClaims().stream()
                .map(ClaimMention::getQuote)
                .findFirst()
                .orElse(document.getTitle());
        String cut = quote.length() <= QUOTE ? quote : quote.substring(0, QUOTE - 1) + "…";
        return new Evidence(document.getDocumentId(), document.getUrl(), cut);
    }
}
