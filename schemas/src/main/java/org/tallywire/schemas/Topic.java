package org.tallywire.schemas;

import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/**
 * One row of the topic catalogue.
 *
 * @param <V> type of the value; keys are strings
 * @param name topic name
 * @param value class of the value, generated from an .avdl
 * @param key what the key is, in words
 * @param writer the service that writes it
 * @param partitions number of partitions when it is created
 * @param cleanup {@code compact} or {@code delete}
 * @param retentionMs milliseconds kept; -1: for ever
 * @param about what one record says
 */
public record Topic<V extends SpecificRecord>(
        String name,
        Class<V> value,
        String key,
        String writer,
        int partitions,
        String cleanup,
        long retentionMs,
        String about) {

    /** The settings with which the topic is created and against which an existing one is checked. */
    public Map<String, String> config() {
        return Map.of("cleanup.policy", cleanup, "retention.ms", Long.toString(retentionMs));
    }

    /** Serde of the value against a registry. */
    public AvroSerde<V> serde(Registry registry) {
        return new AvroSerde<>(value, registry);
    }
}
