package org.tallywire.ingest.poll;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tallywire.ingest.read.FeedItem;
import org.tallywire.ingest.read.UrlKey;

/**
 * Repairs guids that do not identify. One guid on several items: with the same link and title they are one item; with
 * different links guid and link together identify; with the same link guid and title do. A link that several items share
 * identifies none of them. Never the place in the list: order moves.
 */
final class Guids {
    /**
     * The items of a document, named.
     *
     * @param items each item once
     * @param duplicates how many were the same as another
     * @param repeated some guid stood on several different items
     */
    record Named(List<Keyed> items, int duplicates, boolean repeated) {}

    private Guids() {}

    /**
     * Names the items of one document.
     *
     * @param unreliable guids of this source are not to be used
     * @param own addresses of the feed itself, which are no guid of an item
     */
    static Named name(List<FeedItem> items, boolean unreliable, Set<String> own) {
        Map<String, List<FeedItem>> byGuid = new HashMap<>();
        for (FeedItem item : items) {
            byGuid.computeIfAbsent(item.id(), id -> new ArrayList<>()).add(item);
        }
        Map<String, Set<String>> titlesByLink = new HashMap<>();
        for (FeedItem item : items) {
            titlesByLink
                    .computeIfAbsent(UrlKey.of(item.link()), link -> new HashSet<>())
                    .add(item.id() + "\n" + item.title());
        }
        List<Keyed> named = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        boolean repeated = false;
        int duplicates = 0;
        for (FeedItem item : items) {
            List<FeedItem> same = byGuid.getOrDefault(item.id(), List.of());
            String guid = unreliable || own.contains(item.id()) ? "" : repair(item, same);
            repeated |= !guid.equals(item.id()) && !unreliable;
            boolean ownLink =
                    titlesByLink.getOrDefault(UrlKey.of(item.link()), Set.of()).size() <= 1;
            Keyed keyed = Keyed.of(item, guid, ownLink);
            if (seen.add(keyed.key())) {
                named.add(keyed);
            } else {
                duplicates++;
            }
        }
        return new Named(List.copyOf(named), duplicates, repeated);
    }

    private static String repair(FeedItem item, List<FeedItem> same) {
        if (item.id().isEmpty()) {
            return "";
        }
        long links = same.stream().map(i -> UrlKey.of(i.link())).distinct().count();
        if (links > 1) {
            return item.id() + "\n" + UrlKey.of(item.link());
        }
        long titles = same.stream().map(FeedItem::title).distinct().count();
        return titles > 1 ? item.id() + "\n" + item.title() : item.id();
    }
}
