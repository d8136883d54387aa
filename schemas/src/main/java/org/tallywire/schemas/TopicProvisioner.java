package org.tallywire.schemas;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;

/**
 * Creates the topics of the catalogue and checks those that exist. Ends with a barrier: the end offset of every
 * partition is asked for, because an idempotent producer can lose what it writes to a topic just created (KAFKA-15591).
 */
public final class TopicProvisioner {
    /** Bytes of the largest record: an article may hold half a million characters, a claim a thousand carriers. */
    static final int LARGEST = 16 << 20;

    private TopicProvisioner() {}

    /**
     * Safe to run again.
     *
     * @return what was done, a line a topic
     * @throws IllegalStateException if an existing topic differs in a way that must not be repaired silently
     */
    public static List<String> provision(Admin admin, short replication)
            throws InterruptedException, ExecutionException {
        Set<String> existing = admin.listTopics().names().get();
        List<String> done = new ArrayList<>();
        List<NewTopic> missing = new ArrayList<>();
        for (Topic<?> topic : Topics.all()) {
            if (!existing.contains(topic.name())) {
                missing.add(new NewTopic(topic.name(), Optional.of(topic.partitions()), Optional.of(replication))
                        .configs(settings(topic)));
                done.add("created " + topic.name());
            }
        }
        admin.createTopics(missing).all().get();
        List<String> differences = new ArrayList<>();
        Map<TopicPartition, OffsetSpec> barrier = new HashMap<>();
        for (Topic<?> topic : Topics.all()) {
            differences.addAll(compare(admin, topic, barrier));
        }
        if (!differences.isEmpty()) {
            throw new IllegalStateException("topics differ from the catalogue: " + String.join("; ", differences));
        }
        admin.listOffsets(barrier).all().get();
        return done;
    }

    private static Map<String, String> settings(Topic<?> topic) {
        Map<String, String> settings = new TreeMap<>(topic.config());
        settings.put("max.message.bytes", Integer.toString(LARGEST));
        return settings;
    }

    private static List<String> compare(Admin admin, Topic<?> topic, Map<TopicPartition, OffsetSpec> barrier)
            throws InterruptedException, ExecutionException {
        List<String> differences = new ArrayList<>();
        TopicDescription found = admin.describeTopics(List.of(topic.name()))
                .allTopicNames()
                .get()
                .values()
                .iterator()
                .next();
        found.partitions()
                .forEach(p -> barrier.put(new TopicPartition(topic.name(), p.partition()), OffsetSpec.latest()));
        if (found.partitions().size() != topic.partitions()) {
            differences.add("%s has %d partitions, not %d"
                    .formatted(topic.name(), found.partitions().size(), topic.partitions()));
        }
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
        Config config = admin.describeConfigs(List.of(resource))
                .all()
                .get()
                .values()
                .iterator()
                .next();
        topic.config().forEach((name, value) -> {
            if (!value.equals(config.get(name).value())) {
                differences.add("%s has %s=%s, not %s"
                        .formatted(topic.name(), name, config.get(name).value(), value));
            }
        });
        return differences;
    }
}
