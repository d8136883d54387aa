package org.tallywire.ingest.read;

import java.util.List;
import java.util.Locale;

/** Tells the page of a guard ("checking your browser") from a page of the site itself: it comes with status 200 often enough. */
public final class BotCheck {
    private static final int HEAD = 40_000;
    private static final List<String> PHRASES = Rows.of(BotCheck.class, "bot-checks.tsv").stream()
            .map(row -> row[0])
            .toList();

    private BotCheck() {}

    /** True if the HTML is such a page. */
    public static boolean is(String html) {
        String head = html.substring(0, Math.min(HEAD, html.length())).toLowerCase(Locale.ROOT);
        return PHRASES.stream().anyMatch(head::contains);
    }
}
