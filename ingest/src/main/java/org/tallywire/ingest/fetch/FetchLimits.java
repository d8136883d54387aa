package org.tallywire.ingest.fetch;

import java.time.Duration;

/**
 * How much one exchange may cost.
 *
 * @param connect until a connection stands, TLS included
 * @param silence until the first byte, and between two bytes
 * @param exchange the whole exchange, redirects included
 * @param redirects how many are followed
 * @param wireBytes body as it comes over the wire
 * @param bodyBytes body after inflation
 * @param headerLine longest header line, bytes
 * @param headers most header lines
 */
public record FetchLimits(
        Duration connect,
        Duration silence,
        Duration exchange,
        int redirects,
        int wireBytes,
        int bodyBytes,
        int headerLine,
        int headers) {
    /** The limits in use; why these: RATIONALE.md, "Fetching". */
    public static final FetchLimits DEFAULT = new FetchLimits(
            Duration.ofSeconds(5), Duration.ofSeconds(15), Duration.ofSeconds(60), 5, 8 << 20, 16 << 20, 16 << 10, 200);
}
