package org.tallywire.aggregate.deliver;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.Severity;

/** Reads the list of webhook endpoints. Secrets stand in files of their own, so that this one can be shown around. */
final class EndpointFile {
    private static final JsonMapper YAML = JsonMapper.builder(new YAMLFactory())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .build();

    private EndpointFile() {}

    /**
     * One entry: name, url, secretFile (absent: unsigned), template standard or slack, or templateFile, a JSON file of one's own in the same
     * folder, allowPrivate, severity info, warning or critical.
     */
    private record Entry(
            @JsonProperty(required = true) String name,
            @JsonProperty(required = true) URI url,
            @Nullable String secretFile,
            @Nullable Template template,
            @Nullable String templateFile,
            boolean allowPrivate,
            @Nullable Severity severity) {
        Endpoint endpoint(Path folder) throws IOException {
            List<byte[]> keys =
                    secretFile == null ? List.of() : Signature.keys(Files.readString(folder.resolve(secretFile)));
            boolean loopback = List.of("127.0.0.1", "localhost", "[::1]").contains(String.valueOf(url.getHost()));
            if (!"https".equals(url.getScheme()) && !("http".equals(url.getScheme()) && loopback)) {
                throw new IllegalArgumentException(name + ": https is wanted, or http on loopback");
            }
            if (url.getHost() == null || url.getUserInfo() != null) {
                throw new IllegalArgumentException(name + ": not an address, or one with a password inside");
            }
            return new Endpoint(
                    name, url, keys, body(folder), allowPrivate, severity == null ? Severity.INFO : severity);
        }

        private Body body(Path folder) {
            if (templateFile == null) {
                return template == null ? Template.STANDARD : template;
            }
            if (template != null) {
                throw new IllegalArgumentException(name + ": template or templateFile, not both");
            }
            return JsonTemplate.read(folder.resolve(templateFile));
        }
    }

    /** The endpoints; IllegalArgumentException says what is wrong, without the secret. */
    static List<Endpoint> read(Path file) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            List<Endpoint> endpoints = new java.util.ArrayList<>();
            for (Entry entry : YAML.readValue(Files.readString(file), new TypeReference<List<Entry>>() {})) {
                endpoints.add(entry.endpoint(folder == null ? file : folder));
            }
            return List.copyOf(endpoints);
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw new IllegalArgumentException(file + ":" + line + ": " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new IllegalArgumentException(file + ": " + e, e);
        }
    }
}
