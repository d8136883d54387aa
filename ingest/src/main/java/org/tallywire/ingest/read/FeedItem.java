package org.tallywire.ingest.read;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One item of a news feed, cleaned: plain title, absolute link, own dates.
 *
 * @param id guid or atom:id, trimmed; empty: none
 * @param title plain text
 * @param link absolute http(s) address; empty: none
 * @param published null when absent or refused; {@code publishedRaw} then holds the words
 * @param publishedRaw the date as written; empty: none
 * @param updated null when absent or refused
 * @param summary plain text
 * @param content the longest body of the item, HTML; empty: none
 * @param authors names as written
 * @param language BCP 47 hint; empty: none
 * @param deleted true for a withdrawal (at:deleted-entry)
 * @param flags FUTURE, ASSUMED_ZONE, RELATIVE_DATE, TEASER, ...
 */
public record FeedItem(
        String id,
        String title,
        String link,
        @Nullable Instant published,
        String publishedRaw,
        @Nullable Instant updated,
        String summary,
        String content,
        List<String> authors,
        String language,
        boolean deleted,
        List<String> flags) {}
