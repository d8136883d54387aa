package org.tallywire.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person meets at the terminal: help, output, and one clear line for bad input. */
class CommandsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path dir;

    private record Ran(int code, String out, String err) {
        /** One JSON object, one line. */
        JsonNode line() throws Exception {
            assertEquals(1, out.lines().count(), out);
            return JSON.readTree(out);
        }

        void refused(String... words) {
            assertEquals(2, code, err);
            assertEquals("", out, "nothing is half written");
            assertEquals(1, err.lines().count(), err);
            for (String word : words) {
                assertTrue(err.contains(word), err);
            }
        }
    }

    private static Ran run(String... args) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
            System.setErr(new PrintStream(told, true, StandardCharsets.UTF_8));
            int code = Tallywire.execute(args);
            return new Ran(code, printed.toString(StandardCharsets.UTF_8), told.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

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
                "init",
                "run",
                "sample"
            })
    void everyCommandHasHelp(String command) {
        Ran ran = run(command, "--help");
        assertEquals(0, ran.code(), ran.err());
        assertTrue(ran.out().startsWith("Usage: tallywire " + command), ran.out());
    }

    @Test
    void topicsAreListed() {
        Ran ran = run("topics");
        assertTrue(ran.out().contains("tallies.rolling"), ran.out());
        assertEquals(13, ran.out().lines().count(), "a heading and twelve topics");
    }

    @Test
    void aFeedIsOneJsonLine() throws Exception {
        String feed = file(
                "feed.xml",
                "<rss version='2.0'><channel><title>T</title><item><title>Суд</title>"
                        + "<link>/n/1</link><pubDate>Mon, 12 Jan 2026 10:00 +0300</pubDate></item></channel></rss>");
        JsonNode line =
                run("read", "rss", "--base", "https://example.org/feed", feed).line();
        assertTrue(line.path("ok").asBoolean(), line.toString());
        assertEquals("Суд", line.at("/entries/0/title").asText());
        assertEquals("https://example.org/n/1", line.at("/entries/0/link").asText());
        assertEquals("2026-01-12T07:00:00Z", line.at("/entries/0/published").asText());
    }

    @Test
    void aPageThatIsNoFeedIsToldNotThrown() throws Exception {
        Ran ran = run("read", "rss", file("page.html", "<html><body>Not a feed</body></html>"));
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
        Ran ran = run("extract", "--jsonl", lines);
        JsonNode first = JSON.readTree(ran.out().lines().findFirst().orElseThrow());
        assertEquals("a", first.path("id").asText());
        assertEquals(312, first.at("/claims/0/value").asInt());
        assertEquals("2026-01-01", first.at("/claims/0/from").asText());
        assertEquals(2, ran.out().lines().count());
    }

    @Test
    void badInputIsOneLineWithTheNameAndTheReason() throws Exception {
        run("read", "rss", dir + "/none.xml").refused("none.xml", "no such file");
        run("read", "astrology", file("a.txt", "")).refused("astrology", "pacer");
        run("extract", file("latin.txt", ""), dir.toString()).refused(dir.toString(), "folder");
        run("extract", "--jsonl", file("bad.jsonl", "{\"text\":\"a\"}\n{oops\n"))
                .refused("bad.jsonl", "line 2");
        run("extract", "--jsonl", file("day.jsonl", "{\"text\":\"a\",\"published\":\"soon\"}"))
                .refused("day.jsonl", "soon");
        run("backtest", file("s.csv", "date,count\n2026-01-01,many\n")).refused("s.csv", "2");
        run("backtest", "--rule", "tarot", file("t.csv", "date,count\n2026-01-01,1\n"))
                .refused("tarot");
        run("sources", "check", file("s.yaml", "sources: 3\n")).refused("s.yaml", "line 1");
        run("tail", "nothing").refused("nothing", "no such topic");
        run("run", "nothing").refused("nothing", "ingest-news");
    }

    @Test
    void aBacktestJudgesEachRow() throws Exception {
        StringBuilder rows = new StringBuilder("date,count\n");
        for (int day = 1; day <= 28; day++) {
            rows.append("2026-01-%02d,%d%n".formatted(day, day == 28 ? 40 : 2));
        }
        Ran ran = run("backtest", file("spike.csv", rows.toString()));
        assertEquals(
                "series,date,count,expected,upper,p,alert",
                ran.out().lines().findFirst().orElseThrow());
        assertTrue(ran.out().lines().toList().getLast().endsWith("true"), ran.out());
        assertEquals(29, ran.out().lines().count());
    }
}
