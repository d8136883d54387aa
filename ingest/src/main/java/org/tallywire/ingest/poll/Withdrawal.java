package org.tallywire.ingest.poll;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.ItemMemory;
import org.tallywire.avro.Listing;
import org.tallywire.avro.Source;
import org.tallywire.ingest.read.Rows;

/**
 * What it means when an item is not listed any more; by kind in {@code withdrawal.tsv}, by source with the option
 * {@code withdraw}.
 */
enum Withdrawal {
    /** Nothing: the list only moves on. */
    NEVER,
    /** It may be withdrawn: its address decides (404 or 410). */
    CONFIRM,
    /** It is withdrawn: the document lists everything there is. */
    MISSING,
    /** Nothing by itself, as the list is a window: the address of each document is looked at now and then, twice before it is gone. */
    LOOK;

    static final int AT_ONCE = 3;
    private static final Map<String, Withdrawal> BY_KIND = Rows.of(Withdrawal.class, "withdrawal.tsv").stream()
            .collect(Collectors.toMap(row -> row[0], row -> valueOf(row[1])));

    /**
     * What came of a whole poll.
     *
     * @param listing what is listed now, and what is missing
     * @param gone documents to withdraw
     */
    record Verdict(Listing listing, Set<String> gone) {}

    static Withdrawal of(Source source) {
        String option = source.getOptions().getOrDefault("withdraw", "").strip().toUpperCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(meaning -> meaning.name().equals(option))
                .findFirst()
                .orElseGet(() -> BY_KIND.getOrDefault(source.getKind(), NEVER));
    }

    /** Addresses to look at with the next poll. */
    List<String> confirm(Memory memory) {
        if (this != CONFIRM) {
            return List.of();
        }
        return Missing.suspects(memory.listing()).stream()
                .map(id -> url(memory, id))
                .filter(url -> !url.isEmpty())
                .limit(AT_ONCE)
                .toList();
    }

    Verdict judge(@Nullable Listing before, List<String> documents, Polled<?> polled, Memory memory) {
        Listing listing = Missing.listing(before, documents, this == MISSING);
        Set<String> gone = new HashSet<>();
        Set<String> done = new HashSet<>();
        for (String id : Missing.suspects(listing)) {
            int status = polled.statuses().getOrDefault(url(memory, id), 0);
            boolean goneForGood = status == 404 || status == 410;
            if (this != CONFIRM || goneForGood || (status > 0 && status < 400)) {
                done.add(id);
            }
            if (this == MISSING || (this == CONFIRM && goneForGood)) {
                gone.add(id);
            }
        }
        return new Verdict(Missing.without(listing, done), gone);
    }

    private static String url(Memory memory, String documentId) {
        ItemMemory item = memory.item(documentId);
        return item == null ? "" : item.getUrl();
    }
}
