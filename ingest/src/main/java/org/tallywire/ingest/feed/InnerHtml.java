package org.tallywire.ingest.feed;

import java.util.Set;
import org.jdom2.Attribute;
import org.jdom2.Content;
import org.jdom2.Element;
import org.jdom2.Text;

/** What stands inside an element, written as HTML: prefixes and namespace declarations are left out. */
final class InnerHtml {
    private static final Set<String> VOID =
            Set.of("br", "hr", "img", "input", "meta", "link", "wbr", "source", "area", "col");

    private InnerHtml() {}

    static String of(Element parent) {
        StringBuilder out = new StringBuilder();
        inner(parent, out);
        return out.toString().strip();
    }

    /** HTML of an element that holds either markup or escaped markup. */
    static String htmlOf(Element element) {
        return !Children.any(element) ? element.getText().strip() : of(element);
    }

    private static void inner(Element parent, StringBuilder out) {
        for (Content content : parent.getContent()) {
            if (content instanceof Element element) {
                element(element, out);
            } else if (content instanceof Text text) {
                escape(text.getText(), false, out);
            }
        }
    }

    private static void element(Element element, StringBuilder out) {
        out.append('<').append(element.getName());
        for (Attribute attribute : element.getAttributes()) {
            out.append(' ').append(attribute.getName()).append("=\"");
            escape(attribute.getValue(), true, out);
            out.append('"');
        }
        if (VOID.contains(element.getName()) && element.getContentSize() == 0) {
            out.append(" />");
            return;
        }
        out.append('>');
        inner(element, out);
        out.append("</").append(element.getName()).append('>');
    }

    private static void escape(String text, boolean quoted, StringBuilder out) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '"' -> out.append(quoted ? "&quot;" : "\"");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                default -> out.append(c);
            }
        }
    }
}
