package org.tallywire.ingest.poll;

import crawlercommons.domains.EffectiveTldFinder;
import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/** The host that manners are owed to: the registrable domain, or host and port where there is none. */
public final class HostKey {
    private static final Pattern LITERAL = Pattern.compile("\\[.*]|\\d+(\\.\\d+){3}|localhost");

    private HostKey() {}

    /** E.g. {@code example.org} for {@code https://feeds.example.org/rss}; empty for what is no address. */
    public static String of(String url) {
        String host;
        int port;
        try {
            URI uri = URI.create(url.strip());
            host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
            port = uri.getPort();
        } catch (IllegalArgumentException notAnAddress) {
            return "";
        }
        if (LITERAL.matcher(host).matches()) {
            return port == -1 ? host : host + ":" + port;
        }
        String domain = EffectiveTldFinder.getAssignedDomain(host, true, true);
        return domain == null ? host : domain;
    }
}
