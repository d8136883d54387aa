package org.tallywire.schemas.stream;

import java.nio.file.Path;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyConfig;
import org.tallywire.schemas.Environment;

/**
 * Settings that every Kafka Streams service shares.
 *
 * @param service name, e.g. enrich; also the application id, so also the prefix of internal topics
 * @param bootstrap KAFKA_BOOTSTRAP, default localhost:9092
 * @param registry REGISTRY_URL, default http://localhost:8081
 * @param instance INSTANCE, default 1: static membership needs a name that stays the same over restarts
 * @param stateDir STATE_DIR, default data/state: one folder an instance, on a disk that survives restarts
 * @param commitMillis COMMIT_MS, default 200: how long a record waits at most for its transaction; higher is cheaper
 * @param threads STREAM_THREADS, default 1: more gave nothing on two cores
 * @param replicas REPLICATION, default 1: copies of internal topics; 3 on a cluster
 * @param httpHost HTTP_HOST, default 127.0.0.1: where health and metrics listen; 0.0.0.0 in a container
 * @param httpPort HTTP_PORT, default 0: any free port
 * @param client CLIENT_CONFIG, default none: file with client properties such as sasl.jaas.config
 */
public record StreamsSettings(
        String service,
        String bootstrap,
        String registry,
        String instance,
        Path stateDir,
        int commitMillis,
        int threads,
        int replicas,
        String httpHost,
        int httpPort,
        ClientConfig client) {

    /** From environment variables. */
    public static StreamsSettings from(Environment env, String service) {
        return new StreamsSettings(
                service,
                env.text("KAFKA_BOOTSTRAP", "localhost:9092"),
                env.text("REGISTRY_URL", "http://localhost:8081"),
                env.text("INSTANCE", "1"),
                Path.of(env.text("STATE_DIR", "data/state")),
                env.number("COMMIT_MS", 200, 10, 60_000),
                env.number("STREAM_THREADS", 1, 1, 64),
                env.number("REPLICATION", 1, 1, 7),
                env.text("HTTP_HOST", "127.0.0.1"),
                env.number("HTTP_PORT", 0, 0, 65_535),
                ClientConfig.from(env));
    }

    /** A builder that keeps to these settings; strict naming works with no other. */
    public StreamsBuilder builder() {
        return new StreamsBuilder(new TopologyConfig(new StreamsConfig(properties())));
    }

    /** Properties of the Kafka Streams client, exactly once, strict naming, failures set aside. */
    public Properties properties() {
        Properties p = new Properties();
        p.putAll(client.properties());
        p.put(StreamsConfig.APPLICATION_ID_CONFIG, service);
        p.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        p.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.resolve(instance).toString());
        p.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        p.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, commitMillis);
        p.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, threads);
        p.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, replicas);
        p.put(StreamsConfig.DEFAULT_KEY_SERDE_CLASS_CONFIG, Serdes.StringSerde.class);
        p.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        p.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, UnreadableRecords.class);
        p.put(UnreadableRecords.REGISTRY, registry);
        p.put(UnreadableRecords.SERVICE, service);
        p.put(StreamsConfig.consumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG), service + "-" + instance);
        p.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        p.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
        p.put(StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), 16 << 20);
        return p;
    }
}
