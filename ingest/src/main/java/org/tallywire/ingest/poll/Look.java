package org.tallywire.ingest.poll;

import org.jspecify.annotations.Nullable;
import org.tallywire.avro.Article;
import org.tallywire.avro.PageCheck;
import org.tallywire.ingest.fetch.Fetched;

/**
 * What came of looking at a page again.
 *
 * @param fetched the answer; null: its host wants to be left alone, it was not asked
 * @param article what was read of it; null: there was no document
 */
public record Look(
        PageCheck check,
        @Nullable Fetched fetched,
        @Nullable Article article) {}
