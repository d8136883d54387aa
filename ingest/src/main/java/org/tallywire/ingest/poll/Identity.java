package org.tallywire.ingest.poll;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the document that each item of a list is: first by guid, then by link, then by title and date. A title counts
 * only for a document that no other item of the list claims, so two reports under one headline stay two.
 */
final class Identity {
    /**
     * Items with their documents.
     *
     * @param documents document id of each item, in the order of the items
     * @param guidsLie guids and links of most items point at different documents: guids wander
     */
    record Resolved(List<String> documents, boolean guidsLie) {}

    private Identity() {}

    static Resolved resolve(String sourceId, List<Keyed> items, Memory memory) {
        int conflicts = 0;
        for (Keyed item : items) {
            conflicts += conflict(item, memory) ? 1 : 0;
        }
        boolean guidsLie = conflicts > 1 && conflicts * 2 > items.size();
        Map<Keyed, String> found = new HashMap<>();
        Set<String> claimed = new HashSet<>();
        for (Keyed item : items) {
            claim(item, guidsLie ? linkFirst(item, memory) : guidFirst(item, memory), found, claimed);
        }
        for (Keyed item : items) {
            if (!found.containsKey(item)) {
                claim(item, memory.named(item.title()), found, claimed);
            }
        }
        List<String> documents = new ArrayList<>();
        for (Keyed item : items) {
            String known = found.get(item);
            documents.add(known == null ? fresh(sourceId, item, claimed) : known);
        }
        return new Resolved(List.copyOf(documents), guidsLie);
    }

    private static void claim(Keyed item, @Nullable String document, Map<Keyed, String> found, Set<String> claimed) {
        if (document != null && claimed.add(document)) {
            found.put(item, document);
        }
    }

    private static @Nullable String guidFirst(Keyed item, Memory memory) {
        String byGuid = memory.named(item.guid());
        return byGuid == null ? memory.named(item.link()) : byGuid;
    }

    private static @Nullable String linkFirst(Keyed item, Memory memory) {
        String byLink = memory.named(item.link());
        return byLink == null && item.link().isEmpty() ? memory.named(item.guid()) : byLink;
    }

    private static boolean conflict(Keyed item, Memory memory) {
        String byGuid = memory.named(item.guid());
        String byLink = memory.named(item.link());
        return byGuid != null && byLink != null && !byGuid.equals(byLink);
    }

    /** A new id; another name is taken when a different document of this list already has the id of the first. */
    private static String fresh(String sourceId, Keyed item, Set<String> claimed) {
        for (String name : item.names()) {
            String id = "news:" + sourceId + ":" + Hash.of(name);
            if (claimed.add(id)) {
                return id;
            }
        }
        String id = "news:" + sourceId + ":" + Hash.of(String.join("|", item.names()), item.core());
        claimed.add(id);
        return id;
    }
}
