package org.tallywire.schemas;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.apache.avro.Schema;

/** Client of any registry that speaks the Confluent API (Apicurio: {@code http://host:8080/apis/ccompat/v7}). */
public final class HttpRegistry implements Registry {
    private static final String TYPE = "application/vnd.schemaregistry.v1+json";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int ATTEMPTS = 6;
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    private final String base;

    public HttpRegistry(String base) {
        this.base = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
    }

    @Override
    public int register(String subject, Schema schema) {
        String body = write(Map.of("schema", schema.toString(), "schemaType", "AVRO"));
        String path = "/subjects/" + URLEncoder.encode(subject, StandardCharsets.UTF_8) + "/versions";
        return call("subject " + subject, request(path).POST(BodyPublishers.ofString(body)))
                .path("id")
                .asInt();
    }

    @Override
    public Schema byId(int id) {
        JsonNode answer = call("schema id " + id, request("/schemas/ids/" + id).GET());
        return new Schema.Parser().parse(answer.path("schema").asText());
    }

    /** Sets the compatibility that every subject must keep, e.g. FULL_TRANSITIVE. */
    public void requireCompatibility(String level) {
        String body = write(Map.of("compatibility", level));
        call("compatibility " + level, request("/config").PUT(BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).timeout(TIMEOUT).header("Content-Type", TYPE);
    }

    /** Tries again while the registry starts or restarts; a refusal (4xx) is final. */
    private JsonNode call(String what, HttpRequest.Builder request) {
        String problem = "";
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            try {
                HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
                if (answer.statusCode() < 300) {
                    return JSON.readTree(answer.body());
                }
                problem = "HTTP " + answer.statusCode() + " " + answer.body();
                if (answer.statusCode() < 500 && answer.statusCode() != 429) {
                    throw new RegistryException("registry " + base + " refused " + what + ": " + problem);
                }
                pause(attempt);
            } catch (IOException e) {
                problem = e.toString();
                pause(attempt);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new RegistryException.Unreachable("interrupted while asking the registry for " + what);
            }
        }
        throw new RegistryException.Unreachable("registry " + base + " does not answer for " + what + ": " + problem);
    }

    private static void pause(int attempt) {
        try {
            Thread.sleep(Duration.ofMillis(250L << attempt));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RegistryException.Unreachable("interrupted while waiting for the registry");
        }
    }

    private static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
