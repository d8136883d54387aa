package org.tallywire.schemas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.Logger;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.WriterAppender;
import org.apache.logging.log4j.layout.template.json.JsonTemplateLayout;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.tallywire.avro.Failure;
import org.tallywire.schemas.http.Metrics;
import org.tallywire.schemas.stream.ClientConfig;
import org.tallywire.schemas.stream.SetAside;

/** What stands in the log: one JSON line an event, with ids, without names and secrets. */
class LogLineTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final StringWriter written = new StringWriter();
    private final Logger root = (Logger) LogManager.getRootLogger();
    private final WriterAppender appender = WriterAppender.newBuilder()
            .setName("test")
            .setTarget(written)
            .setLayout(JsonTemplateLayout.newBuilder()
                    .setConfiguration(LoggerContext.getContext(false).getConfiguration())
                    .setEventTemplateUri("classpath:log-event.json")
                    .build())
            .build();

    @BeforeEach
    void listen() {
        appender.start();
        root.addAppender(appender);
    }

    @AfterEach
    void leave() {
        root.removeAppender(appender);
    }

    private List<JsonNode> lines() throws Exception {
        List<JsonNode> lines = new java.util.ArrayList<>();
        for (String line : written.toString().lines().toList()) {
            lines.add(JSON.readTree(line));
        }
        return lines;
    }

    @Test
    void aTextOverSeveralLinesAndAnErrorAreOneLine() throws Exception {
        LoggerFactory.getLogger("org.tallywire.test")
                .warn("first\nsecond \"quoted\" Суд", new IllegalStateException("a\nb"));
        JsonNode line = lines().getFirst();
        assertEquals(1, lines().size());
        assertEquals("WARN", line.path("level").asText());
        assertEquals("first\nsecond \"quoted\" Суд", line.path("message").asText());
        assertTrue(line.path("error").asText().contains("IllegalStateException"));
        assertTrue(line.path("ts").asText().endsWith("Z"));
    }

    @Test
    void whatIsSetAsideIsToldOnceInTenMinutesWithIdsAndWithoutTheInput() throws Exception {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-01T00:00:00Z"));
        SetAside setAside = new SetAside(Metrics.UNREAD, now::get);
        Failure failure = Failure.newBuilder()
                .setService("ingest-courts")
                .setStage("read")
                .setReason("NOT_A_LIST")
                .setSource("court-7")
                .setDocument("court:RU_SUDRF:7:1-2")
                .setDetail("row 3 of Примеров П. П.")
                .setSample("<td>Примеров Пётр Петрович</td>")
                .build();
        setAside.note(failure);
        setAside.note(failure);
        now.set(now.get().plus(Duration.ofMinutes(11)));
        setAside.note(failure);
        assertEquals(2, lines().size());
        JsonNode first = lines().getFirst();
        assertEquals("set_aside", first.path("event").asText());
        assertEquals("court:RU_SUDRF:7:1-2", first.path("document").asText());
        assertEquals("court-7", first.path("source").asText());
        assertEquals("NOT_A_LIST", first.path("reason").asText());
        assertEquals("1", lines().getLast().path("repeated").asText());
        assertFalse(written.toString().contains("Пример"), written.toString());
    }

    @Test
    void settingsPrintNoSecret(@TempDir Path dir) throws Exception {
        Path file =
                Files.writeString(dir.resolve("client.properties"), "sasl.jaas.config=module password=\"hunter2\";\n");
        Environment env = new Environment(Map.of("CLIENT_CONFIG", file.toString(), "A_PASSWORD", "hunter2"));
        LoggerFactory.getLogger("org.tallywire.test").warn("{}", ClientConfig.from(env));
        LoggerFactory.getLogger("org.tallywire.test").warn("{}", env);
        assertEquals("hunter2", env.secret("A_PASSWORD"));
        assertFalse(written.toString().contains("hunter2"), written.toString());
    }
}
