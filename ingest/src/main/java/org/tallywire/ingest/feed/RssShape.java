package org.tallywire.ingest.feed;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdom2.Content;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jdom2.filter.Filters;

/** RSS 0.9x, 1.0 (RDF), 1.1, 2.0 and CDF as one RSS 2.0 tree: items inside the channel, names in their usual case, no namespace. */
final class RssShape {
    private static final Map<String, String> NAMES = Stream.of(
                    "title",
                    "link",
                    "description",
                    "pubDate",
                    "guid",
                    "author",
                    "category",
                    "comments",
                    "enclosure",
                    "source",
                    "language",
                    "ttl",
                    "skipHours",
                    "skipDays",
                    "hour",
                    "day",
                    "lastBuildDate",
                    "image",
                    "item",
                    "channel",
                    "items",
                    "managingEditor",
                    "webMaster",
                    "generator",
                    "copyright",
                    "cloud",
                    "textInput",
                    "content",
                    "summary",
                    "updated",
                    "published",
                    "date",
                    "creator",
                    "body",
                    "fullitem",
                    "url",
                    "name")
            .collect(Collectors.toMap(name -> name.toLowerCase(Locale.ROOT), name -> name));
    /** Names of CDF and the RSS word for them. */
    private static final Map<String, String> FOREIGN = Map.of("abstract", "description", "pubdate", "pubDate");
    /** What Rome may stumble over and nobody reads. */
    private static final Set<String> UNREAD =
            Set.of("image", "cloud", "textInput", "textinput", "items", "enclosure", "rating");

    private RssShape() {}

    static Shape of(Element root, Set<String> notes) {
        String name = root.getName();
        List<Element> channels = name.equalsIgnoreCase("channel") ? List.of(root) : children(root, "channel");
        List<Element> items = new ArrayList<>();
        if (name.equalsIgnoreCase("item")) {
            items.add(root);
        }
        channels.forEach(channel -> collect(channel, items));
        int inside = items.size();
        if (!channels.contains(root)) {
            collect(root, items);
        }
        if (items.isEmpty()) {
            root.getDescendants(Filters.element()).forEach(element -> {
                if (element.getName().equalsIgnoreCase("item")) {
                    items.add(element);
                }
            });
            items.forEach(Element::detach);
        }
        boolean rdf = name.equalsIgnoreCase("rdf");
        note(notes, !name.equals("rss") && !rdf, "root <" + name + "> read as RSS");
        note(notes, channels.isEmpty(), "no channel element");
        note(notes, !rdf && inside < items.size() && !channels.isEmpty(), "items outside the channel moved in");
        return assembled(root, channels, items);
    }

    private static void note(Set<String> notes, boolean holds, String words) {
        if (holds) {
            notes.add(words);
        }
    }

    private static Shape assembled(Element root, List<Element> channels, List<Element> items) {
        root.detach();
        Element channel = new Element("channel");
        Element rss = new Element("rss").setAttribute("version", "2.0").addContent(channel);
        Set<Element> taken = new HashSet<>(items);
        for (Element from : channels) {
            carryAttributes(from, channel);
            carry(from, channel, taken);
        }
        if (!channels.contains(root) && !taken.contains(root)) {
            carryAttributes(root, rss);
            carry(root, channel, taken);
        }
        tidy(channel);
        for (Element item : items) {
            item.setName("item").setNamespace(Namespace.NO_NAMESPACE);
            tidy(item);
            channel.addContent(item);
        }
        return new Shape(Shape.Kind.RSS, new Document(rss), channel, items, List.of());
    }

    /** Moves all but items and channels in one go: taking them out one by one is quadratic. */
    private static void carry(Element from, Element channel, Set<Element> items) {
        for (Content content : from.removeContent()) {
            if (content instanceof Element child
                    && !items.contains(child)
                    && !child.getName().equalsIgnoreCase("channel")) {
                channel.addContent(child);
            }
        }
    }

    /** xml:base and xml:lang hold for everything below. */
    private static void carryAttributes(Element from, Element to) {
        from.getAttributes().stream()
                .filter(attribute -> attribute.getNamespacePrefix().equals("xml"))
                .forEach(attribute -> to.setAttribute(attribute.clone()));
    }

    private static List<Element> children(Element parent, String name) {
        List<Element> named = new ArrayList<>();
        for (Element child : Children.of(parent)) {
            if (child.getName().equalsIgnoreCase(name)) {
                named.add(child);
            }
        }
        return named;
    }

    /** Items among the children, and items that a missing end tag has put inside another item, in document order. */
    private static void collect(Element parent, List<Element> items) {
        for (Element item : children(parent, "item")) {
            items.add(item);
            List<Element> inner = children(item, "item");
            if (!inner.isEmpty()) {
                collect(item, items);
                inner.forEach(Element::detach);
            }
        }
    }

    /** Names and namespaces of the direct children as RSS 2.0 has them. */
    private static void tidy(Element parent) {
        for (Element child : Children.of(parent)) {
            String uri = child.getNamespaceURI();
            String known = uri.isEmpty() ? "rss" : Namespaces.name(uri);
            boolean core = known.equals("rss")
                    || known.isEmpty() && child.getNamespacePrefix().isEmpty();
            if (!core) {
                continue;
            }
            String lower = child.getName().toLowerCase(Locale.ROOT);
            child.setName(FOREIGN.getOrDefault(lower, NAMES.getOrDefault(lower, child.getName())));
            if (!uri.isEmpty()) {
                child.setNamespace(Namespace.NO_NAMESPACE);
            }
            if (UNREAD.contains(child.getName())) {
                child.detach();
            }
        }
    }
}
