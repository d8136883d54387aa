package org.tallywire.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tallywire.schemas.HttpRegistry;
import org.tallywire.schemas.Topic;
import org.tallywire.schemas.Topics;
import org.tallywire.standalone.local.LocalCluster;
import org.tallywire.standalone.operate.TopicScan;

/** Every topic as a stranger reads it: with Avro's own decoder and the registry over HTTP, and with kcat. */
class ContractIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void everyTopicIsInTheConfluentWireFormat(@TempDir Path dir) throws Exception {
        try (LocalCluster cluster = LocalCluster.start(dir, 0, 0, line -> {})) {
            for (Topic<?> topic : Topics.all()) {
                put(cluster, topic);
                List<byte[]> values = new ArrayList<>();
                Properties client = new Properties();
                client.put("bootstrap.servers", cluster.broker().bootstrap());
                TopicScan.run(client, topic.name(), record -> values.add(record.value()));
                assertEquals(1, values.size(), topic.name());
                byte[] value = values.getFirst();
                assertEquals(0, value[0], topic.name() + ": magic byte");
                int id = ByteBuffer.wrap(value, 1, Integer.BYTES).getInt();
                Schema schema = schema(cluster, id);
                assertEquals(topic.value().getName(), schema.getFullName());
                BinaryDecoder decoder = DecoderFactory.get()
                        .binaryDecoder(Arrays.copyOfRange(value, 1 + Integer.BYTES, value.length), null);
                GenericRecord read = new GenericDatumReader<GenericRecord>(schema).read(null, decoder);
                assertEquals(defaults(schema).toString(), read.toString());
                assertTrue(decoder.isEnd(), topic.name() + ": nothing stands after the record");
            }
        }
    }

    @Test
    void kcatReadsEveryTopic(@TempDir Path dir) throws Exception {
        assumeTrue(kcatKnowsAvro(), "skipped: there is no kcat that was built with Avro");
        try (LocalCluster cluster = LocalCluster.start(dir, 0, 0, line -> {})) {
            for (Topic<?> topic : Topics.all()) {
                put(cluster, topic);
                Process kcat = new ProcessBuilder(
                                "kcat",
                                "-C",
                                "-q",
                                "-e",
                                "-J",
                                "-b",
                                cluster.broker().bootstrap(),
                                "-t",
                                topic.name(),
                                "-s",
                                "value=avro",
                                "-r",
                                cluster.registry().address())
                        .redirectErrorStream(true)
                        .start();
                String printed = new String(kcat.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                assertTrue(kcat.waitFor(30, TimeUnit.SECONDS));
                assertEquals(0, kcat.exitValue(), printed);
                JsonNode line = JSON.readTree(printed);
                assertEquals("key", line.path("key").asText(), printed);
                assertEquals(topic.value().getSimpleName(), fieldsOf(topic, line.path("payload")), printed);
            }
        }
    }

    private static boolean kcatKnowsAvro() throws Exception {
        if (!Files.isExecutable(Path.of("/usr/bin/kcat"))) {
            return false;
        }
        Process kcat =
                new ProcessBuilder("kcat", "-V").redirectErrorStream(true).start();
        return new String(kcat.getInputStream().readAllBytes(), StandardCharsets.UTF_8).contains("Avro");
    }

    /** The type's name when the payload has exactly its fields, else the fields. */
    private static String fieldsOf(Topic<?> topic, JsonNode payload) {
        List<String> wanted = SpecificData.get().getSchema(topic.value()).getFields().stream()
                .map(Schema.Field::name)
                .sorted()
                .toList();
        List<String> found = new ArrayList<>();
        payload.fieldNames().forEachRemaining(found::add);
        return wanted.equals(found.stream().sorted().toList()) ? topic.value().getSimpleName() : found.toString();
    }

    private static Schema schema(LocalCluster cluster, int id) throws Exception {
        JsonNode answer = JSON.readTree(
                URI.create(cluster.registry().address() + "/schemas/ids/" + id).toURL());
        return new Schema.Parser().parse(answer.path("schema").asText());
    }

    private static GenericRecord defaults(Schema schema) {
        return new GenericRecordBuilder(schema).build();
    }

    private static <V extends SpecificRecord> void put(LocalCluster cluster, Topic<V> topic) throws Exception {
        Schema schema = SpecificData.get().getSchema(topic.value());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        new GenericDatumWriter<GenericRecord>(schema).write(defaults(schema), encoder);
        encoder.flush();
        V value = new SpecificDatumReader<V>(schema, schema, SpecificData.getForClass(topic.value()))
                .read(null, DecoderFactory.get().binaryDecoder(bytes.toByteArray(), null));
        byte[] record =
                topic.serde(new HttpRegistry(cluster.registry().address())).serialize(topic.name(), value);
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", cluster.broker().bootstrap()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic.name(), "key", record)).get();
        }
    }
}
