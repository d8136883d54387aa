package org.tallywire.standalone.command;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.tallywire.schemas.AvroJson;
import org.tallywire.schemas.AvroSerde;
import org.tallywire.schemas.Environment;
import org.tallywire.schemas.Registry;
import org.tallywire.schemas.Topic;
import org.tallywire.schemas.Topics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints records of a topic as JSON lines. */
@Command(name = "tail", mixinStandardHelpOptions = true, description = "Prints the records of a topic as JSON lines.")
public final class TailCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "TOPIC", description = "A name from `tallywire topics`.")
    private String name = "";

    @Option(names = "--from-beginning", description = "Begin with the oldest record, and stop at the end unless -f.")
    private boolean fromBeginning;

    @Option(names = "-f", description = "Go on waiting for new records after the end was reached.")
    private boolean follow;

    @Option(names = "-n", paramLabel = "N", description = "Stop after N records.")
    private long limit = Long.MAX_VALUE;

    @Mixin
    private KafkaOptions kafka = new KafkaOptions();

    @Override
    public void run() {
        Topic<?> topic = Topics.all().stream()
                .filter(t -> t.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new BadInput(name, "no such topic; see `tallywire topics`"));
        Environment env = kafka.environment();
        Properties properties = KafkaOptions.client(env);
        properties.put("isolation.level", "read_committed");
        AvroSerde<?> serde = topic.serde(Registry.of(env.text("REGISTRY_URL", "")));
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer())) {
            tail(consumer, topic, serde);
        }
    }

    private void tail(KafkaConsumer<String, byte[]> consumer, Topic<?> topic, AvroSerde<?> serde) {
        List<TopicPartition> partitions = consumer.partitionsFor(topic.name()).stream()
                .map(p -> new TopicPartition(topic.name(), p.partition()))
                .toList();
        consumer.assign(partitions);
        if (fromBeginning) {
            consumer.seekToBeginning(partitions);
        } else {
            consumer.seekToEnd(partitions);
        }
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        PrintWriter out = spec.commandLine().getOut();
        long printed = 0;
        while (printed < limit && !(fromBeginning && !follow && reached(consumer, ends))) {
            for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                if (printed++ < limit) {
                    out.println(line(record, serde));
                }
            }
            out.flush();
        }
    }

    private static boolean reached(KafkaConsumer<?, ?> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(e -> consumer.position(e.getKey()) >= e.getValue());
    }

    /** A record that cannot be read is shown as such: this is the tool to find it with. */
    private static String line(ConsumerRecord<String, byte[]> record, AvroSerde<?> serde) {
        String place = "{\"key\":%s,\"partition\":%d,\"offset\":%d,\"value\":"
                .formatted(AvroJson.quote(String.valueOf(record.key())), record.partition(), record.offset());
        try {
            SpecificRecord value = serde.deserialize(record.topic(), record.value());
            return place + (value == null ? "null" : AvroJson.write(value)) + "}";
        } catch (SerializationException e) {
            return place + "null,\"unreadable\":" + AvroJson.quote(String.valueOf(e.getMessage())) + "}";
        }
    }
}
