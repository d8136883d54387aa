package org.tallywire.ingest.fetch;

import java.util.Map;

/**
 * One GET that is wanted.
 *
 * @param url absolute http(s) address
 * @param accept value of the Accept header
 * @param validators sent back byte for byte; {@link Validators#NONE} asks without condition
 * @param allowPrivate loopback and private addresses may be dialled
 * @param headers more request headers, e.g. Authorization
 * @param home address that the headers are meant for: no other scheme, host or port sees them, whoever names it
 */
public record Request(
        String url,
        String accept,
        Validators validators,
        boolean allowPrivate,
        Map<String, String> headers,
        String home) {
    /** What feeds are asked for. */
    public static final String FEED =
            "application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9,"
                    + " text/xml;q=0.9, application/json;q=0.8, */*;q=0.1";

    /** What article pages are asked for. */
    public static final String PAGE = "text/html, application/xhtml+xml, */*;q=0.1";

    /** An unconditional request for a feed. */
    public static Request feed(String url, boolean allowPrivate) {
        return new Request(url, FEED, Validators.NONE, allowPrivate, Map.of(), url);
    }

    /** The same request under a condition. */
    public Request onlyIfChanged(Validators known) {
        return new Request(url, accept, known, allowPrivate, headers, home);
    }

    /** The same request for something else than a feed. */
    public Request accepting(String types) {
        return new Request(url, types, validators, allowPrivate, headers, home);
    }

    /** The same request with more headers, meant for one server. */
    public Request with(Map<String, String> more, String server) {
        return new Request(url, accept, validators, allowPrivate, more, server);
    }
}
