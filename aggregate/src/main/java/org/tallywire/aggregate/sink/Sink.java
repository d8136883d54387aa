package org.tallywire.aggregate.sink;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.RecordDeserializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tallywire.schemas.Environment;
import org.tallywire.schemas.Registry;
import org.tallywire.schemas.Service;
import org.tallywire.schemas.http.Metrics;
import org.tallywire.schemas.stream.ConsumerService;

/**
 * The sink service: topics to PostgreSQL. A database that is away is waited for; every partition goes on where the database says.
 */
public final class Sink implements ConsumerService.Work {
    private static final Logger LOG = LoggerFactory.getLogger(Sink.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final SinkSettings settings;
    private final Metrics metrics;
    private final Consumer<String, SpecificRecord> consumer;
    private volatile String notReady = "starting";

    private Sink(SinkSettings settings, Metrics metrics) {
        this.settings = settings;
        this.metrics = metrics;
        Properties properties = new Properties();
        properties.putAll(settings.kafka().client().properties());
        properties.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, settings.kafka().bootstrap());
        properties.put(ConsumerConfig.GROUP_ID_CONFIG, "sink");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, Integer.toString(settings.batch()));
        consumer = new KafkaConsumer<>(properties, new StringDeserializer(), byTopic(settings));
    }

    /** Starts the service with the settings of the environment. */
    public static Service start(Environment env) {
        return start(env.checked(SinkSettings.from(env)), Metrics.of("sink"));
    }

    /** Starts the service inside this JVM. */
    public static Service start(SinkSettings settings, Metrics metrics) {
        return ConsumerService.start(settings.kafka(), metrics, new Sink(settings, metrics));
    }

    private static Deserializer<SpecificRecord> byTopic(SinkSettings settings) {
        Registry registry = Registry.of(settings.kafka().registry());
        Map<String, Deserializer<? extends SpecificRecord>> all = Mappings.ALL.stream()
                .map(Mapping::topic)
                .distinct()
                .collect(Collectors.toMap(topic -> topic.name(), topic -> topic.serde(registry)));
        Function<String, Deserializer<? extends SpecificRecord>> of = all::get;
        return (topic, bytes) -> of.apply(topic).deserialize(topic, bytes);
    }

    @Override
    public void run(BooleanSupplier stopping) throws InterruptedException {
        try (consumer) {
            while (!stopping.getAsBoolean()) {
                try (Connection database = DriverManager.getConnection(settings.url(), settings.database())) {
                    database.setAutoCommit(false);
                    List<String> applied = Migrations.run(database);
                    Batch.prepare(database);
                    LOG.info("sink connected, migrations applied: {}", applied);
                    copy(database, stopping);
                } catch (SQLException e) {
                    if (ours(e)) {
                        throw new IllegalStateException("the database refuses what the sink writes", e);
                    }
                    notReady = "database: " + e.getMessage();
                    metrics.count("retries");
                    LOG.warn("sink waits for the database: {}", e.getMessage());
                    consumer.unsubscribe();
                    Thread.sleep(PAUSE);
                }
            }
        }
    }

    /** Refused for what was asked (data, constraint, unknown column), which waiting does not mend; anything else passes. */
    private static boolean ours(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        return state.startsWith("22") || state.startsWith("23") || state.startsWith("42");
    }

    private void copy(Connection database, BooleanSupplier stopping) throws SQLException {
        List<String> topics = Mappings.ALL.stream()
                .map(mapping -> mapping.topic().name())
                .distinct()
                .toList();
        consumer.subscribe(topics, new SeekToDatabase(consumer, database));
        while (!stopping.getAsBoolean()) {
            Batch batch = new Batch();
            poll(batch);
            if (batch.size() > 0) {
                batch.write(database);
                metrics.add("records", batch.size());
            }
            notReady = "";
        }
    }

    private void poll(Batch batch) {
        try {
            consumer.poll(POLL).forEach(batch::add);
        } catch (RecordDeserializationException e) {
            LOG.warn("sink passes over {} offset {}: {}", e.topicPartition(), e.offset(), e.getMessage());
            metrics.count("failures", "stage", "deserialize", "reason", "UNREADABLE");
            consumer.seek(e.topicPartition(), e.offset() + 1);
        }
    }

    @Override
    public String ready() {
        return notReady;
    }

    @Override
    public void wake() {
        consumer.wakeup();
    }
}
