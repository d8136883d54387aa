package org.tallywire.ingest.feed;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdom2.Document;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.tallywire.avro.HealthState;
import org.tallywire.avro.Source;
import org.tallywire.ingest.read.BotCheck;
import org.tallywire.ingest.read.FeedItem;
import org.tallywire.ingest.read.Payload;
import org.tallywire.ingest.read.Reader;
import org.tallywire.ingest.read.Reading;
import org.tallywire.ingest.text.Decoded;
import org.tallywire.ingest.text.Decoder;

/**
 * Reads a news feed: RSS 0.9x-2.0, RDF, Atom 0.3 and 1.0, JSON Feed, Google News sitemap, told apart by content. Everything
 * odd about the document stands in the reading's reason. Pure and safe for threads.
 */
public final class NewsReader implements Reader<FeedItem> {
    private static final int LONGEST_REASON = 1_000;
    private static final int MOST_DISCOVERED = 3;

    @Override
    public Reading<FeedItem> read(Payload payload, Source source) {
        Decoded decoded = Decoder.decode(payload.body(), payload.contentType());
        String text = decoded.text().strip();
        if (text.isEmpty()) {
            return Reading.refused(HealthState.EMPTY, "the answer is empty", decoded.encoding());
        }
        Set<String> notes = new LinkedHashSet<>(decoded.notes());
        FeedDocument document = new FeedDocument(payload, source, notes);
        if (payload.truncated()) {
            notes.add("the answer was cut off");
        }
        if (text.startsWith("{")) {
            return JsonFeed.read(text, document)
                    ? reading(document, decoded)
                    : refused(HealthState.NOT_A_FEED, document, decoded);
        }
        return xml(text, document, decoded);
    }

    private static Reading<FeedItem> xml(String text, FeedDocument document, Decoded decoded) {
        CleanXml xml = XmlCleaner.clean(text);
        document.notes.addAll(xml.notes());
        if (xml.root().equalsIgnoreCase("html") && BotCheck.is(text)) {
            document.notes.add("a check for robots stands before the feed");
            return refused(HealthState.CHALLENGE, document, decoded);
        }
        if (xml.root().isEmpty() || xml.root().equalsIgnoreCase("html")) {
            document.notes.add(
                    xml.root().isEmpty() ? "no markup" : "an HTML page" + discovered(text, document.payload));
            return refused(HealthState.NOT_A_FEED, document, decoded);
        }
        XmlTree tree = XmlTree.of(xml, document.notes);
        document.salvaged = tree.salvaged();
        Document parsed = tree.document();
        if (parsed == null) {
            return refused(HealthState.PARSE, document, decoded);
        }
        Shape shape = Shape.of(parsed, document.notes);
        boolean feed = switch (shape.kind()) {
            case RSS, ATOM -> {
                RomeFeed.read(shape, document);
                yield true;
            }
            case SITEMAP -> NewsSitemap.read(shape.feed(), document);
            case OTHER -> false;
        };
        if (!feed) {
            document.notes.add("root <" + shape.feed().getName() + "> is no news feed");
        }
        return feed ? reading(document, decoded) : refused(HealthState.NOT_A_FEED, document, decoded);
    }

    /** Feeds that an HTML page names, for a person to take up. */
    private static String discovered(String html, Payload payload) {
        List<String> feeds = Jsoup.parse(html, payload.url())
                .select("link[rel~=(?i)\\balternate\\b][type~=(?i)rss|atom|feed\\+json]")
                .stream()
                .limit(MOST_DISCOVERED)
                .map(NewsReader::address)
                .toList();
        return feeds.isEmpty() ? "" : "; it names the feed " + String.join(", ", feeds);
    }

    private static String address(Element link) {
        String absolute = link.absUrl("href");
        return absolute.isEmpty() ? link.attr("href") : absolute;
    }

    private static Reading<FeedItem> refused(HealthState state, FeedDocument document, Decoded decoded) {
        return Reading.refused(state, reason(document.notes), decoded.encoding());
    }

    private static Reading<FeedItem> reading(FeedDocument document, Decoded decoded) {
        boolean complete = !document.salvaged && !document.payload.truncated() && document.failures.isEmpty();
        return new Reading<>(
                state(document, decoded),
                reason(document.notes),
                decoded.encoding(),
                document.facts,
                List.copyOf(document.items),
                List.copyOf(document.failures),
                Map.copyOf(document.dropped),
                List.copyOf(document.follow),
                complete);
    }

    private static HealthState state(FeedDocument document, Decoded decoded) {
        if (document.salvaged || document.payload.truncated()) {
            return HealthState.SALVAGED;
        }
        if (!document.failures.isEmpty()) {
            return HealthState.PARTIAL;
        }
        if (document.items.isEmpty() && document.follow.isEmpty()) {
            return HealthState.OK_EMPTY;
        }
        return decoded.guessed() ? HealthState.ENCODING_GUESSED : HealthState.WORKING;
    }

    private static String reason(Set<String> notes) {
        String reason = String.join("; ", notes);
        return reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) : reason;
    }
}
