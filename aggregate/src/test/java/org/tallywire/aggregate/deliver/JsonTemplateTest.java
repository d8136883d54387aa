package org.tallywire.aggregate.deliver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tallywire.avro.Alert;
import org.tallywire.avro.Evidence;

/** Bodies that a user writes as JSON. */
class JsonTemplateTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Alert ALERT = AlertBookTest.alert()
            .setMessage("say \"no\", <!channel>\n{observed}")
            .setObserved(20)
            .setLabels(Map.of("statute", "ru/uk/a337"))
            .setEvidence(List.of(new Evidence("d1", "https://news.example/1", "")))
            .build();

    @ParameterizedTest(name = "{2}")
    @CsvSource(quoteCharacter = '`', textBlock = """
            {message},                 `say "no", <!channel>\n{observed}`,       quotes and lines stay inside their text
            now: {message},            `now: say "no", <!channel>\n{observed}`,  what is filled in is not filled in again
            {message|slack},           `say "no", &lt;!channel&gt;\n{observed}`, nobody is called out
            {labels.statute},          ru/uk/a337,                               a label
            {labels.court},            ,                                         a label that this alert does not have
            in {labels.court}.,        in .,                                     the same inside a text
            {evidence.0.url},          https://news.example/1,                   the first document
            {evidence.4.url} {{day},   ` {day}`,                                 no fifth document; a brace
            n = {observed},            n = 20,                                   a number in a text
            """)
    void placesAreFilledInTheTree(String text, String expected, String why) throws Exception {
        JsonTemplate template = JsonTemplate.parse(JSON.writeValueAsString(Map.of("a", List.of(text))), "my.json");
        JsonNode value = JSON.readTree(template.body(ALERT)).at("/a/0");
        assertEquals(
                expected == null ? null : expected.replace("\\n", "\n"), value.isNull() ? null : value.asText(), why);
    }

    @Test
    void aTextThatIsOnePlaceIsTheValueItself() throws Exception {
        JsonNode body = JSON.readTree(JsonTemplate.parse("{\"n\": \"{observed}\", \"e\": \"{evidence}\"}", "my.json")
                .body(ALERT));
        assertTrue(body.get("n").isNumber(), body::toString);
        assertEquals("d1", body.at("/e/0/documentId").asText());
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource
    void whatCannotBeFilledIsRefusedWithItsLine(String text, String message) {
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> JsonTemplate.parse(text, "my.json"));
        assertTrue(refusal.getMessage().startsWith(message), refusal.getMessage());
    }

    static List<Arguments> whatCannotBeFilledIsRefusedWithItsLine() {
        return List.of(
                Arguments.of("{\n\"a\" 1}", "my.json:2: "),
                Arguments.of("[\"{message}\"]", "my.json:1: a JSON object"),
                Arguments.of("{\"a\": 1,\n\"b\": \"{mesage}\"}", "my.json:2: an alert has no \"mesage\""),
                Arguments.of("{\"a\": \"{evidence.url}\"}", "my.json:1: an alert has no \"evidence.url\""),
                Arguments.of("{\"a\": \"{message\"}", "my.json:1: a { without its }"),
                Arguments.of("{\"a\": \"{message|shout}\"}", "my.json:1: no such way to write a value: |shout"),
                Arguments.of("{\"a\": 1, \"a\": 2}", "my.json:1: Duplicate"));
    }

    @Test
    void theExampleForSlackIsGood(@TempDir Path dir) throws Exception {
        Path example = Path.of("../deploy/webhooks/slack.example.json");
        Files.copy(example, dir.resolve("slack.json"));
        Path file = Files.writeString(
                dir.resolve("webhooks.yaml"),
                "- {name: chat, url: https://chat.example/b, templateFile: slack.json}\n");
        JsonNode body =
                JSON.readTree(EndpointFile.read(file).getFirst().template().body(ALERT));
        assertTrue(body.get("text").asText().startsWith("WARNING: say"), body::toString);
        assertTrue(body.at("/blocks/1/text/text").asText().contains("&lt;!channel&gt;"), body::toString);
        Files.writeString(dir.resolve("slack.json"), "{\n\"text\": \"{nobody}\"}");
        String refusal = assertThrows(IllegalArgumentException.class, () -> EndpointFile.read(file))
                .getMessage();
        assertTrue(refusal.contains("slack.json:2: an alert has no \"nobody\""), refusal);
    }
}
