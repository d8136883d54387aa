package org.tallywire.schemas;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import org.apache.avro.specific.SpecificData;

/** The topic catalogue as an AsyncAPI 3 document with Kafka bindings 0.5.0; {@code schemas/asyncapi.yaml} is its output. */
public final class AsyncApi {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectMapper YAML = new ObjectMapper(
            new YAMLFactory().disable(YAMLGenerator.Feature.SPLIT_LINES).enable(YAMLGenerator.Feature.MINIMIZE_QUOTES));
    private static final String BINDING = "0.5.0";

    private AsyncApi() {}

    /** The document as YAML. */
    public static String document() {
        ObjectNode root = JSON.createObjectNode();
        root.put("asyncapi", "3.0.0");
        root.putObject("info")
                .put("title", "Tallywire")
                .put("version", "0.1.0")
                .put("description", "Counts from news and court registers, each with the quote or record behind it.");
        ObjectNode server = root.putObject("servers").putObject("kafka");
        server.put("host", "localhost:9092").put("protocol", "kafka");
        server.putObject("bindings")
                .putObject("kafka")
                .put("schemaRegistryUrl", "http://localhost:8081")
                .put("schemaRegistryVendor", "confluent")
                .put("bindingVersion", BINDING);
        ObjectNode channels = root.putObject("channels");
        ObjectNode operations = root.putObject("operations");
        ObjectNode messages = root.putObject("components").putObject("messages");
        for (Topic<?> topic : Topics.all()) {
            String id = topic.name().replace('.', '-');
            channel(channels.putObject(id), topic);
            message(messages.putObject(topic.value().getSimpleName()), topic);
            operations
                    .putObject("receive-" + id)
                    .put("action", "receive")
                    .putObject("channel")
                    .put("$ref", "#/channels/" + id);
        }
        return yaml(root);
    }

    private static void channel(ObjectNode channel, Topic<?> topic) {
        String type = topic.value().getSimpleName();
        channel.put("address", topic.name())
                .put(
                        "description",
                        "%s Key: %s. Written by: %s. Read by: %s."
                                .formatted(
                                        topic.about(),
                                        topic.key(),
                                        String.join(", ", topic.writers()),
                                        String.join(", ", topic.readers())));
        channel.putObject("messages").putObject(type).put("$ref", "#/components/messages/" + type);
        ObjectNode kafka = channel.putObject("bindings").putObject("kafka");
        kafka.put("topic", topic.name()).put("partitions", topic.partitions()).put("replicas", 1);
        ObjectNode config = kafka.putObject("topicConfiguration");
        config.putArray("cleanup.policy").add(topic.cleanup());
        config.put("retention.ms", topic.retentionMs()).put("max.message.bytes", TopicProvisioner.LARGEST);
        kafka.put("bindingVersion", BINDING);
    }

    private static void message(ObjectNode message, Topic<?> topic) {
        message.put("name", topic.value().getSimpleName()).put("contentType", "avro/binary");
        ObjectNode payload = message.putObject("payload");
        payload.put("schemaFormat", "application/vnd.apache.avro;version=1.9.0");
        payload.set("schema", tree(SpecificData.get().getSchema(topic.value()).toString()));
        ObjectNode kafka = message.putObject("bindings").putObject("kafka");
        kafka.putObject("key").put("type", "string").put("description", topic.key());
        kafka.put("schemaIdLocation", "payload")
                .put("schemaIdPayloadEncoding", "confluent")
                .put("schemaLookupStrategy", "TopicIdStrategy")
                .put("bindingVersion", BINDING);
    }

    private static ObjectNode tree(String json) {
        try {
            return (ObjectNode) JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String yaml(ObjectNode root) {
        try {
            return YAML.writeValueAsString(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
