package org.tallywire.ingest.poll;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.Listing;

/**
 * Finds what left a list in its midst. To fall off the end of a feed is no withdrawal; to vanish between neighbours that
 * are still listed may be one, after two whole polls in a row and a look at the address.
 */
final class Missing {
    private static final int POLLS = 2;

    private Missing() {}

    /** The listing after a whole poll. */
    static Listing listing(@Nullable Listing before, List<String> documents, boolean everything) {
        Map<String, Integer> missing = new LinkedHashMap<>();
        if (before != null) {
            Set<String> now = new HashSet<>(documents);
            List<String> old = before.getDocuments();
            int first = everything ? 0 : firstListed(old, now);
            int last = everything ? old.size() - 1 : lastListed(old, now);
            for (int i = first; i >= 0 && i <= last; i++) {
                count(old.get(i), before, now, missing);
            }
            before.getMissing().keySet().forEach(id -> count(id, before, now, missing));
        }
        return Listing.newBuilder().setDocuments(documents).setMissing(missing).build();
    }

    private static void count(String id, Listing before, Set<String> now, Map<String, Integer> missing) {
        if (!now.contains(id)) {
            missing.put(id, before.getMissing().getOrDefault(id, 0) + 1);
        }
    }

    /** Documents that were missing often enough to be looked at. */
    static List<String> suspects(@Nullable Listing listing) {
        return listing == null
                ? List.of()
                : listing.getMissing().entrySet().stream()
                        .filter(e -> e.getValue() >= POLLS)
                        .map(Map.Entry::getKey)
                        .toList();
    }

    /** The listing without documents that were dealt with. */
    static Listing without(Listing listing, Set<String> done) {
        Map<String, Integer> missing = new LinkedHashMap<>(listing.getMissing());
        missing.keySet().removeAll(done);
        return Listing.newBuilder(listing).setMissing(missing).build();
    }

    private static int firstListed(List<String> old, Set<String> now) {
        for (int i = 0; i < old.size(); i++) {
            if (now.contains(old.get(i))) {
                return i;
            }
        }
        return -1;
    }

    private static int lastListed(List<String> old, Set<String> now) {
        for (int i = old.size() - 1; i >= 0; i--) {
            if (now.contains(old.get(i))) {
                return i;
            }
        }
        return -1;
    }
}
