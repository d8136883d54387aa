package org.tallywire.ingest.feed;

import java.io.IOException;
import java.io.StringReader;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdom2.Document;
import org.jdom2.JDOMException;
import org.jdom2.UncheckedJDOMFactory;
import org.jdom2.input.SAXBuilder;
import org.jdom2.input.sax.SAXEngine;
import org.jspecify.annotations.Nullable;

/**
 * The parse ladder from clean text to a tree: strict; strict after declaring the prefixes that were used undeclared; a cut
 * document closed after its last whole item; jsoup's lenient parser.
 *
 * @param document the tree; null when nothing could be made of the text
 * @param salvaged true if the tree is not what the publisher wrote: it may add items, never take any away
 */
record XmlTree(@Nullable Document document, boolean salvaged) {
    /** Parsers that no thread uses now; to build one costs as much as to parse a short feed. */
    private static final Queue<SAXEngine> FREE = new ArrayBlockingQueue<>(16);

    private static final int MOST_PREFIXES = 12;
    private static final Pattern UNBOUND = Pattern.compile("prefix \"([^\"]+)\"");

    /** Climbs the ladder; what was odd goes to {@code notes}. */
    static XmlTree of(CleanXml xml, Set<String> notes) {
        boolean salvaged = !xml.closed();
        String text = salvaged ? CutDocument.closed(xml, notes) : xml.text();
        for (int i = 0; i < MOST_PREFIXES; i++) {
            try {
                return new XmlTree(strict(text), salvaged);
            } catch (JDOMException e) {
                String problem = Objects.toString(e.getMessage(), "unreadable");
                Matcher unbound = UNBOUND.matcher(problem);
                if (!unbound.find() || !problem.contains("not bound")) {
                    notes.add("not well-formed: " + problem.replaceFirst("^Error on (line \\d+).*?: ", "$1: "));
                    break;
                }
                text = declared(text, xml.root(), unbound.group(1));
                notes.add("undeclared prefix " + unbound.group(1) + " declared");
            }
        }
        return new XmlTree(LenientTree.of(text), true);
    }

    private static String declared(String text, String root, String prefix) {
        int at = root.length() + 1;
        return text.substring(0, at) + " xmlns:" + prefix + "=\"" + Namespaces.uri(prefix) + "\"" + text.substring(at);
    }

    /** No DOCTYPE, no entity but the five, no network. */
    private static Document strict(String text) throws JDOMException {
        SAXEngine free = FREE.poll();
        SAXEngine engine = free == null ? engine() : free;
        try {
            return engine.build(new StringReader(text));
        } catch (IOException e) {
            throw new JDOMException("unreadable", e);
        } finally {
            FREE.offer(engine);
        }
    }

    private static SAXEngine engine() throws JDOMException {
        SAXBuilder builder = new SAXBuilder(null, null, new UncheckedJDOMFactory());
        builder.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        builder.setFeature("http://xml.org/sax/features/external-general-entities", false);
        builder.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
        builder.setExpandEntities(true);
        return builder.buildEngine();
    }
}
