package org.tallywire.ingest.feed;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jdom2.Document;
import org.jdom2.Element;

/** Atom of any version as one Atom 1.0 tree; text constructs of whatever type become escaped HTML or plain text. */
final class AtomShape {
    private static final Map<String, String> OLD_NAMES = Map.of(
            "issued", "published", "modified", "updated", "tagline", "subtitle", "copyright", "rights", "url", "uri");
    private static final Set<String> TEXTS = Set.of("title", "subtitle", "rights", "summary", "content", "info");

    private AtomShape() {}

    static Shape of(Element root, Set<String> notes) {
        Element feed = root;
        if (root.getName().equalsIgnoreCase("entry")) {
            feed = new Element("feed", Namespaces.ATOM).addContent(root.detach());
        }
        String uri = root.getNamespaceURI();
        if (!Namespaces.name(uri).equals("atom")) {
            notes.add(uri.isEmpty() ? "Atom without namespace" : "Atom with namespace " + uri);
        }
        boolean old = uri.contains("purl.org/atom/ns");
        feed.removeAttribute("version");
        rename(feed, uri, old);
        List<Element> items = List.copyOf(feed.getChildren("entry", Namespaces.ATOM));
        List<Element> deleted = new ArrayList<>();
        for (Element child : Children.of(feed)) {
            if (child.getName().equals("deleted-entry")) {
                deleted.add(child.detach());
            }
        }
        Document document = feed.getDocument() == null ? new Document(feed.detach()) : feed.getDocument();
        return new Shape(Shape.Kind.ATOM, document, feed, items, deleted);
    }

    /** Puts an element and what is below it into the Atom namespace, texts flattened. */
    private static void rename(Element element, String uri, boolean old) {
        boolean own = element.getNamespaceURI().equals(uri)
                || Namespaces.name(element.getNamespaceURI()).equals("atom");
        if (!own) {
            return;
        }
        String name = element.getName().toLowerCase(Locale.ROOT);
        boolean inFeed = !name.equals("url")
                || (element.getParentElement() != null
                        && element.getParentElement().getName().equals("author"));
        element.setName(inFeed ? OLD_NAMES.getOrDefault(name, element.getName()) : element.getName());
        element.setNamespace(Namespaces.ATOM);
        if (TEXTS.contains(name) || name.equals("tagline") || name.equals("copyright")) {
            flatten(element, old);
            return;
        }
        for (Element child : Children.of(element)) {
            rename(child, uri, old);
        }
    }

    /** Makes a text construct what Rome reads rightly: type text or html with the words as character data. */
    private static void flatten(Element text, boolean old) {
        String mode = text.getAttributeValue("mode", "").toLowerCase(Locale.ROOT);
        String type =
                text.getAttributeValue("type", "text").toLowerCase(Locale.ROOT).strip();
        boolean binary = mode.equals("base64") || isBinary(type) && text.getAttribute("src") == null;
        String value = binary ? base64(text.getText(), type) : value(text, type);
        boolean markup = type.contains("html")
                || mode.equals("escaped")
                || old && mode.isEmpty() && hasElements(text)
                || hasElements(text)
                || type.equals("application/xml")
                || Markup.isHtml(value);
        text.removeAttribute("mode");
        text.setAttribute("type", markup ? "html" : "text");
        text.setText(value);
    }

    private static boolean hasElements(Element text) {
        return Children.any(text);
    }

    private static String value(Element text, String type) {
        if (!hasElements(text)) {
            return text.getText();
        }
        Element only = Children.of(text).getFirst();
        boolean wrapped = type.contains("xhtml")
                && Children.of(text).size() == 1
                && only.getName().equals("div");
        return InnerHtml.of(wrapped ? only : text);
    }

    private static boolean isBinary(String type) {
        return type.contains("/") && !type.startsWith("text/") && !type.contains("xml") && !type.contains("html");
    }

    /** Text types are decoded; a picture or a sound is no text. */
    private static String base64(String encoded, String type) {
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(encoded.strip());
            return isBinary(type) && !type.equals("application/octet-stream")
                    ? ""
                    : new String(bytes, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
