package org.tallywire.ingest.fetch;

/**
 * Who we say we are and how much an exchange may cost.
 *
 * @param userAgent product and contact; never blank
 * @param limits bounds of one exchange
 */
public record FetchSettings(String userAgent, FetchLimits limits) {
    public FetchSettings {
        if (userAgent.isBlank()) {
            throw new IllegalArgumentException("the User-Agent must name product and contact, it is blank");
        }
    }

    /** The product token of the User-Agent: the name that robots.txt may address. */
    public String product() {
        return userAgent.strip().split("[/ ]", 2)[0];
    }
}
