package org.tallywire.ingest.read;

import java.util.List;

/**
 * What a feed says of itself.
 *
 * @param title plain text
 * @param link home page; empty: none
 * @param language BCP 47; empty: none
 * @param scope what the feed says it lets out, e.g. the entry types of a court feed; a change of it is reported
 * @param ttlSeconds lower bound for the poll interval from ttl or sy:*; 0: none
 * @param skipHours hours of the day (0-23, GMT) in which not to poll
 * @param skipDays days (MONDAY...) on which not to poll
 */
public record FeedFacts(
        String title,
        String link,
        String language,
        String scope,
        int ttlSeconds,
        List<Integer> skipHours,
        List<String> skipDays) {
    /** Nothing is said. */
    public static final FeedFacts NONE = new FeedFacts("", "", "", "", 0, List.of(), List.of());
}
