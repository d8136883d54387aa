package org.tallywire.schemas.stream;

import java.time.Duration;
import java.time.Instant;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;

/**
 * Asks the broker whether it answers, at most every three seconds: a Streams client stays RUNNING while its broker is away. Asking needs
 * no right on the cluster.
 */
public final class BrokerProbe implements AutoCloseable {
    private static final Duration REST = Duration.ofSeconds(3);
    private static final int PATIENCE_MS = 2500;

    private final Admin admin;
    private String problem = "";
    private Instant asked = Instant.EPOCH;

    /** @param bootstrap host:port of the broker */
    public BrokerProbe(String bootstrap, ClientConfig client) {
        Properties properties = new Properties();
        properties.putAll(client.properties());
        properties.put("bootstrap.servers", bootstrap);
        admin = Admin.create(properties);
    }

    /** Empty when the broker answers, else what is wrong. */
    public synchronized String problem() {
        if (Instant.now().isAfter(asked.plus(REST))) {
            problem = ask();
            asked = Instant.now();
        }
        return problem;
    }

    private String ask() {
        try {
            var nodes = admin.describeCluster(new DescribeClusterOptions().timeoutMs(PATIENCE_MS))
                    .nodes()
                    .get();
            return nodes.isEmpty() ? "the cluster has no broker" : "";
        } catch (ExecutionException e) {
            return "the broker does not answer: " + String.valueOf(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "interrupted while asking the broker";
        }
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(1));
    }
}
