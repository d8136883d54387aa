package org.tallywire.schemas.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tallywire.schemas.HttpRegistry;
import org.tallywire.schemas.RegistryException;
import org.tallywire.schemas.TopicProvisioner;
import org.tallywire.schemas.Topics;

class LocalBrokerTest {
    @Test
    void topicsAreProvisionedOnceAndDifferencesAreRefused(@TempDir Path dir) throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(dir.resolve("kafka"), 0);
                Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrap()))) {
            assertEquals(
                    Topics.all().size(),
                    TopicProvisioner.provision(admin, (short) 1).size());
            assertEquals(List.of(), TopicProvisioner.provision(admin, (short) 1), "a second run has nothing to do");
            admin.createPartitions(Map.of("claims", NewPartitions.increaseTo(7)))
                    .all()
                    .get();
            Exception e = assertThrows(IllegalStateException.class, () -> TopicProvisioner.provision(admin, (short) 1));
            assertTrue(e.getMessage().contains("claims has 7 partitions, not 4"), e.getMessage());
        }
    }

    @Test
    void theRegistryKeepsIdsOverARestartAndRefusesIncompatibleSchemas(@TempDir Path dir) {
        Path file = dir.resolve("schemas.json");
        Schema first = record("{\"name\":\"a\",\"type\":\"int\",\"default\":0}");
        Schema grown = record(
                "{\"name\":\"a\",\"type\":\"int\",\"default\":0},{\"name\":\"b\",\"type\":\"string\",\"default\":\"\"}");
        int id;
        try (RegistryServer server = RegistryServer.start(file, 0)) {
            HttpRegistry client = new HttpRegistry(server.address());
            id = client.register("t-value", first);
            assertEquals(id, client.register("t-value", first));
            assertTrue(client.register("t-value", grown) > id);
        }
        try (RegistryServer server = RegistryServer.start(file, 0)) {
            HttpRegistry client = new HttpRegistry(server.address());
            assertEquals(first, client.byId(id));
            Schema other = record("{\"name\":\"c\",\"type\":\"int\"}");
            RegistryException e = assertThrows(RegistryException.class, () -> client.register("t-value", other));
            assertTrue(e.getMessage().contains("409"), e.getMessage());
        }
    }

    private static Schema record(String fields) {
        return new Schema.Parser().parse("{\"type\":\"record\",\"name\":\"R\",\"fields\":[" + fields + "]}");
    }
}
