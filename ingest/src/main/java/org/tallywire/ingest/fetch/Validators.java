package org.tallywire.ingest.fetch;

/**
 * What a server gave to ask "has it changed?" with, kept as received: quotes, {@code W/} and odd dates included.
 *
 * @param etag ETag header; empty: none
 * @param lastModified Last-Modified header; empty: none
 */
public record Validators(String etag, String lastModified) {
    /** Nothing to compare with. */
    public static final Validators NONE = new Validators("", "");

    /** True if there is nothing to ask with. */
    public boolean isEmpty() {
        return etag.isEmpty() && lastModified.isEmpty();
    }
}
