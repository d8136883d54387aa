package org.tallywire.ingest.feed;

import java.util.HashMap;
import java.util.Map;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jdom2.Text;
import org.jdom2.UncheckedJDOMFactory;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** The tree that jsoup's lenient XML parser sees, as a JDOM document; undeclared prefixes get their usual namespace. */
final class LenientTree {
    private static final int DEEPEST = 100;
    private static final String XML = "http://www.w3.org/XML/1998/namespace";
    private static final UncheckedJDOMFactory FACTORY = new UncheckedJDOMFactory();

    private LenientTree() {}

    /** Null if the text holds no element. */
    static @Nullable Document of(String text) {
        org.jsoup.nodes.Document parsed = Jsoup.parse(text, "", Parser.xmlParser());
        if (parsed.childrenSize() == 0) {
            return null;
        }
        Element root = element(parsed.child(0), Map.of("", ""), 0);
        return new Document(root);
    }

    private static Element element(org.jsoup.nodes.Element from, Map<String, String> outer, int depth) {
        Map<String, String> scope = scope(from, outer);
        String name = from.tagName();
        int colon = name.indexOf(':');
        String prefix = colon < 0 ? "" : name.substring(0, colon);
        String uri = scope.getOrDefault(prefix, Namespaces.uri(prefix));
        Element to = FACTORY.element(legal(name.substring(colon + 1)), namespace(prefix, uri));
        for (Attribute attribute : from.attributes()) {
            attribute(to, attribute, scope);
        }
        for (Node child : from.childNodes()) {
            if (child instanceof TextNode words) {
                to.addContent(new Text(withoutForbidden(words.getWholeText())));
            } else if (child instanceof org.jsoup.nodes.Element inner && depth < DEEPEST) {
                to.addContent(element(inner, scope, depth + 1));
            }
        }
        return to;
    }

    private static Map<String, String> scope(org.jsoup.nodes.Element from, Map<String, String> outer) {
        Map<String, String> scope = outer;
        for (Attribute attribute : from.attributes()) {
            String key = attribute.getKey();
            if (key.equals("xmlns") || key.startsWith("xmlns:")) {
                scope = scope == outer ? new HashMap<>(outer) : scope;
                scope.put(key.equals("xmlns") ? "" : key.substring(6), attribute.getValue());
            }
        }
        return scope;
    }

    private static void attribute(Element to, Attribute attribute, Map<String, String> scope) {
        String key = attribute.getKey();
        int colon = key.indexOf(':');
        if (key.startsWith("xmlns") || colon == 0 || colon == key.length() - 1) {
            return;
        }
        String prefix = colon < 0 ? "" : key.substring(0, colon);
        String uri = scope.getOrDefault(prefix, Namespaces.uri(prefix));
        Namespace namespace = prefix.isEmpty()
                ? Namespace.NO_NAMESPACE
                : prefix.equals("xml") ? Namespace.getNamespace("xml", XML) : namespace(prefix, uri);
        to.setAttribute(
                FACTORY.attribute(legal(key.substring(colon + 1)), withoutForbidden(attribute.getValue()), namespace));
    }

    private static Namespace namespace(String prefix, String uri) {
        return uri.isEmpty() ? Namespace.NO_NAMESPACE : Namespace.getNamespace(legal(prefix), uri);
    }

    private static String legal(String name) {
        String kept = name.replaceAll("[^\\p{L}\\p{N}_.-]", "");
        return kept.isEmpty() || Character.isLetter(kept.charAt(0)) || kept.charAt(0) == '_' || name.isEmpty()
                ? kept
                : "_" + kept;
    }

    private static String withoutForbidden(String text) {
        return org.jdom2.Verifier.checkCharacterData(text) == null
                ? text
                : text.replaceAll("[^\\t\\n\\r\\x20-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]", "");
    }
}
