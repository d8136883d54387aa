package org.tallywire.ingest.feed;

import org.jdom2.Attribute;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.tallywire.ingest.feed.Lead.Role;
import org.tallywire.ingest.read.UrlKey;

/** Reads an RSS item ahead of Rome and leaves to Rome what it reads rightly: guid, description, content:encoded, author. */
final class RssLead {
    private static final Namespace CONTENT = Namespace.getNamespace("content", Namespaces.uri("content"));

    private final Element item;
    private final Lead lead;

    private RssLead(Element item) {
        this.item = item;
        this.lead = new Lead(item);
    }

    static Lead of(Element item) {
        RssLead reading = new RssLead(item);
        for (Element child : Children.of(item)) {
            String uri = child.getNamespaceURI();
            if (!reading.isForRome(child, uri.isEmpty() ? "" : Namespaces.name(uri))) {
                child.detach();
            }
        }
        reading.attributes();
        return reading.lead;
    }

    /** Reads one child; true if it stays in the tree. */
    private boolean isForRome(Element child, String space) {
        return switch (space) {
            case "" -> plain(child);
            case "dc" -> dublinCore(child);
            case "content" -> content(child);
            case "atom" -> atom(child);
            default -> other(child, space);
        };
    }

    private boolean plain(Element child) {
        switch (child.getName()) {
            case "title" -> lead.first(Role.TITLE, words(child));
            case "link" -> link(child);
            case "pubDate" -> lead.first(Role.PUBLISHED, child.getText());
            case "published", "date" -> lead.add(Role.PUBLISHED, child.getText());
            case "updated", "lastBuildDate" -> lead.add(Role.UPDATED, child.getText());
            case "language" -> lead.add(Role.LANGUAGE, child.getText());
            case "content", "body", "fullitem" -> lead.add(Role.BODY, InnerHtml.htmlOf(child));
            case "summary" -> lead.add(Role.SUMMARY, InnerHtml.htmlOf(child));
            case "guid" -> {
                return guid(child);
            }
            case "description" -> {
                return flat(child);
            }
            case "author", "creator" -> {
                return author(child);
            }
            default -> {
                return false;
            }
        }
        return false;
    }

    /** Words of an element; markup in it is kept, so that a line break parts the words on both sides. */
    private static String words(Element child) {
        return Children.any(child) ? InnerHtml.of(child) : child.getText();
    }

    private void link(Element child) {
        lead.add(Role.LINK, child.getText());
        lead.add(Role.LINK, child.getAttributeValue("href", ""));
    }

    private boolean guid(Element guid) {
        boolean permanent =
                !guid.getAttributeValue("isPermaLink", "true").strip().equalsIgnoreCase("false");
        if (permanent && UrlKey.isWeb(guid.getText().strip())) {
            lead.add(Role.LINK, guid.getText());
        }
        return !guid.getText().isBlank();
    }

    /** Inline markup becomes escaped HTML, which Rome keeps whole. */
    private static boolean flat(Element child) {
        if (Children.any(child)) {
            child.setText(InnerHtml.of(child));
        }
        return !child.getText().isBlank();
    }

    private boolean author(Element author) {
        if (!Children.any(author) && author.getName().equals("author")) {
            return true;
        }
        String name = author.getChildText("name");
        lead.add(Role.AUTHOR, name == null ? author.getValue() : name);
        return false;
    }

    private boolean dublinCore(Element child) {
        switch (child.getName()) {
            case "title" -> lead.add(Role.TITLE, child.getValue());
            case "date" -> lead.add(Role.PUBLISHED, child.getText());
            case "modified" -> lead.add(Role.UPDATED, child.getText());
            case "language" -> lead.add(Role.LANGUAGE, child.getText());
            case "description" -> lead.add(Role.SUMMARY, InnerHtml.htmlOf(child));
            case "identifier" -> lead.add(Role.ID, child.getText());
            case "author", "creator" -> lead.add(Role.AUTHOR, child.getText());
            default -> {}
        }
        return false;
    }

    private boolean content(Element child) {
        child.setNamespace(CONTENT);
        return child.getName().equals("encoded") && flat(child);
    }

    private boolean atom(Element child) {
        switch (child.getName()) {
            case "link" -> atomLink(child);
            case "title" -> lead.add(Role.TITLE, child.getValue());
            case "published", "issued", "created" -> lead.add(Role.PUBLISHED, child.getText());
            case "updated", "modified" -> lead.add(Role.UPDATED, child.getText());
            case "content" -> lead.add(Role.BODY, InnerHtml.htmlOf(child));
            case "summary" -> lead.add(Role.SUMMARY, InnerHtml.htmlOf(child));
            case "id" -> lead.add(Role.ID, child.getText());
            case "author" -> {
                String name = child.getChildText("name", child.getNamespace());
                lead.add(Role.AUTHOR, name == null ? "" : name);
            }
            default -> {}
        }
        return false;
    }

    private void atomLink(Element child) {
        String rel = child.getAttributeValue("rel", "alternate").strip();
        if (rel.equals("alternate") || rel.isEmpty()) {
            lead.add(Role.LINK, child.getAttributeValue("href", child.getText()));
        }
    }

    private boolean other(Element child, String space) {
        switch (space + ":" + child.getName()) {
            case "media:title", "itunes:title" -> lead.add(Role.TITLE, child.getValue());
            case "feedburner:origLink" -> lead.first(Role.LINK, child.getText());
            case "dcterms:issued", "dcterms:created" -> lead.add(Role.PUBLISHED, child.getText());
            case "dcterms:modified" -> lead.add(Role.UPDATED, child.getText());
            case "xhtml:body", "xhtml:div", "yandex:full-text" -> lead.add(Role.BODY, InnerHtml.htmlOf(child));
            case "itunes:summary", "media:description" -> lead.add(Role.SUMMARY, InnerHtml.htmlOf(child));
            case "itunes:author" -> lead.add(Role.AUTHOR, child.getText());
            default -> {}
        }
        return false;
    }

    /** rdf:about of RSS 1.0 and href of CDF. */
    private void attributes() {
        for (Attribute attribute : item.getAttributes()) {
            if (attribute.getName().equals("about")) {
                lead.add(Role.ID, attribute.getValue());
                lead.add(Role.LINK, attribute.getValue());
            } else if (attribute.getName().equalsIgnoreCase("href")) {
                lead.add(Role.LINK, attribute.getValue());
            }
        }
    }
}
