package org.tallywire.standalone.command;

import java.time.Instant;
import java.time.InstantSource;
import org.tallywire.ingest.fetch.FetchLimits;
import org.tallywire.ingest.fetch.FetchSettings;
import org.tallywire.ingest.fetch.Fetched;
import org.tallywire.ingest.fetch.HttpFetcher;
import org.tallywire.ingest.fetch.Request;
import org.tallywire.ingest.read.Payload;
import picocli.CommandLine.Option;

/** A file or an address as if it had just been fetched. */
final class ServedAs {
    @Option(
            names = "--content-type",
            paramLabel = "TYPE",
            description = "Content-Type header with which a file was served.")
    private String contentType = "";

    @Option(names = "--base", paramLabel = "URL", description = "Address from which a file was served.")
    private String base = "";

    @Option(names = "--allow-private", description = "Fetch loopback and private addresses too.")
    private boolean allowPrivate;

    /** The bytes of a file, or the answer of an address; what cannot be had is a {@link BadInput}. */
    Payload payload(String input, Instant now) {
        if (!input.startsWith("http://") && !input.startsWith("https://")) {
            return Payload.of(Inputs.bytes(input), contentType, base, now);
        }
        FetchSettings settings = new FetchSettings("Tallywire/0.1 (command line)", FetchLimits.DEFAULT);
        try (HttpFetcher fetcher = new HttpFetcher(settings, InstantSource.system())) {
            return switch (fetcher.fetch(Request.feed(input, allowPrivate))) {
                case Fetched.Answer answer -> answer.payload();
                case Fetched.NotModified none -> throw new BadInput(input, "answers 304 without a question");
                case Fetched.Refused refused -> throw new BadInput(input, refused.state() + " " + refused.reason());
            };
        } catch (java.io.IOException e) {
            throw new BadInput(input, "connection did not close: " + e.getMessage());
        }
    }
}
