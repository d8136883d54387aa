package org.tallywire.dashboard;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.Failure;
import org.tallywire.dashboard.view.Part;
import org.tallywire.schemas.AvroSerde;
import org.tallywire.schemas.Registry;
import org.tallywire.schemas.RegistryException;
import org.tallywire.schemas.Topic;
import org.tallywire.schemas.Topics;

/** Decodes records of the page's topics. One that cannot be read becomes a failure, which the page shows. */
final class RecordReader {
    /** A decoded record and the topic whose row it is. */
    record Decoded(String topic, @Nullable SpecificRecord value) {}

    private final Map<String, AvroSerde<?>> serdes;

    RecordReader(Registry registry) {
        serdes = Part.topics().stream().collect(Collectors.toUnmodifiableMap(Topic::name, t -> t.serde(registry)));
    }

    Decoded read(ConsumerRecord<String, byte[]> record) {
        AvroSerde<?> serde = Objects.requireNonNull(serdes.get(record.topic()));
        try {
            return new Decoded(record.topic(), serde.deserialize(record.topic(), record.value()));
        } catch (SerializationException | RegistryException e) {
            return new Decoded(Topics.FAILURES.name(), unreadable(record, e));
        }
    }

    private static Failure unreadable(ConsumerRecord<String, byte[]> record, RuntimeException why) {
        return Failure.newBuilder()
                .setService("dashboard")
                .setStage("deserialize")
                .setSource(record.topic())
                .setReason("UNREADABLE")
                .setDetail("%s, partition %d, offset %d: %s"
                        .formatted(record.topic(), record.partition(), record.offset(), why.getMessage()))
                .build();
    }
}
