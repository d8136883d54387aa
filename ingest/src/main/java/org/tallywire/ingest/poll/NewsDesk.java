package org.tallywire.ingest.poll;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.Article;
import org.tallywire.avro.PageCheck;
import org.tallywire.avro.Source;
import org.tallywire.avro.SourceState;
import org.tallywire.ingest.read.FeedItem;
import org.tallywire.ingest.read.Payload;

/** News: which items of a feed are new, changed or withdrawn, and the articles they make. */
public final class NewsDesk implements Desk<FeedItem, Article> {
    /** Makes an article's content (url, title, text, language, authors, dates, flags) out of an item. */
    @FunctionalInterface
    public interface Content {
        /** @param page the article's page; null: only the feed is known */
        Article.Builder of(FeedItem item, @Nullable Payload page, Source source, Instant firstSeen);
    }

    private final Content content;
    private final PageDesk pageDesk;

    /** @param times when pages are looked at again, unless a source says otherwise */
    public NewsDesk(Content content, PageTimes times) {
        this.content = content;
        this.pageDesk = new PageDesk(times);
    }

    @Override
    public Map<String, FeedItem> pages(SourceState state, Polled<FeedItem> polled, Memory memory, Instant now) {
        boolean wanted = state.getSource().getFullText() && !polled.readings().isEmpty();
        return wanted ? sheet(state, polled, memory, now).pages() : Map.of();
    }

    @Override
    public Article elaborate(FeedItem item, Payload page, Source source, Instant now) {
        return content.of(item, page, source, now).build();
    }

    @Override
    public Intake<Article> take(SourceState state, Polled<FeedItem> polled, Memory memory, Instant now) {
        if (polled.readings().isEmpty()) {
            return Intake.none();
        }
        return sheet(state, polled, memory, now).intake();
    }

    @Override
    public List<String> toConfirm(SourceState state, Memory memory, Instant now) {
        return Withdrawal.of(state.getSource()).confirm(memory);
    }

    private NewsSheet sheet(SourceState state, Polled<FeedItem> polled, Memory memory, Instant now) {
        return new NewsSheet(content, pageDesk, state, polled, memory, now);
    }

    @Override
    public List<PageCheck> toLook(SourceState state, Memory memory, Instant now) {
        return pageDesk.due(state, memory, now);
    }

    @Override
    public Article reread(PageCheck check, Payload page, Source source, Instant now) {
        Article old = Objects.requireNonNull(check.getArticle());
        FeedItem item = new FeedItem(
                "",
                old.getTitle(),
                check.getUrl(),
                old.getPublished(),
                old.getPublishedRaw(),
                null,
                "",
                "",
                old.getAuthors(),
                old.getLanguage(),
                false,
                List.of());
        return content.of(item, page, source, now).build();
    }

    @Override
    public Intake<Article> takeLooks(SourceState state, List<Look> looks, Memory memory, Instant now) {
        return pageDesk.take(state, looks, memory, now);
    }
}
