package org.tallywire.ingest.poll;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.Article;
import org.tallywire.avro.Failure;
import org.tallywire.avro.ItemMemory;
import org.tallywire.avro.Listing;
import org.tallywire.avro.Mode;
import org.tallywire.avro.Source;
import org.tallywire.avro.SourceState;
import org.tallywire.ingest.poll.Revision.Change;
import org.tallywire.ingest.read.FeedFacts;
import org.tallywire.ingest.read.FeedItem;
import org.tallywire.ingest.read.Reading;
import org.tallywire.ingest.read.UrlKey;
import org.tallywire.ingest.read.Zones;

/** One poll of a feed on the desk: its items, what they were before, and the articles they make. */
final class NewsSheet {
    private static final int MOST_ITEMS = 2_000;
    private static final int FEW = 4;

    /** Pages of one poll; items beyond wait for the next poll, which follows at once. */
    private static final int MOST_PAGES = 10;

    private final NewsDesk.Content content;
    private final PageDesk pageDesk;
    private final SourceState state;
    private final Polled<FeedItem> polled;
    private final Memory memory;
    private final Instant now;
    private final Intake.Counts counts = new Intake.Counts();
    private final Map<String, @Nullable Article> written = new LinkedHashMap<>();
    private final List<Failure> failures = new ArrayList<>();
    private final List<Instant> arrivals = new ArrayList<>();
    private final Guids.Named named;
    private final Identity.Resolved resolved;
    private int open;

    NewsSheet(
            NewsDesk.Content content,
            PageDesk pageDesk,
            SourceState state,
            Polled<FeedItem> polled,
            Memory memory,
            Instant now) {
        this.content = content;
        this.pageDesk = pageDesk;
        this.state = state;
        this.polled = polled;
        this.memory = memory;
        this.now = now;
        List<FeedItem> all = polled.entries();
        List<FeedItem> kept = all.size() > MOST_ITEMS ? all.subList(0, MOST_ITEMS) : all;
        named = Guids.name(kept, state.getGuidUnreliable(), own(state.getSource()));
        resolved = Identity.resolve(state.getSource().getId(), named.items(), memory);
    }

    /** Items by link whose page must be fetched before they can be written. */
    Map<String, FeedItem> pages() {
        Map<String, FeedItem> pages = new LinkedHashMap<>();
        for (int i = 0; i < named.items().size() && pages.size() < MOST_PAGES; i++) {
            Keyed keyed = named.items().get(i);
            String id = resolved.documents().get(i);
            Change change = Revision.of(id, keyed, memory.item(id), state.getBodyVolatile(), now)
                    .change();
            if ((change == Change.NEW || change == Change.UPDATED) && isTeaser(keyed.item())) {
                pages.put(keyed.item().link(), keyed.item());
            }
        }
        return pages;
    }

    private boolean isTeaser(FeedItem item) {
        boolean teaser = item.content().isBlank() || item.flags().contains("TEASER");
        return teaser && !item.deleted() && UrlKey.isWeb(item.link());
    }

    Intake<Article> intake() {
        count();
        Listing before = memory.listing();
        for (int i = 0; i < named.items().size(); i++) {
            revise(resolved.documents().get(i), named.items().get(i));
        }
        Listing listing = polled.complete() ? listing(before, resolved.documents()) : null;
        long changed = counts.map().getOrDefault("updated", 0L) + counts.map().getOrDefault("held", 0L);
        long old = changed + counts.map().getOrDefault("known", 0L);
        return new Intake<>(
                written,
                failures,
                counts.map(),
                arrivals,
                listing,
                listHash(named.items()),
                overrun(before, resolved.documents()),
                span(named.items()),
                facts(),
                resolved.guidsLie(),
                old >= FEW && changed * 2 > old,
                open);
    }

    private void count() {
        for (Reading<FeedItem> reading : polled.readings()) {
            failures.addAll(reading.failures());
            counts.add("failed", reading.failures().size());
            reading.dropped().forEach((why, n) -> counts.add("dropped." + why, n));
        }
        int listed = polled.entries().size();
        counts.add("listed", listed);
        counts.add("dropped.too_many", Math.max(0, listed - MOST_ITEMS));
        counts.add("dropped.duplicate", named.duplicates());
    }

    private Set<String> own(Source source) {
        Set<String> own =
                new HashSet<>(List.of(source.getUrl(), polled.first().exchange().url()));
        polled.readings().forEach(reading -> own.add(reading.feed().link()));
        return own;
    }

    private void revise(String documentId, Keyed keyed) {
        ItemMemory before = memory.item(documentId);
        if (keyed.item().deleted()) {
            withdraw(documentId, before);
            return;
        }
        Revision revision = Revision.of(documentId, keyed, before, state.getBodyVolatile(), now);
        boolean writes = revision.change() == Change.NEW || revision.change() == Change.UPDATED;
        if (writes && waitsForPage(keyed.item())) {
            open++;
            return;
        }
        if (!revision.memory().equals(before)) {
            memory.put(revision.memory());
        }
        counts.add(revision.change().name().toLowerCase(Locale.ROOT), 1);
        if (writes) {
            Article article = article(keyed, revision);
            written.put(documentId, article);
            PageRead page = polled.articles().get(keyed.item().link());
            if (page != null) {
                pageDesk.plan(state, keyed.item().link(), article, page.validators(), memory, now);
            }
        }
        if (revision.change() == Change.NEW) {
            Instant published = keyed.item().published();
            arrivals.add(published == null ? now : published);
        }
    }

    private boolean waitsForPage(FeedItem item) {
        return state.getSource().getFullText()
                && isTeaser(item)
                && !polled.pagesAsked().contains(item.link());
    }

    private void withdraw(String documentId, @Nullable ItemMemory before) {
        Revision gone = Revision.gone(before, now);
        if (gone != null) {
            memory.put(gone.memory());
            written.put(documentId, null);
            counts.add("gone", 1);
        }
    }

    /** What is listed now; what vanished and is confirmed is withdrawn. */
    private Listing listing(@Nullable Listing before, List<String> documents) {
        Withdrawal.Verdict verdict = Withdrawal.of(state.getSource()).judge(before, documents, polled, memory);
        verdict.gone().forEach(id -> withdraw(id, memory.item(id)));
        return verdict.listing();
    }

    private Article article(Keyed keyed, Revision revision) {
        Source source = state.getSource();
        ItemMemory known = revision.memory();
        Instant firstSeen = Objects.requireNonNullElse(known.getFirstSeen(), now);
        PageRead fromPage = polled.articles().get(keyed.item().link());
        Article read = fromPage == null
                ? content.of(keyed.item(), null, source, firstSeen).build()
                : fromPage.article();
        Instant published = known.getPublished() == null ? read.getPublished() : known.getPublished();
        String raw = known.getPublishedRaw().isEmpty() ? read.getPublishedRaw() : known.getPublishedRaw();
        return Article.newBuilder(read)
                .setId(known.getDocumentId())
                .setSourceId(source.getId())
                .setOutlet(source.getOutlet())
                .setRevision(known.getRevision())
                .setMode(state.getBackfilled() ? Mode.LIVE : Mode.BACKFILL)
                .setPublished(published)
                .setPublishedRaw(raw)
                .setEventDate((published == null ? firstSeen : published)
                        .atZone(Zones.of(source.getZone()))
                        .toLocalDate())
                .setFirstSeen(firstSeen)
                .setFetchedAt(polled.first().exchange().at())
                .setFingerprint(Hash.of(known.getCore(), known.getBody()))
                .build();
    }

    private FeedFacts facts() {
        return polled.readings().getFirst().feed();
    }

    private static String listHash(List<Keyed> items) {
        return Hash.of(items.stream().map(i -> i.core() + i.body()).sorted().toArray(String[]::new));
    }

    private static boolean overrun(@Nullable Listing before, List<String> documents) {
        return before != null
                && before.getDocuments().size() >= FEW
                && !documents.isEmpty()
                && before.getDocuments().stream().noneMatch(new HashSet<>(documents)::contains);
    }

    private static Duration span(List<Keyed> items) {
        List<Instant> dates = items.stream()
                .map(k -> k.item().published())
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        return dates.size() < FEW ? Duration.ZERO : Duration.between(dates.getFirst(), dates.getLast());
    }
}
