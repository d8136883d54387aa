package org.tallywire.ingest.read;

import java.time.Instant;

/**
 * What one answered request brought.
 *
 * @param body bytes after content decoding (gzip is gone)
 * @param contentType the Content-Type header as sent; empty: none
 * @param url the final address, after redirects; for a local file its path or the base that was given for it
 * @param fetchedAt when the answer came; "now" for everything that a reader decides
 * @param truncated the body was cut by the size limit or the connection: it may add items, never remove any
 */
public record Payload(byte[] body, String contentType, String url, Instant fetchedAt, boolean truncated) {
    /** A whole answer. */
    public static Payload of(byte[] body, String contentType, String url, Instant fetchedAt) {
        return new Payload(body, contentType, url, fetchedAt, false);
    }
}
