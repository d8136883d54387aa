package org.tallywire.standalone.sample;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One article of an outlet of the sample world.
 *
 * @param outlet name of the outlet, also in its addresses
 * @param number running number inside the outlet, from 1
 * @param title headline
 * @param paragraphs body, a blank line between paragraphs
 * @param published date it bears
 * @param appears when the feed begins to list it
 * @param revisedAt from then on {@code revised} is the body; null: never
 * @param revised as paragraphs
 * @param withdrawnAt from then on it is gone, and its feed says so; null: never
 */
record SampleArticle(
        String outlet,
        int number,
        String title,
        String paragraphs,
        Instant published,
        Instant appears,
        @Nullable Instant revisedAt,
        String revised,
        @Nullable Instant withdrawnAt) {

    SampleArticle revisedAt(Instant at, String text) {
        return new SampleArticle(outlet, number, title, paragraphs, published, appears, at, text, withdrawnAt);
    }

    SampleArticle withdrawnAt(Instant at) {
        return new SampleArticle(outlet, number, title, paragraphs, published, appears, revisedAt, revised, at);
    }

    boolean listed(Instant now) {
        return !appears.isAfter(now) && !isWithdrawn(now);
    }

    boolean isWithdrawn(Instant now) {
        return withdrawnAt != null && !withdrawnAt.isAfter(now);
    }

    String paragraphsAt(Instant now) {
        return revisedAt != null && !revisedAt.isAfter(now) ? revised : paragraphs;
    }

    String path() {
        return "/" + outlet + "/articles/" + number;
    }
}
