package org.tallywire.ingest.page;

import java.util.List;
import org.tallywire.avro.HealthState;
import org.tallywire.ingest.date.ParsedDate;

/**
 * What an article page gave.
 *
 * @param state WORKING, or why there is no article: EMPTY, UNKNOWN_PAGE (no words of an article in it)
 * @param reason everything odd about the page, in words
 * @param title plain; empty: none found
 * @param published instant, precision and flags; refused with its problem when no date was found
 * @param publishedRaw the words of the date; empty: none
 * @param canonical address of the article; empty: none
 * @param language BCP 47 hint; empty: none
 * @param article text, regions, links, flags
 */
public record Page(
        HealthState state,
        String reason,
        String title,
        ParsedDate published,
        String publishedRaw,
        String canonical,
        String language,
        List<String> authors,
        ArticleText article) {

    /** True if the page holds the text of an article. */
    public boolean ok() {
        return state == HealthState.WORKING;
    }
}
