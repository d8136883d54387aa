package org.tallywire.standalone.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.tallywire.schemas.Environment;
import org.tallywire.schemas.TopicProvisioner;
import org.tallywire.schemas.Topics;
import org.tallywire.schemas.local.EmbeddedBroker;
import org.tallywire.schemas.local.RegistryServer;

/**
 * The broker and the schema registry of one machine, with all topics there.
 *
 * @param broker running broker
 * @param registry running registry
 */
public record LocalCluster(EmbeddedBroker broker, RegistryServer registry) implements AutoCloseable {
    /**
     * Starts both and creates what is missing.
     *
     * @param data folder that keeps everything
     * @param kafkaPort port of the broker; 0: any free one
     * @param registryPort port of the registry; 0: any free one
     * @param say takes one line for the person at the terminal
     */
    public static LocalCluster start(Path data, int kafkaPort, int registryPort, Consumer<String> say) {
        try {
            Files.createDirectories(data);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make " + data, e);
        }
        EmbeddedBroker broker = EmbeddedBroker.start(data.resolve("kafka"), kafkaPort);
        say.accept("broker at " + broker.bootstrap() + ", data in " + data.resolve("kafka"));
        RegistryServer registry = RegistryServer.start(data.resolve("schemas.json"), registryPort);
        say.accept("schema registry at " + registry.address());
        LocalCluster cluster = new LocalCluster(broker, registry);
        List<String> done = cluster.provision();
        say.accept(Topics.all().size() + " topics, " + done.size() + " of them new");
        return cluster;
    }

    /** Where clients find both. */
    public Environment environment() {
        return new Environment(Map.of("KAFKA_BOOTSTRAP", broker.bootstrap(), "REGISTRY_URL", registry.address()));
    }

    private List<String> provision() {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrap()))) {
            return TopicProvisioner.provision(admin, (short) 1);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the topics cannot be created", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while topics were created", e);
        }
    }

    @Override
    public void close() {
        registry.close();
        broker.close();
    }
}
