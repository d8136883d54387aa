package org.tallywire.ingest.page;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.Article;
import org.tallywire.avro.Source;
import org.tallywire.ingest.read.FeedItem;
import org.tallywire.ingest.read.Payload;
import org.tallywire.ingest.read.UrlKey;
import org.tallywire.ingest.read.Zones;

/**
 * Feed item and page to the content of an article: address, title, text with regions and links, language, authors, dates,
 * flags. Identity, revision and fingerprint are the caller's. Pure.
 */
public final class ArticleReader {
    private static final int LONGER = 2;
    private static final long FAR_APART_SECONDS = 86_400;

    private final PageReader pages = new PageReader();

    /**
     * Fills what reading can tell; everything else of the builder is left as it is.
     *
     * @param page the article's page as fetched; null: only the feed is known
     * @param firstSeen when the item was first listed; its local day counts when there is no date
     */
    public Article.Builder read(FeedItem item, @Nullable Payload page, Source source, Instant firstSeen) {
        Page read = page == null ? null : pages.read(page, source);
        Set<String> flags = new LinkedHashSet<>(item.flags());
        ArticleText text = text(item, read, flags);
        Instant published = published(item, read, flags);
        LocalDate day = LocalDate.ofInstant(published == null ? firstSeen : published, Zones.of(source.getZone()));
        return Article.newBuilder()
                .setSourceId(source.getId())
                .setOutlet(source.getOutlet())
                .setUrl(url(item, read))
                .setTitle(item.title().isEmpty() && read != null ? read.title() : item.title())
                .setText(text.text())
                .setLanguage(language(item, read, source, text, flags))
                .setAuthors(item.authors().isEmpty() && read != null ? read.authors() : item.authors())
                .setPublished(published)
                .setPublishedRaw(
                        item.publishedRaw().isEmpty() && read != null ? read.publishedRaw() : item.publishedRaw())
                .setEventDate(day)
                .setFirstSeen(firstSeen)
                .setRegions(text.regions())
                .setLinks(text.links())
                .setFlags(new ArrayList<>(flags));
    }

    private static ArticleText text(FeedItem item, @Nullable Page page, Set<String> flags) {
        ArticleText feed = ArticleText.ofHtml(item.title(), item.content(), item.link());
        if (page != null && page.ok() && isBetter(page.article(), feed)) {
            flags.remove("TEASER");
            flags.addAll(page.article().flags());
            flags.add("SOURCE_PAGE");
            return page.article();
        }
        flags.addAll(feed.flags());
        flags.add("SOURCE_FEED");
        return feed;
    }

    /** The page's text, unless the feed holds far more: a consent wall, a script-only page. */
    private static boolean isBetter(ArticleText page, ArticleText feed) {
        boolean broken = page.flags().contains("MOJIBAKE");
        return !broken && page.body().length() * LONGER > feed.body().length();
    }

    /** The feed's date; the page's when the feed has none. Two that differ by more than a day are flagged. */
    private static @Nullable Instant published(FeedItem item, @Nullable Page page, Set<String> flags) {
        Instant own = item.published() == null ? item.updated() : item.published();
        Instant other = page == null ? null : page.published().instant();
        if (own == null && other != null && page != null) {
            flags.addAll(page.published().flags());
            return other;
        }
        if (own != null
                && other != null
                && Math.abs(own.getEpochSecond() - other.getEpochSecond()) > FAR_APART_SECONDS) {
            flags.add("DATES_DIFFER");
        }
        return own;
    }

    private static String url(FeedItem item, @Nullable Page page) {
        return page == null || page.canonical().isEmpty() ? UrlKey.stored(item.link()) : page.canonical();
    }

    private static String language(
            FeedItem item, @Nullable Page page, Source source, ArticleText text, Set<String> flags) {
        List<String> said = List.of(item.language(), page == null ? "" : page.language(), source.getLanguage());
        String hint = said.stream()
                .filter(language -> !language.isEmpty())
                .findFirst()
                .orElse("");
        String language = Language.of(hint, text.text());
        if (!language.equals(Language.primary(hint))) {
            flags.add("LANGUAGE_GUESSED");
        }
        return language;
    }
}
