package org.tallywire.schemas.stream;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.tallywire.schemas.Environment;

/**
 * Client properties from a file, for SASL and TLS; never logged.
 *
 * @param properties as Kafka's clients take them; empty: plain text
 */
public record ClientConfig(Properties properties) {
    /** No security. */
    public static final ClientConfig PLAIN = new ClientConfig(new Properties());

    /** The file that CLIENT_CONFIG names. */
    public static ClientConfig from(Environment env) {
        String file = env.text("CLIENT_CONFIG", "");
        Properties properties = new Properties();
        if (!file.isEmpty()) {
            try (Reader reader = Files.newBufferedReader(Path.of(file))) {
                properties.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                env.problem("CLIENT_CONFIG=" + file + ": cannot be read");
            }
        }
        return new ClientConfig(properties);
    }

    @Override
    public String toString() {
        return "ClientConfig" + properties.stringPropertyNames();
    }
}
