package org.tallywire.ingest.poll;

import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.Source;

/**
 * Gives a source's request headers their secrets. A source names its secret, it never holds it: option {@code
 * auth.header} is the name of the header (Authorization when absent), {@code auth.scheme} a word in front (e.g. Token),
 * {@code auth.secret} the name of the secret.
 */
public final class Secrets {
    private final Function<String, @Nullable String> byName;

    /** @param byName the secret of a name, null when it is not known */
    public Secrets(Function<String, @Nullable String> byName) {
        this.byName = byName;
    }

    /**
     * Headers for a source.
     *
     * @param missing what is missing, in words; null: nothing
     */
    public record Found(
            Map<String, String> headers, @Nullable String missing) {}

    /** The headers that a source needs. */
    public Found headers(Source source) {
        String name = source.getOptions().get("auth.secret");
        if (name == null) {
            return new Found(Map.of(), null);
        }
        String secret = byName.apply(name);
        if (secret == null || secret.isBlank()) {
            return new Found(Map.of(), "secret '" + name + "' is not set");
        }
        String header = source.getOptions().getOrDefault("auth.header", "Authorization");
        String scheme = source.getOptions().getOrDefault("auth.scheme", "");
        return new Found(Map.of(header, (scheme + " " + secret.strip()).strip()), null);
    }
}
