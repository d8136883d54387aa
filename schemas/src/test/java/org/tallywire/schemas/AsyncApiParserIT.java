package org.tallywire.schemas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The committed document as AsyncAPI's own parser sees it, Avro schemas and Kafka bindings included. */
class AsyncApiParserIT {
    private static final Path TOOL = Path.of("src/test/asyncapi");

    @TempDir
    private Path dir;

    private record Parsed(int code, String output) {}

    @Test
    void theParserFindsNoError() throws Exception {
        assumeTrue(
                Files.isDirectory(TOOL.resolve("node_modules")),
                "skipped: AsyncAPI's parser is not installed (npm install --prefix schemas/src/test/asyncapi)");
        Parsed parsed = parse(Path.of("asyncapi.yaml"));
        assertEquals(0, parsed.code(), parsed.output());
        assertEquals(Integer.toString(Topics.all().size()), parsed.output().strip(), "a channel for every topic");
    }

    /** So that a parser that accepts everything is noticed. */
    @Test
    void theParserFindsAWrongBinding() throws Exception {
        assumeTrue(Files.isDirectory(TOOL.resolve("node_modules")), "skipped: AsyncAPI's parser is not installed");
        String broken = Files.readString(Path.of("asyncapi.yaml")).replaceFirst("partitions: 4", "partitions: many");
        Parsed parsed = parse(Files.writeString(dir.resolve("broken.yaml"), broken));
        assertEquals(1, parsed.code(), parsed.output());
        assertTrue(parsed.output().contains("partitions"), parsed.output());
    }

    private static Parsed parse(Path document) throws Exception {
        Process node = new ProcessBuilder(
                        "node", "check.mjs", document.toAbsolutePath().toString())
                .directory(TOOL.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(node.waitFor(60, TimeUnit.SECONDS));
        return new Parsed(node.exitValue(), output);
    }
}
