package org.tallywire.ingest.feed;

import java.util.List;
import java.util.Set;
import org.jdom2.Document;
import org.jdom2.Element;

/**
 * A tree brought into one of the two shapes that Rome reads surely, RSS 2.0 or Atom 1.0, whatever the version, namespace
 * or order it came in.
 *
 * @param kind what the items are
 * @param document the tree, ready for Rome
 * @param feed the element that describes the feed (channel, feed)
 * @param items item or entry elements in document order
 * @param deleted at:deleted-entry elements, taken out of the tree
 */
record Shape(Kind kind, Document document, Element feed, List<Element> items, List<Element> deleted) {
    enum Kind {
        RSS,
        ATOM,
        SITEMAP,
        OTHER
    }

    /** Finds the kind by the root's name and rebuilds the tree; notes tell what had to be changed. */
    static Shape of(Document document, Set<String> notes) {
        Element root = document.getRootElement();
        return switch (root.getName().toLowerCase(java.util.Locale.ROOT)) {
            case "rss", "rdf", "channel", "rss2", "item" -> RssShape.of(root, notes);
            case "feed", "entry" -> AtomShape.of(root, notes);
            case "urlset", "sitemapindex" -> other(Kind.SITEMAP, document);
            default -> other(Kind.OTHER, document);
        };
    }

    private static Shape other(Kind kind, Document document) {
        return new Shape(kind, document, document.getRootElement(), List.of(), List.of());
    }
}
