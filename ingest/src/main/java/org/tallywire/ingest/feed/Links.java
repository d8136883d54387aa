package org.tallywire.ingest.feed;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.tallywire.ingest.read.UrlKey;

/** Addresses inside a feed, resolved: against xml:base, then the address of the document, then the feed's own home page. */
final class Links {
    private static final String FORBIDDEN = " \"<>\\^`{|}[]\t\n\r";

    private static final Pattern BREAK = Pattern.compile("\\s*[\\r\\n]+\\s*");
    private static final Pattern SCHEME = Pattern.compile("(?i)^(?:https?:/*)*(https?):/*(?=[^/])");

    private final String document;
    private final String home;

    /**
     * @param document final address of the feed; for a local file anything that is not http(s)
     * @param home what the feed names as its home page; empty: none
     */
    Links(String document, String home) {
        this.document = UrlKey.isWeb(document) ? document : "";
        this.home = UrlKey.isWeb(home) ? home : "";
    }

    /** Absolute http(s) address of what {@code at} says; empty if it leads nowhere on the web. */
    String absolute(String link, Element at) {
        String plain = tidy(link.strip());
        if (plain.isEmpty()) {
            return "";
        }
        if (UrlKey.isWeb(plain)) {
            return plain.replace(" ", "%20");
        }
        String resolved = resolve(base(at), plain);
        return UrlKey.isWeb(resolved) ? resolved : "";
    }

    /** Line breaks, {@code &amp;} that was escaped twice, doubled or clipped schemes, and addresses that begin with {@code www.}. */
    private static String tidy(String link) {
        boolean plain = link.startsWith("http://") || link.startsWith("https://");
        if (plain && link.indexOf(':', 6) < 0 && !link.contains("&amp;") && link.indexOf('\n') < 0) {
            return link;
        }
        String tidy = link;
        if (tidy.indexOf('\n') >= 0 || tidy.indexOf('\r') >= 0) {
            tidy = BREAK.matcher(tidy).replaceAll("");
        }
        if (tidy.contains("&amp;")) {
            tidy = tidy.replace("&amp;", "&");
        }
        if (tidy.regionMatches(true, 0, "www.", 0, 4)) {
            return "http://" + tidy;
        }
        return tidy.regionMatches(true, 0, "http", 0, 4) ? SCHEME.matcher(tidy).replaceFirst("$1://") : tidy;
    }

    private String base(Element at) {
        String chain = "";
        for (Element element = at; element != null; element = element.getParentElement()) {
            String base = element.getAttributeValue("base", Namespace.XML_NAMESPACE, "")
                    .strip();
            chain = chain.isEmpty() ? base : base.isEmpty() ? chain : resolve(base, chain);
            if (UrlKey.isWeb(chain)) {
                return chain;
            }
        }
        String start = document.isEmpty() ? home : document;
        return chain.isEmpty() ? start : resolve(start, chain);
    }

    /** RFC 3986 resolution; empty if there is no base or either side is beyond repair. */
    static String resolve(String base, String link) {
        try {
            URI to = new URI(encoded(link));
            if (to.isAbsolute()) {
                return to.toString();
            }
            if (base.isEmpty()) {
                return "";
            }
            URI from = new URI(encoded(base));
            if (from.getPath() == null || from.getPath().isEmpty()) {
                from = from.resolve("/");
            }
            boolean queryOnly = link.startsWith("?");
            URI resolved = queryOnly ? from.resolve(from.getRawPath() + to) : from.resolve(to);
            return resolved.toString();
        } catch (URISyntaxException | IllegalArgumentException e) {
            return "";
        }
    }

    private static String encoded(String link) {
        StringBuilder out = new StringBuilder(link.length());
        for (int i = 0; i < link.length(); i++) {
            char c = link.charAt(i);
            boolean bare = c == '%' && !link.substring(i).matches("(?s)%[0-9A-Fa-f]{2}.*");
            if (bare || FORBIDDEN.indexOf(c) >= 0) {
                out.append('%').append(String.format("%02X", (int) c));
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }
}
