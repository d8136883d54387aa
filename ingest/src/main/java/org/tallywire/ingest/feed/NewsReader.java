package org.tallywire.ingest.feed;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.HealthState;
import org.tallywire.avro.Source;
import org.tallywire.ingest.read.FeedFacts;
import org.tallywire.ingest.read.FeedItem;
import org.tallywire.ingest.read.Payload;
import org.tallywire.ingest.read.Reader;
import org.tallywire.ingest.read.Reading;
import org.tallywire.ingest.read.UrlKey;

/** Reads a news feed of any format. */
public final class NewsReader implements Reader<FeedItem> {
    @Override
    public Reading<FeedItem> read(Payload payload, Source source) {
        try (XmlReader text = new XmlReader(new ByteArrayInputStream(payload.body()), payload.contentType(), true)) {
            SyndFeed feed = new SyndFeedInput().build(text);
            List<FeedItem> items =
                    feed.getEntries().stream().map(NewsReader::item).toList();
            HealthState state = items.isEmpty() ? HealthState.OK_EMPTY : HealthState.WORKING;
            return new Reading<>(
                    state, "", text.getEncoding(), facts(feed), items, List.of(), Map.of(), List.of(), true);
        } catch (FeedException | IOException | IllegalArgumentException e) {
            return Reading.refused(HealthState.PARSE, Objects.toString(e.getMessage(), "unreadable"), "");
        }
    }

    private static FeedFacts facts(SyndFeed feed) {
        return new FeedFacts(
                text(feed.getTitle()), text(feed.getLink()), text(feed.getLanguage()), "", 0, List.of(), List.of());
    }

    private static FeedItem item(SyndEntry entry) {
        Instant published = entry.getPublishedDate() == null
                ? null
                : entry.getPublishedDate().toInstant();
        String summary = entry.getDescription() == null
                ? ""
                : text(entry.getDescription().getValue());
        String content = entry.getContents().isEmpty()
                ? summary
                : text(entry.getContents().getFirst().getValue());
        return new FeedItem(
                text(entry.getUri()),
                text(entry.getTitle()),
                UrlKey.stored(entry.getLink()),
                published,
                "",
                null,
                summary,
                content,
                List.of(),
                "",
                false,
                List.of());
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }
}
