package org.tallywire.ingest.feed;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jdom2.Element;
import org.jdom2.Namespace;

/**
 * What is read from an item's elements before Rome sees them, because Rome loses or bends it: title, links, dates,
 * language, bodies of other namespaces, authors in odd places. The elements are taken out of the tree on the way.
 */
final class Lead {
    /** What an element tells; the order of titles and links in the resource is their rank. */
    enum Role {
        TITLE,
        LINK,
        PUBLISHED,
        UPDATED,
        LANGUAGE,
        AUTHOR,
        BODY,
        SUMMARY,
        ID
    }

    private final Map<Role, List<String>> found = new EnumMap<>(Role.class);
    private final Element item;

    Lead(Element item) {
        this.item = item;
    }

    Element item() {
        return item;
    }

    void add(Role role, String value) {
        if (!value.isBlank()) {
            found.computeIfAbsent(role, r -> new ArrayList<>(2)).add(value.strip());
        }
    }

    void first(Role role, String value) {
        if (!value.isBlank()) {
            found.computeIfAbsent(role, r -> new ArrayList<>(2)).addFirst(value.strip());
        }
    }

    List<String> all(Role role) {
        return found.getOrDefault(role, List.of());
    }

    String one(Role role) {
        return all(role).isEmpty() ? "" : all(role).getFirst();
    }

    /** First of the links that leads to a page; empty: none does. */
    String link(Links links) {
        for (String link : all(Role.LINK)) {
            String absolute = links.absolute(link, item);
            if (!absolute.isEmpty()) {
                return absolute;
            }
        }
        return "";
    }

    /** The item's own language, or the one that holds around it. */
    String language() {
        if (!one(Role.LANGUAGE).isEmpty()) {
            return one(Role.LANGUAGE);
        }
        for (Element at = item; at != null; at = at.getParentElement()) {
            String language =
                    at.getAttributeValue("lang", Namespace.XML_NAMESPACE, "").strip();
            if (!language.isEmpty()) {
                return language;
            }
        }
        return "";
    }
}
