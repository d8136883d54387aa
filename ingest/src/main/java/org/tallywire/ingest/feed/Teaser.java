package org.tallywire.ingest.feed;

import java.util.List;
import java.util.Locale;
import org.tallywire.ingest.read.Rows;
import org.tallywire.ingest.text.PlainText;

/** Is a feed body only the beginning of the article? Short ones are, and those that end by pointing to the rest. */
final class Teaser {
    private static final int SHORT = 250;
    private static final int TAIL = 100;
    private static final String CLOSING = " \u00BB\u2192>)]";
    private static final List<String> ENDINGS =
            Rows.of(Teaser.class, "teasers.tsv").stream().map(row -> row[0]).toList();

    private Teaser() {}

    static boolean isTeaser(String html) {
        if (html.length() < SHORT || !PlainText.reaches(html, SHORT)) {
            return true;
        }
        String text = PlainText.ofHtml(tail(html));
        String end = text.substring(Math.max(0, text.length() - 40)).toLowerCase(Locale.ROOT);
        int last = end.length();
        while (last > 0 && CLOSING.indexOf(end.charAt(last - 1)) >= 0) {
            last--;
        }
        String trimmed = end.substring(0, last);
        for (String ending : ENDINGS) {
            if (trimmed.endsWith(ending)) {
                return true;
            }
        }
        return false;
    }

    /** The last stretch of the HTML, begun after a tag so that none is cut. */
    private static String tail(String html) {
        int from = html.length() - TAIL;
        int tag = html.indexOf('>', from);
        boolean cut = tag >= 0 && html.lastIndexOf('<', tag) < from;
        return html.substring(cut ? tag + 1 : from);
    }
}
