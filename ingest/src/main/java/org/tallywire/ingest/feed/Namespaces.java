package org.tallywire.ingest.feed;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jdom2.Namespace;
import org.tallywire.ingest.read.Rows;

/** The namespaces of feeds under all the addresses they have had. */
final class Namespaces {
    static final Namespace ATOM = Namespace.getNamespace("http://www.w3.org/2005/Atom");
    static final Namespace XHTML = Namespace.getNamespace("http://www.w3.org/1999/xhtml");

    private static final Map<String, String> NAME_BY_URI = new HashMap<>();
    private static final Map<String, String> URI_BY_NAME = new HashMap<>();

    static {
        for (String[] row : Rows.of(Namespaces.class, "namespaces.tsv")) {
            NAME_BY_URI.put(row[1].toLowerCase(Locale.ROOT), row[0]);
            URI_BY_NAME.putIfAbsent(row[0], row[1]);
        }
    }

    private Namespaces() {}

    /** Short name of a namespace (rss, atom, dc, content, ...); empty for an unknown one. */
    static String name(String uri) {
        String name = NAME_BY_URI.get(uri);
        return name == null ? NAME_BY_URI.getOrDefault(uri.toLowerCase(Locale.ROOT), "") : name;
    }

    /** Address for a prefix that was used without being declared. */
    static String uri(String prefix) {
        return URI_BY_NAME.getOrDefault(prefix.toLowerCase(Locale.ROOT), "urn:undeclared:" + prefix);
    }
}
