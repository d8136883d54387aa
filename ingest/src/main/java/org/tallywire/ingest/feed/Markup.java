package org.tallywire.ingest.feed;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdom2.Element;
import org.jsoup.parser.Parser;

/** Bodies as HTML, whatever was done to them on the way: sections inside sections, markup escaped once too often or not declared, relative links. */
final class Markup {
    private static final String TAGS =
            "(?:p|div|span|b|i|u|em|strong|a|ul|ol|li|h[1-6]|blockquote|table|tr|td|font|sup|sub|pre|figure)";
    private static final Pattern HTML = Pattern.compile("(?i)</" + TAGS + "\\s*>|<br\\s*/?>|<p>|<img\\s[^<]*>");
    private static final Pattern ESCAPED =
            Pattern.compile("(?i)&lt;/" + TAGS + "\\s*&gt;|&lt;br\\s*/?&gt;|&lt;p&gt;|&lt;img\\s[^<]*&gt;");
    private static final Pattern RELATIVE = Pattern.compile(
            "(?i)(?<=\\s)(href|src)\\s*=\\s*([\"'])\\s*(?!https?:|#|mailto:|data:|tel:|javascript:|\\2)([^\"'<>]*)\\2");

    private Markup() {}

    /** True for words that hold a closing tag or a line break of HTML: declared as plain text or not, they are HTML. */
    static boolean isHtml(String words) {
        return words.indexOf('<') >= 0 && HTML.matcher(words).find();
    }

    /** HTML without a CDATA section that was written twice, and with the markup that was escaped twice. */
    static String once(String html) {
        String open = html;
        if (open.contains("<![CDATA[")) {
            open = open.replace("<![CDATA[", "").replace("]]>", "");
        }
        boolean escaped = open.indexOf('<') < 0
                && open.contains("&lt;")
                && ESCAPED.matcher(open).find();
        return escaped ? Parser.unescapeEntities(open, false) : open;
    }

    /** The same HTML with links and images absolute, as far as there is something to hang them from. */
    static String absolute(String html, Links links, Element item) {
        if (!mayBeRelative(html, "href") && !mayBeRelative(html, "src")) {
            return html;
        }
        Matcher found = RELATIVE.matcher(html);
        StringBuilder out = new StringBuilder(html.length() + 64);
        while (found.find()) {
            String address = links.absolute(found.group(3), item);
            String now = address.isEmpty()
                    ? found.group()
                    : found.group(1) + "=" + found.group(2) + address + found.group(2);
            found.appendReplacement(out, Matcher.quoteReplacement(now));
        }
        return found.appendTail(out).toString();
    }

    /** A cheap look before the pattern: most bodies have no links, or absolute ones. */
    private static boolean mayBeRelative(String html, String attribute) {
        for (int at = html.indexOf(attribute); at >= 0; at = html.indexOf(attribute, at + 1)) {
            int value = at + attribute.length() + 2;
            if (!html.startsWith("http", value)) {
                return true;
            }
        }
        return false;
    }
}
