package org.tallywire.ingest.fetch;

import java.time.Instant;
import java.util.List;

/**
 * How a request went.
 *
 * @param status last HTTP status; 0: no answer
 * @param url last address asked
 * @param hops redirects on the way, in order
 * @param bytes bytes of the body on the wire
 * @param millis from the start to the last byte
 * @param at when it ended
 */
public record Exchange(int status, String url, List<Hop> hops, long bytes, long millis, Instant at) {
    /** One redirect. */
    public record Hop(int status, String target) {
        /** True for 301 and 308. */
        boolean permanent() {
            return status == 301 || status == 308;
        }
    }

    /** True if there were redirects and every one says that the move is for good. */
    public boolean movedForGood() {
        return !hops.isEmpty() && hops.stream().allMatch(Hop::permanent);
    }

    /** Nothing was sent. */
    public static Exchange none(String url, Instant at) {
        return new Exchange(0, url, List.of(), 0, 0, at);
    }
}
