package org.tallywire.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tallywire.schemas.Topics;
import org.tallywire.standalone.local.DataFolder;
import org.tallywire.standalone.local.LocalCluster;

/** What a person meets at the terminal: help, output, and one clear line for bad input. */
class CommandsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path dir;

    private String file(String name, String content) throws Exception {
        return Files.writeString(dir.resolve(name), content).toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "up",
                "read",
                "body",
                "extract",
                "backtest",
                "tail",
                "topics",
                "export",
                "sources",
                "series",
                "webhooks",
                "failures",
                "replay",
                "reset",
                "init",
                "run",
                "sample"
            })
    void everyCommandHasHelp(String command) {
        Ran ran = Ran.of(command, "--help");
        assertEquals(0, ran.code(), ran.err());
        assertTrue(ran.out().startsWith("Usage: tallywire " + command), ran.out());
    }

    @Test
    void topicsAreListed() {
        Ran ran = Ran.of("topics");
        assertTrue(ran.out().contains("tallies.rolling"), ran.out());
        assertEquals(13, ran.out().lines().count(), "a heading and twelve topics");
    }

    @Test
    void aFeedIsOneJsonLine() throws Exception {
        String feed = file(
                "feed.xml",
                "<rss version='2.0'><channel><title>T</title><item><title>Суд</title>"
                        + "<link>/n/1</link><pubDate>Mon, 12 Jan 2026 10:00 +0300</pubDate></item></channel></rss>");
        JsonNode line = Ran.of("read", "rss", "--base", "https://example.org/feed", feed)
                .line();
        assertTrue(line.path("ok").asBoolean(), line.toString());
        assertEquals("Суд", line.at("/entries/0/title").asText());
        assertEquals("https://example.org/n/1", line.at("/entries/0/link").asText());
        assertEquals("2026-01-12T07:00:00Z", line.at("/entries/0/published").asText());
    }

    @Test
    void aPageThatIsNoFeedIsToldNotThrown() throws Exception {
        Ran ran = Ran.of("read", "rss", file("page.html", "<html><body>Not a feed</body></html>"));
        assertEquals(0, ran.code());
        assertFalse(ran.line().path("ok").asBoolean());
        assertFalse(ran.line().path("reason").asText().isEmpty());
    }

    @Test
    void jsonLinesKeepTheirIdsAndDates() throws Exception {
        String lines = file(
                "in.jsonl",
                "{\"id\":\"a\",\"lang\":\"en\",\"published\":\"2026-02-03\",\"text\":\"Courts received 312 criminal cases last month.\"}\n"
                        + "{\"id\":\"b\",\"lang\":\"uk\",\"text\":\"\"}\n");
        Ran ran = Ran.of("extract", "--jsonl", lines);
        JsonNode first = JSON.readTree(ran.out().lines().findFirst().orElseThrow());
        assertEquals("a", first.path("id").asText());
        assertEquals(312, first.at("/claims/0/value").asInt());
        assertEquals("2026-01-01", first.at("/claims/0/from").asText());
        assertEquals(2, ran.out().lines().count());
    }

    @Test
    void badInputIsOneLineWithTheNameAndTheReason() throws Exception {
        Ran.of("read", "rss", dir + "/none.xml").refused("none.xml", "no such file");
        Ran.of("read", "astrology", file("a.txt", "")).refused("astrology", "pacer");
        Ran.of("extract", file("latin.txt", ""), dir.toString()).refused(dir.toString(), "folder");
        Ran.of("extract", "--jsonl", file("bad.jsonl", "{\"text\":\"a\"}\n{oops\n"))
                .refused("bad.jsonl", "line 2");
        Ran.of("extract", "--jsonl", file("day.jsonl", "{\"text\":\"a\",\"published\":\"soon\"}"))
                .refused("day.jsonl", "soon");
        Ran.of("backtest", file("s.csv", "date,count\n2026-01-01,many\n")).refused("s.csv", "2");
        Ran.of("backtest", "--rule", "tarot", file("t.csv", "date,count\n2026-01-01,1\n"))
                .refused("tarot");
        Ran.of("sources", "check", file("s.yaml", "sources: 3\n")).refused("s.yaml", "line 1");
        Ran.of("tail", "nothing").refused("nothing", "no such topic");
        Ran.of("run", "nothing").refused("nothing", "ingest-news");
        Ran.of("replay", "ingest-news").refused("ingest-news", "aggregate and enrich");
        Ran.of("reset", "aggregate").refused("aggregate", "--yes");
    }

    @Test
    void aFolderInUseAndAPortThatIsTakenAreSaidBeforeAnythingStarts() throws Exception {
        String folder = dir.resolve("data").toString();
        try (DataFolder held = DataFolder.hold(Path.of(folder))) {
            Ran.of("up", "--sample", "--data", folder)
                    .refused("in use", "process " + ProcessHandle.current().pid(), "--data");
        }
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());
            Ran.of("up", "--sample", "--data", folder, "--port", port).refused("port " + port + " is taken", "--port");
        }
        Ran.of("up", "--sample", "--data", file("no-folder", "")).refused("no-folder", "cannot be written");
    }

    @Test
    void declaredSeriesAreCheckedWithTheirLine() throws Exception {
        assertTrue(Ran.of("series", "check").out().contains("court.filed"));
        String bad = file(
                "series.yaml",
                "- name: a.b\n  title: t\n  kind: court\n  feeds: [{day: filed}]\n  splits: [[colour]]\n");
        Ran.of("series", "check", bad).refused("series.yaml:5: ", "colour");
    }

    @Test
    void aBackfillIsPreparedWhileNobodyCounts(@TempDir Path data) throws Exception {
        try (LocalCluster cluster = LocalCluster.start(data, 0, 0, line -> {})) {
            String bootstrap = cluster.broker().bootstrap();
            try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                    Map.of("bootstrap.servers", bootstrap), new ByteArraySerializer(), new ByteArraySerializer())) {
                producer.send(new ProducerRecord<>(Topics.ENTITIES.name(), new byte[] {1}, null))
                        .get();
            }
            Ran ran = Ran.of("series", "backfill", "--bootstrap", bootstrap);
            assertEquals("aggregate will read 1 records again when it starts\n", ran.out());
            assertEquals(0, ran.code());
            Map<String, Object> member =
                    Map.of("bootstrap.servers", bootstrap, "group.id", "aggregate", "enable.auto.commit", "false");
            try (KafkaConsumer<byte[], byte[]> running =
                    new KafkaConsumer<>(member, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
                running.subscribe(List.of(Topics.ENTITIES.name()));
                while (running.assignment().isEmpty()) {
                    running.poll(Duration.ofMillis(100));
                }
                Ran refused = Ran.of("series", "backfill", "--bootstrap", bootstrap);
                assertEquals(2, refused.code());
                assertTrue(refused.err().contains("stop it first"), refused.err());
            }
        }
    }

    @Test
    void aBacktestJudgesEachRow() throws Exception {
        StringBuilder rows = new StringBuilder("date,count\n");
        for (int day = 1; day <= 28; day++) {
            rows.append("2026-01-%02d,%d%n".formatted(day, day == 28 ? 40 : 2));
        }
        Ran ran = Ran.of("backtest", file("spike.csv", rows.toString()));
        assertEquals(
                "series,date,count,expected,upper,p,alert",
                ran.out().lines().findFirst().orElseThrow());
        assertTrue(ran.out().lines().toList().getLast().endsWith("true"), ran.out());
        assertEquals(29, ran.out().lines().count());
    }
}
