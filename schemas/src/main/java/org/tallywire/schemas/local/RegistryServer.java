package org.tallywire.schemas.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParseException;

/**
 * A schema registry inside this JVM that speaks the part of the Confluent API that producers, consumers and kcat need:
 * {@code /subjects}, {@code /subjects/{s}/versions[/{v|latest}]}, {@code /schemas/ids/{id}}, {@code /config}. For one
 * machine: no copies, no login, loopback only.
 */
public final class RegistryServer implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final SchemaFile schemas;

    private RegistryServer(HttpServer server, SchemaFile schemas) {
        this.server = server;
        this.schemas = schemas;
    }

    /** Starts it; the schemas are kept in the file. Port 0: any free one. */
    public static RegistryServer start(Path file, int port) {
        try {
            HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            RegistryServer registry = new RegistryServer(http, SchemaFile.open(file));
            http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            http.createContext("/", registry::answer);
            http.start();
            return registry;
        } catch (IOException e) {
            throw new UncheckedIOException("the schema registry cannot start with " + file, e);
        }
    }

    /** {@code http://127.0.0.1:port}. */
    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer answer;
            try {
                answer = route(exchange);
            } catch (SchemaParseException | IOException e) {
                answer = Answer.error(422, 42201, "not an Avro schema: " + e.getMessage());
            }
            byte[] body = JSON.writeValueAsBytes(answer.body);
            exchange.getResponseHeaders().set("Content-Type", "application/vnd.schemaregistry.v1+json");
            exchange.sendResponseHeaders(answer.status, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Answer route(HttpExchange exchange) throws IOException {
        String[] path = exchange.getRequestURI().getRawPath().substring(1).split("/", -1);
        boolean post = exchange.getRequestMethod().equals("POST");
        String what = path[0] + "/" + path.length;
        return switch (what) {
            case "subjects/1" -> Answer.ok(schemas.subjects());
            case "subjects/3" ->
                post ? register(exchange, decode(path[1])) : Answer.ok(schemas.versions(decode(path[1])));
            case "subjects/4" -> version(decode(path[1]), path[3]);
            case "schemas/3" -> schema(path[2]);
            case "config/1", "config/2" -> Answer.ok(Map.of("compatibilityLevel", SchemaFile.COMPATIBILITY));
            default -> Answer.error(404, 404, "no such resource");
        };
    }

    private Answer register(HttpExchange exchange, String subject) throws IOException {
        JsonNode request = JSON.readTree(exchange.getRequestBody());
        Schema schema = new Schema.Parser().parse(request.path("schema").asText());
        String problem = schemas.incompatibility(subject, schema);
        return problem.isEmpty()
                ? Answer.ok(Map.of("id", schemas.add(subject, schema)))
                : Answer.error(409, 409, problem);
    }

    private Answer version(String subject, String version) {
        int last = schemas.versions(subject).size();
        int wanted = version.equals("latest") ? last : version.matches("[0-9]{1,6}") ? Integer.parseInt(version) : 0;
        if (wanted < 1 || wanted > last) {
            return Answer.error(404, 40402, "subject " + subject + " has no version " + version);
        }
        int id = schemas.idOf(subject, wanted);
        Schema schema = Objects.requireNonNull(schemas.byId(id));
        return Answer.ok(Map.of("subject", subject, "version", wanted, "id", id, "schema", schema.toString()));
    }

    private Answer schema(String id) {
        Schema schema = id.matches("[0-9]{1,9}") ? schemas.byId(Integer.parseInt(id)) : null;
        return schema == null
                ? Answer.error(404, 40403, "no schema with id " + id)
                : Answer.ok(Map.of("schema", schema.toString()));
    }

    private static String decode(String segment) {
        return URLDecoder.decode(segment, StandardCharsets.UTF_8);
    }

    private record Answer(int status, Object body) {
        static Answer ok(Object body) {
            return new Answer(200, body);
        }

        static Answer error(int status, int code, String message) {
            return new Answer(status, Map.of("error_code", code, "message", message));
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
