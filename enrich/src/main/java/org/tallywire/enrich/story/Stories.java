package org.tallywire.enrich.story;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Places documents in groups of copies. The leader of a group is the document that came first. A document that links two groups
 * joins them: all remembered documents of the younger one move under the older leader. Decisions depend on the store and the
 * document alone, never on the clock, so a replay in the same order gives the same groups; ties go to the smaller id.
 *
 * <p>A candidate shares a band of the signature and is a copy if
 *
 * <pre>
 *   similarity &gt;= .5, or, for unequal lengths, containment &gt;= .7 with 60 words in the shorter one;
 *   similarity &gt;= .9 on the same outlet: anything less is a template page or a revision;
 *   a text under 60 words: the same title within two days on another outlet.
 * </pre>
 *
 * Containment is estimated from the similarity s and the shingles a, b of both texts: s (a + b) / (1 + s) / min(a, b).
 */
public final class Stories {
    /** Documents further apart than this are not compared, and older ones are forgotten. */
    public static final int HORIZON_DAYS = 7;

    private static final int BUCKET = 20;
    private static final int TITLE_DAYS = 2;
    private static final double COPY = .5;
    private static final double CONTAINED = .7;
    private static final double SAME_OUTLET = .9;
    private static final double SAME_GROUP = .3;

    private final StoryStore store;

    /** Groups kept in this store. */
    public Stories(StoryStore store) {
        this.store = store;
    }

    /**
     * The group of a document, new or revised.
     *
     * @param leader id of its first document
     * @param moved ids of earlier documents that bear this leader from now on: the document showed that theirs is the same group
     */
    public record Placed(String leader, List<String> moved) {}

    /** Places a document and remembers it; a revision keeps its group unless it hardly resembles it any more. */
    public Placed place(StoryDocument document) {
        StoryDocument before = store.document(document.id());
        if (before != null) {
            unlist(before);
            if (before.signature().similarity(document.signature()) >= SAME_GROUP) {
                list(document.placed(before.order(), before.leader()));
                return new Placed(before.leader(), List.of());
            }
        }
        List<StoryDocument> leaders = leaders(document);
        long order = before == null ? store.nextOrder() : before.order();
        String leader = leaders.isEmpty() ? document.id() : leaders.getFirst().leader();
        List<String> moved = join(leaders, leader);
        list(document.placed(order, leader));
        return new Placed(leader, moved);
    }

    /** Takes a withdrawn document out of the comparison; its group keeps its id. */
    public void withdraw(String id) {
        StoryDocument document = store.document(id);
        if (document != null) {
            unlist(document);
            store.remove(id);
        }
    }

    /** Goes on to an event day: what lies before its horizon is forgotten. An earlier day than the one reached changes nothing. */
    public void advance(LocalDate day) {
        if (day.isAfter(store.day())) {
            store.putDay(day);
            store.before(day.minusDays(HORIZON_DAYS)).forEach(this::withdraw);
        }
    }

    /** One copy of each group found, the oldest first. */
    private List<StoryDocument> leaders(StoryDocument document) {
        Set<String> seen = new LinkedHashSet<>();
        for (String key : document.buckets()) {
            seen.addAll(store.bucket(key));
        }
        seen.remove(document.id());
        List<StoryDocument> copies = new ArrayList<>();
        for (String id : seen) {
            StoryDocument other = store.document(id);
            if (other != null && copies(document, other)) {
                copies.add(other.placed(order(other), other.leader()));
            }
        }
        copies.sort(Comparator.comparingLong(StoryDocument::order).thenComparing(StoryDocument::leader));
        return copies;
    }

    /** When the leader of a document came; of a forgotten leader, when the document did. */
    private long order(StoryDocument member) {
        StoryDocument first = store.document(member.leader());
        return first == null ? member.order() : first.order();
    }

    /** Moves the groups of younger leaders under this one; gives the documents moved. */
    private List<String> join(List<StoryDocument> copies, String leader) {
        Set<String> younger = new LinkedHashSet<>();
        copies.forEach(copy -> younger.add(copy.leader()));
        younger.remove(leader);
        List<String> moved = new ArrayList<>();
        for (String other : younger) {
            for (String id : store.members(other)) {
                StoryDocument member = store.document(id);
                if (member != null) {
                    store.put(member.placed(member.order(), leader));
                    moved.add(id);
                }
            }
        }
        return moved;
    }

    private static boolean copies(StoryDocument document, StoryDocument other) {
        long days = Math.abs(ChronoUnit.DAYS.between(document.day(), other.day()));
        boolean sameOutlet = document.outlet().equals(other.outlet());
        if (document.words() < StoryDocument.SHORT || other.words() < StoryDocument.SHORT) {
            return document.title() == other.title() && days <= TITLE_DAYS && !sameOutlet;
        }
        double similarity = document.signature().similarity(other.signature());
        if (sameOutlet) {
            return similarity >= SAME_OUTLET && days <= HORIZON_DAYS;
        }
        return days <= HORIZON_DAYS && (similarity >= COPY || containment(document, other, similarity) >= CONTAINED);
    }

    private static double containment(StoryDocument document, StoryDocument other, double similarity) {
        int both = document.shingles() + other.shingles();
        return similarity * both / (1 + similarity) / Math.min(document.shingles(), other.shingles());
    }

    private void list(StoryDocument document) {
        store.put(document);
        for (String key : document.buckets()) {
            List<String> ids = store.bucket(key);
            if (ids.size() < BUCKET && !ids.contains(document.id())) {
                List<String> grown = new ArrayList<>(ids);
                grown.add(document.id());
                store.putBucket(key, grown);
            }
        }
    }

    private void unlist(StoryDocument document) {
        for (String key : document.buckets()) {
            List<String> ids = store.bucket(key);
            if (ids.contains(document.id())) {
                store.putBucket(
                        key,
                        ids.stream().filter(id -> !id.equals(document.id())).toList());
            }
        }
    }
}
