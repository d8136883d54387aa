package org.tallywire.ingest.fetch;

/** Carries out one GET; blocks the calling (virtual) thread. What goes wrong is told by the value. */
@FunctionalInterface
public interface Fetcher {
    Fetched fetch(Request request);
}
