package org.tallywire.schemas;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.SystemLimitException;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Avro in the Confluent wire format: byte 0, four bytes of schema id, the record. Topics of the catalogue have the
 * subject {@code <topic>-value}, internal ones (changelogs, repartitions) the name of the record type.
 *
 * <p>Thread-safe. Anything that cannot be read, garbage included, is a {@link SerializationException}.
 *
 * @param <T> generated record class
 */
public final class AvroSerde<T extends SpecificRecord> implements Serde<T>, Serializer<T>, Deserializer<T> {
    private static final int HEADER = 5;
    private static final String LONGEST = Integer.toString(32 << 20);

    static {
        // garbage may claim any length: refuse it before memory is asked for
        System.setProperty(SystemLimitException.MAX_BYTES_LENGTH_PROPERTY, LONGEST);
        System.setProperty(SystemLimitException.MAX_STRING_LENGTH_PROPERTY, LONGEST);
        System.setProperty(SystemLimitException.MAX_COLLECTION_LENGTH_PROPERTY, "1000000");
    }

    private final Schema schema;
    private final SpecificData model;
    private final Registry registry;
    private final Map<String, Integer> ids = new ConcurrentHashMap<>();
    private final Map<Integer, DatumReader<T>> readers = new ConcurrentHashMap<>();
    private final ThreadLocal<Buffer> buffers = ThreadLocal.withInitial(Buffer::new);

    private static final class Buffer {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        final BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);

        @Nullable
        BinaryDecoder decoder;
    }

    /** Reads arrays into plain lists: Avro's own cannot be compared when their elements hold a nullable date. */
    private static final class PlainLists<T> extends SpecificDatumReader<T> {
        PlainLists(Schema writer, Schema reader, SpecificData model) {
            super(writer, reader, model);
        }

        @Override
        protected Object newArray(Object old, int size, Schema schema) {
            return new ArrayList<>(size);
        }
    }

    /** Serde of a generated class. */
    public AvroSerde(Class<T> type, Registry registry) {
        this.schema = SpecificData.get().getSchema(type);
        this.model = SpecificData.getForClass(type);
        this.model.setFastReaderEnabled(false); // it knows no other lists than Avro's own
        this.registry = registry;
    }

    @Override
    public byte @Nullable [] serialize(String topic, @Nullable T value) {
        if (value == null) {
            return null;
        }
        int id = ids.computeIfAbsent(topic, t -> registry.register(subject(t), schema));
        Buffer buffer = buffers.get();
        buffer.bytes.reset();
        buffer.bytes.writeBytes(
                ByteBuffer.allocate(HEADER).put((byte) 0).putInt(id).array());
        try {
            new SpecificDatumWriter<T>(schema, model).write(value, buffer.encoder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            throw new SerializationException("cannot write a " + schema.getName() + " to " + topic, e);
        }
        return buffer.bytes.toByteArray();
    }

    @Override
    public @Nullable T deserialize(String topic, byte @Nullable [] bytes) {
        if (bytes == null) {
            return null;
        }
        if (bytes.length < HEADER || bytes[0] != 0) {
            throw new SerializationException(topic + ": not in the wire format (magic byte 0 and a schema id)");
        }
        int id = ByteBuffer.wrap(bytes, 1, Integer.BYTES).getInt();
        Buffer buffer = buffers.get();
        try {
            DatumReader<T> reader = readers.computeIfAbsent(id, this::reader);
            BinaryDecoder decoder =
                    DecoderFactory.get().binaryDecoder(bytes, HEADER, bytes.length - HEADER, buffer.decoder);
            buffer.decoder = decoder;
            return reader.read(null, decoder);
        } catch (IOException | AvroRuntimeException | IndexOutOfBoundsException | ClassCastException e) {
            throw new SerializationException(
                    topic + ": schema " + id + " does not read as " + schema.getName() + ": " + e, e);
        }
    }

    private DatumReader<T> reader(int id) {
        return new PlainLists<>(registry.byId(id), schema, model);
    }

    private String subject(String topic) {
        return Topics.all().stream().anyMatch(t -> t.name().equals(topic)) ? topic + "-value" : schema.getFullName();
    }

    @Override
    public Serializer<T> serializer() {
        return this;
    }

    @Override
    public Deserializer<T> deserializer() {
        return this;
    }

    @Override
    public void configure(Map<String, ?> configs, boolean isKey) {}

    @Override
    public void close() {}
}
