package org.tallywire.ingest.poll;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.ItemMemory;
import org.tallywire.ingest.read.FeedItem;

/**
 * What an item is against what is remembered of it.
 *
 * @param change what it is
 * @param memory what is remembered from now on
 */
record Revision(Change change, ItemMemory memory) {
    /** NEW, UPDATED and GONE are written; HELD is a change that waits (flapping); KNOWN is the same as before. */
    enum Change {
        NEW,
        UPDATED,
        KNOWN,
        HELD,
        GONE
    }

    private static final Duration HOLD = Duration.ofHours(1);
    /** Last seen is kept by the day: memory is not rewritten at each poll. */
    private static final Duration SEEN = Duration.ofHours(24);

    static Revision of(String documentId, Keyed item, @Nullable ItemMemory before, boolean bodyVolatile, Instant now) {
        if (before == null) {
            return new Revision(Change.NEW, first(documentId, item, now));
        }
        if (before.getWithdrawn()) {
            ItemMemory back = moved(before, item, now).setWithdrawn(false).build();
            return new Revision(Change.NEW, back);
        }
        boolean sameCore = item.core().equals(before.getCore());
        boolean sameBody = bodyVolatile || item.body().equals(before.getBody());
        if (sameCore && sameBody) {
            return new Revision(Change.KNOWN, seen(before, item, now));
        }
        if (flaps(before, item, now)) {
            return new Revision(Change.HELD, seen(before, item, now));
        }
        return new Revision(Change.UPDATED, moved(before, item, now).build());
    }

    /** The document was withdrawn; null: it was already, or never was. */
    static @Nullable Revision gone(@Nullable ItemMemory before, Instant now) {
        if (before == null || before.getWithdrawn()) {
            return null;
        }
        return new Revision(
                Change.GONE,
                ItemMemory.newBuilder(before)
                        .setWithdrawn(true)
                        .setChangedAt(now)
                        .build());
    }

    /** A, B, A again within the hour: publishers and caches do that; it is told once an hour. */
    private static boolean flaps(ItemMemory before, Keyed item, Instant now) {
        boolean back =
                item.core().equals(before.getPreviousCore()) && item.body().equals(before.getPreviousBody());
        return back
                && before.getChangedAt() != null
                && before.getChangedAt().plus(HOLD).isAfter(now);
    }

    private static ItemMemory first(String documentId, Keyed item, Instant now) {
        return ItemMemory.newBuilder()
                .setDocumentId(documentId)
                .setUrl(item.item().link())
                .setCore(item.core())
                .setBody(item.body())
                .setFirstSeen(now)
                .setLastSeen(now)
                .setChangedAt(now)
                .setPublished(item.item().published())
                .setPublishedRaw(item.item().publishedRaw())
                .setAliases(item.names())
                .build();
    }

    private static ItemMemory.Builder moved(ItemMemory before, Keyed item, Instant now) {
        boolean corrected = isCorrection(item.item(), before);
        return ItemMemory.newBuilder(seen(before, item, now))
                .setPreviousCore(before.getCore())
                .setPreviousBody(before.getBody())
                .setCore(item.core())
                .setBody(item.body())
                .setUrl(item.item().link())
                .setRevision(before.getRevision() + 1)
                .setChangedAt(now)
                .setPublished(corrected ? item.item().published() : before.getPublished())
                .setPublishedRaw(corrected ? item.item().publishedRaw() : before.getPublishedRaw());
    }

    /** A new date of publication. One after the item was seen first cannot be that: it tells of the edit, or of the answer. */
    private static boolean isCorrection(FeedItem item, ItemMemory before) {
        Instant seen = before.getFirstSeen();
        boolean later =
                item.published() != null && seen != null && item.published().isAfter(seen);
        return !later && !item.publishedRaw().equals(before.getPublishedRaw());
    }

    private static ItemMemory seen(ItemMemory before, Keyed item, Instant now) {
        Instant last = before.getLastSeen();
        boolean newNames = !before.getAliases().containsAll(item.names());
        if (!newNames && last != null && last.plus(SEEN).isAfter(now)) {
            return before;
        }
        return ItemMemory.newBuilder(before)
                .setLastSeen(now)
                .setAliases(Names.joined(before.getAliases(), item.names()))
                .build();
    }
}
