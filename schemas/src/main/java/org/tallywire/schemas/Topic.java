package org.tallywire.schemas;

import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/**
 * One row of the topic catalogue.
 *
 * @param <V> type of the value; keys are strings
 * @param name topic name
 * @param value class of the value, generated from an .avdl
 * @param key what the key is, in words
 * @param writers the services that write it: one, but for what several set aside; ingest runs as two, on keys of their own
 * @param readers the services that read it; with the writers, the rights that {@link Access} grants
 * @param partitions number of partitions when it is created
 * @param cleanup {@code compact} or {@code delete}
 * @param retentionMs milliseconds kept; -1: for ever
 * @param about what one record says
 */
public record Topic<V extends SpecificRecord>(
        String name,
        Class<V> value,
        String key,
        List<String> writers,
        List<String> readers,
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
