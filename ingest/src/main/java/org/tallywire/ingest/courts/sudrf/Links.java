package org.tallywire.ingest.courts.sudrf;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jsoup.nodes.Element;

/** Addresses of the register's pages: their query under one set of names for both page generations. */
final class Links {
    private Links() {}

    /** Query parameters; generation B writes {@code _id}, {@code _deloId}, {@code _page} for case_id, delo_id, page. */
    static Map<String, String> query(String url) {
        Map<String, String> query = new LinkedHashMap<>();
        int start = url.indexOf('?');
        if (start < 0) {
            return query;
        }
        for (String pair : url.substring(start + 1).replace("&amp;", "&").split("[&#]")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                query.putIfAbsent(
                        name(pair.substring(0, equals)),
                        pair.substring(equals + 1).strip());
            }
        }
        return query;
    }

    private static String name(String name) {
        return switch (name) {
            case "_id" -> "case_id";
            case "_deloId" -> "delo_id";
            case "_uid" -> "case_uid";
            case "_page" -> "page";
            default -> name;
        };
    }

    /** Absolute address of a link, or what is written where the page's own address is not known. */
    static String address(Element link) {
        String absolute = link.absUrl("href");
        return absolute.isEmpty() ? link.attr("href").strip() : absolute;
    }
}
