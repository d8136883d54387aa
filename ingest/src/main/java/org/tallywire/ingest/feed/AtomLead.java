package org.tallywire.ingest.feed;

import org.jdom2.Element;
import org.tallywire.ingest.feed.Lead.Role;
import org.tallywire.ingest.text.PlainText;

/** Reads an Atom entry ahead of Rome and leaves to Rome what it reads rightly: id, summary, content, authors. */
final class AtomLead {
    private final Lead lead;
    /** A link to a page of HTML was seen: the first is the entry's, later ones are translations and mirrors. */
    private boolean page;

    private AtomLead(Element entry) {
        this.lead = new Lead(entry);
    }

    static Lead of(Element entry) {
        AtomLead reading = new AtomLead(entry);
        for (Element child : Children.of(entry)) {
            String space = Namespaces.name(child.getNamespaceURI());
            boolean stays = space.equals("atom") ? reading.own(child) : reading.other(child, space);
            if (!stays) {
                child.detach();
            }
        }
        return reading.lead;
    }

    private boolean own(Element child) {
        switch (child.getName()) {
            case "title" -> lead.add(Role.TITLE, title(child));
            case "link" -> link(child);
            case "published" -> lead.first(Role.PUBLISHED, child.getText());
            case "created", "pubDate", "date" -> lead.add(Role.PUBLISHED, child.getText());
            case "updated" -> lead.add(Role.UPDATED, child.getText());
            case "content" -> {
                lead.add(Role.LINK, child.getAttributeValue("src", ""));
                return child.getAttribute("src") == null;
            }
            case "id", "summary", "author" -> {
                return true;
            }
            default -> {}
        }
        return false;
    }

    /** A plain title is kept to the letter, one of HTML loses its markup. */
    static String title(Element title) {
        return title.getAttributeValue("type", "text").equals("html")
                ? PlainText.ofHtml(title.getText())
                : PlainText.collapsed(title.getText());
    }

    private void link(Element link) {
        String rel = link.getAttributeValue("rel", "alternate").strip();
        String href = link.getAttributeValue("href", "").strip();
        if (rel.equals("alternate") || rel.isEmpty() || rel.endsWith("#alternate") || rel.endsWith("/alternate")) {
            String type = link.getAttributeValue("type", "text/html");
            String address = href.isEmpty() ? link.getText() : href;
            if (type.contains("html") && !page) {
                lead.first(Role.LINK, address);
                page = !address.isBlank();
            } else {
                lead.add(Role.LINK, address);
            }
        }
    }

    private boolean other(Element child, String space) {
        switch (space + ":" + child.getName()) {
            case "feedburner:origLink" -> lead.first(Role.LINK, child.getText());
            case "dc:date", "dcterms:issued", "dcterms:created" -> lead.add(Role.PUBLISHED, child.getText());
            case "dcterms:modified", "dc:modified" -> lead.add(Role.UPDATED, child.getText());
            case "dc:language" -> lead.add(Role.LANGUAGE, child.getText());
            case "dc:title", "media:title" -> lead.add(Role.TITLE, child.getValue());
            case "dc:creator" -> lead.add(Role.AUTHOR, child.getText());
            case "content:encoded" -> lead.add(Role.BODY, child.getText());
            case "xhtml:body", "yandex:full-text" -> lead.add(Role.BODY, InnerHtml.htmlOf(child));
            default -> {}
        }
        return false;
    }
}
