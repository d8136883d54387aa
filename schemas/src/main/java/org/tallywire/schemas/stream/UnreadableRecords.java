package org.tallywire.schemas.stream;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.Failure;
import org.tallywire.schemas.AvroSerde;
import org.tallywire.schemas.Registry;
import org.tallywire.schemas.RegistryException;
import org.tallywire.schemas.Topics;

/** Sets a record that cannot be read aside: whole, with its place and the reason, to [failures]; the service goes on. */
public final class UnreadableRecords implements DeserializationExceptionHandler {
    /** Property: address of the registry. */
    public static final String REGISTRY = "tallywire.registry";
    /** Property: name of the service. */
    public static final String SERVICE = "tallywire.service";

    private @Nullable AvroSerde<Failure> serde;
    private String service = "";

    @Override
    public void configure(Map<String, ?> configs) {
        service = String.valueOf(configs.get(SERVICE));
        serde = Topics.FAILURES.serde(Registry.of(String.valueOf(configs.get(REGISTRY))));
    }

    @Override
    public Response handleError(ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception e) {
        if (serde == null || e instanceof RegistryException.Unreachable) {
            // without its schema nobody can say that the record is bad: stop, and read it after the restart
            return Response.fail();
        }
        Failure failure = Failure.newBuilder()
                .setService(service)
                .setStage("deserialize")
                .setDocument(text(record.key()))
                .setReason("UNREADABLE")
                .setDetail(String.valueOf(e.getMessage()))
                .setTopic(record.topic())
                .setPartition(record.partition())
                .setOffset(record.offset())
                .setRecordKey(buffer(record.key()))
                .setRecordValue(buffer(record.value()))
                .setAt(Instant.now())
                .build();
        byte[] key = record.topic().getBytes(StandardCharsets.UTF_8);
        String topic = Topics.FAILURES.name();
        return Response.resume(List.of(new ProducerRecord<>(topic, key, serde.serialize(topic, failure))));
    }

    private static String text(byte @Nullable [] bytes) {
        return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
    }

    private static @Nullable ByteBuffer buffer(byte @Nullable [] bytes) {
        return bytes == null ? null : ByteBuffer.wrap(bytes);
    }
}
