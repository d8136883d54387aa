package org.tallywire.ingest;

import java.time.Instant;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.Article;
import org.tallywire.avro.Source;
import org.tallywire.ingest.read.FeedItem;
import org.tallywire.ingest.read.Payload;

/** The text of an article from what its feed holds: title, then a line per block. */
final class FeedText {
    private static final int LONGEST = 500_000;
    private static final String BLOCKS = "p, div, li, h1, h2, h3, h4, blockquote, br, tr";

    private FeedText() {}

    static Article.Builder of(FeedItem item, @Nullable Payload page, Source source, Instant firstSeen) {
        String html = item.content().isEmpty() ? item.summary() : item.content();
        String text = item.title() + "\n" + plain(html);
        return Article.newBuilder()
                .setUrl(item.link())
                .setTitle(item.title())
                .setText(text.length() > LONGEST ? text.substring(0, LONGEST) : text)
                .setLanguage(item.language().isEmpty() ? source.getLanguage() : item.language())
                .setAuthors(item.authors())
                .setFlags(item.flags());
    }

    private static String plain(String html) {
        Document document = Jsoup.parseBodyFragment(html);
        document.select(BLOCKS).before("\n").after("\n");
        return document.body()
                .wholeText()
                .replaceAll("[ \\t\\u00a0]+", " ")
                .replaceAll(" ?\\n[\\s]*", "\n")
                .strip();
    }
}
