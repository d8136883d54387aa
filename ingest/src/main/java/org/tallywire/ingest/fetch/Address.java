package org.tallywire.ingest.fetch;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rules for addresses before anything is dialled: scheme, port, length, no password inside. */
final class Address {
    private static final int LONGEST = 2048;
    /** Ports above 1023 that speak something else than HTTP and could be harmed by a request. */
    private static final Set<Integer> DENIED = Set.of(
            1433, 1521, 2049, 2181, 2375, 2376, 2379, 3306, 3389, 4505, 5432, 5672, 5900, 6000, 6379, 6443, 6667, 8500,
            9092, 9093, 9094, 9200, 9300, 10250, 11211, 19092, 27017, 50070);

    private Address() {}

    /** Why the address may not be asked; null: it may. */
    static @Nullable String objection(URI uri, boolean allowPrivate) {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            return "only http and https are fetched, not '" + scheme + "'";
        }
        if (uri.getHost() == null) {
            return "no host in the address";
        }
        if (uri.getRawUserInfo() != null) {
            return "a password stands in the address; give it by a setting";
        }
        if (uri.toString().length() > LONGEST) {
            return "address longer than " + LONGEST + " characters";
        }
        return allowPrivate || portIsFine(uri.getPort()) ? null : "port " + uri.getPort() + " is not for HTTP";
    }

    private static boolean portIsFine(int port) {
        return port == -1 || port == 80 || port == 443 || (port >= 1024 && port <= 65535 && !DENIED.contains(port));
    }

    /** Parses an address as people write it (blanks, Cyrillic paths and hosts); null when nothing can be made of it. */
    static @Nullable URI parse(String text) {
        try {
            String stripped = text.strip().replace(" ", "%20");
            URI uri = new URI(stripped);
            if (uri.getHost() == null && uri.getRawAuthority() != null) {
                uri = withAsciiHost(uri);
            }
            return new URI(uri.toASCIIString());
        } catch (URISyntaxException | IllegalArgumentException unreadable) {
            return null;
        }
    }

    private static URI withAsciiHost(URI uri) throws URISyntaxException {
        String authority = uri.getRawAuthority();
        int colon = authority.lastIndexOf(':');
        String port = colon >= 0 ? authority.substring(colon) : "";
        String host = java.net.IDN.toASCII(colon >= 0 ? authority.substring(0, colon) : authority);
        String text = uri.toString();
        int at = text.indexOf(authority);
        return new URI(text.substring(0, at) + host + port + text.substring(at + authority.length()));
    }
}
