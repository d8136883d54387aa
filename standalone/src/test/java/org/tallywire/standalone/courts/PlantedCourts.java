package org.tallywire.standalone.courts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tallywire.avro.Source;

/**
 * Serves the fixtures of every court reader over loopback, one host a fixture, with invented names in the place of those that
 * stand there; each answer brings the next names of the list.
 */
final class PlantedCourts implements AutoCloseable {
    private static final Path COURTS = Path.of("../ingest/src/test/resources/org/tallywire/ingest/courts");
    private static final Charset CYRILLIC = Charset.forName("windows-1251");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> TYPES =
            Map.of("html", "text/html", "xml", "text/xml", "json", "application/json", "csv", "text/csv");

    private final List<HttpServer> servers = new ArrayList<>();
    private final List<Source> sources = new ArrayList<>();
    private final AtomicInteger turn = new AtomicInteger();
    private final Set<String> sent = ConcurrentHashMap.newKeySet();
    private final List<String> names;
    private final List<Pattern> placeholders;

    PlantedCourts() throws IOException {
        names = Files.readAllLines(COURTS.resolve("names.txt"));
        placeholders = Files.readAllLines(COURTS.resolve("placeholders.txt")).stream()
                .map(Pattern::compile)
                .toList();
        for (Path kind : folders(COURTS.resolve("fixtures"))) {
            for (Path fixture : folders(kind)) {
                serve(kind.getFileName().toString(), fixture);
            }
        }
    }

    /** A source for each fixture. */
    List<Source> sources() {
        return sources;
    }

    /** All names that are planted. */
    List<String> names() {
        return names;
    }

    /** Those of them that stood in an answer. */
    Set<String> sent() {
        return sent;
    }

    private void serve(String kind, Path fixture) throws IOException {
        Path input = children(fixture).stream()
                .filter(file -> file.getFileName().toString().startsWith("input."))
                .findFirst()
                .orElseThrow();
        byte[] body = Files.readAllBytes(input);
        String type = TYPES.getOrDefault(input.toString().replaceAll(".*\\.", ""), "application/octet-stream");
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> answer(exchange, body, type));
        server.start();
        servers.add(server);
        sources.add(
                source(kind, fixture, "http://127.0.0.1:" + server.getAddress().getPort()));
    }

    private Source source(String kind, Path fixture, String address) throws IOException {
        Path file = fixture.resolve("source.json");
        JsonNode said = Files.exists(file) ? JSON.readTree(Files.readAllBytes(file)) : JSON.createObjectNode();
        Map<String, String> options = new HashMap<>(Map.of("spacing.ms", "0", "licence", "settled"));
        said.path("options")
                .fields()
                .forEachRemaining(
                        option -> options.put(option.getKey(), option.getValue().asText()));
        String path = said.path("url").asText("").replaceFirst("https?://[^/]+", "");
        return Source.newBuilder()
                .setId(kind + "-" + fixture.getFileName())
                .setStream(org.tallywire.avro.Stream.COURTS)
                .setKind(kind)
                .setUrl(address + (path.isEmpty() ? "/register" : path))
                .setName(said.path("name").asText(""))
                .setCourt(said.path("court").asText(""))
                .setZone(said.path("zone").asText("UTC"))
                .setIntervalSeconds(2)
                .setAllowPrivate(true)
                .setOptions(options)
                .build();
    }

    private void answer(HttpExchange exchange, byte[] body, String type) throws IOException {
        try (exchange) {
            if (exchange.getRequestURI().getPath().equals("/robots.txt")) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            byte[] planted = type.startsWith("application/octet") ? body : planted(body);
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(200, planted.length);
            exchange.getResponseBody().write(planted);
        }
    }

    private byte[] planted(byte[] body) {
        Charset charset = utf8(body) ? StandardCharsets.UTF_8 : CYRILLIC;
        String page = new String(body, charset);
        for (Pattern placeholder : placeholders) {
            page = planted(page, placeholder);
        }
        return page.getBytes(charset);
    }

    private String planted(String page, Pattern placeholder) {
        boolean cyrillic = placeholder.pattern().charAt(0) > 0x400;
        List<String> script = names.stream()
                .filter(name -> name.charAt(0) > 0x400 == cyrillic)
                .toList();
        Matcher place = placeholder.matcher(page);
        StringBuilder planted = new StringBuilder();
        while (place.find()) {
            String name = script.get(turn.getAndIncrement() % script.size());
            sent.add(name);
            boolean capitals = place.group().equals(place.group().toUpperCase(Locale.ROOT));
            place.appendReplacement(planted, capitals ? name.toUpperCase(Locale.ROOT) : name);
        }
        return place.appendTail(planted).toString();
    }

    private static boolean utf8(byte[] body) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
            return true;
        } catch (CharacterCodingException other) {
            return false;
        }
    }

    private static List<Path> folders(Path in) throws IOException {
        return children(in).stream().filter(Files::isDirectory).toList();
    }

    private static List<Path> children(Path in) throws IOException {
        try (Stream<Path> files = Files.list(in)) {
            return files.sorted().toList();
        }
    }

    @Override
    public void close() {
        servers.forEach(server -> server.stop(0));
    }
}
