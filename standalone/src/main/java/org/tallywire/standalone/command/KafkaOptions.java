package org.tallywire.standalone.command;

import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.KafkaException;
import org.tallywire.schemas.Environment;
import org.tallywire.schemas.stream.ClientConfig;
import picocli.CommandLine.Option;

/** Where the broker and the registry are: options first, then environment, then the ports of {@code tallywire up}. */
final class KafkaOptions {
    @Option(
            names = "--bootstrap",
            paramLabel = "HOST:PORT",
            description = "Kafka (default: KAFKA_BOOTSTRAP, else 127.0.0.1:9092).")
    private String bootstrap = "";

    @Option(
            names = "--registry",
            paramLabel = "URL",
            description = "Schema registry (default: REGISTRY_URL, else http://127.0.0.1:8081).")
    private String registry = "";

    /** The environment of this process with the options in it. */
    Environment environment() {
        Map<String, String> variables = new HashMap<>(System.getenv());
        variables.putIfAbsent("KAFKA_BOOTSTRAP", "127.0.0.1:9092");
        variables.putIfAbsent("REGISTRY_URL", "http://127.0.0.1:8081");
        if (!bootstrap.isEmpty()) {
            variables.put("KAFKA_BOOTSTRAP", bootstrap);
        }
        if (!registry.isEmpty()) {
            variables.put("REGISTRY_URL", registry);
        }
        return new Environment(variables);
    }

    /** What a broker refused, as the command tells it: one line, exit code 1. */
    static KafkaException refused(ExecutionException e) {
        return e.getCause() instanceof KafkaException cause
                ? cause
                : new KafkaException(String.valueOf(e.getCause()), e);
    }

    /** Properties for any Kafka client. */
    static Properties client(Environment env) {
        Properties properties = new Properties();
        properties.putAll(ClientConfig.from(env).properties());
        properties.put("bootstrap.servers", env.text("KAFKA_BOOTSTRAP", ""));
        return properties;
    }
}
