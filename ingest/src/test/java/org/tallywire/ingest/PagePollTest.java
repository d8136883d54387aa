package org.tallywire.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tallywire.avro.Article;
import org.tallywire.avro.Mode;
import org.tallywire.avro.Source;
import org.tallywire.ingest.feed.NewsReader;
import org.tallywire.ingest.poll.NewsDesk;
import org.tallywire.ingest.poll.PageTimes;
import org.tallywire.ingest.read.FeedItem;
import org.tallywire.ingest.read.Payload;

/** Pages of articles through the topology; the content of an article is the page as it stands, or the word "teaser". */
class PagePollTest {
    private static final String FEED = "https://news.harbour.example/rss";

    private final Bench<Article> bench = Bench.of(
            Line.news(new NewsDesk(PagePollTest::content, PageTimes.of(PageTimes.USUAL))), kind -> new NewsReader());

    private static Article.Builder content(FeedItem item, Payload page, Source source, Instant firstSeen) {
        return Article.newBuilder()
                .setUrl(item.link())
                .setTitle(item.title())
                .setText(page == null ? "teaser" : new String(page.body(), StandardCharsets.UTF_8));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private static String url(int n) {
        return "https://news.harbour.example/n/" + n;
    }

    private void feed(int items) {
        bench.web.serve(
                FEED,
                "application/rss+xml",
                "<rss version=\"2.0\"><channel>"
                        + IntStream.range(0, items)
                                .mapToObj(n -> "<item><guid>" + url(n) + "</guid><title>Harbour court, report number "
                                        + n + "</title><link>" + url(n) + "</link></item>")
                                .collect(Collectors.joining())
                        + "</channel></rss>");
    }

    private void add(boolean fullText) {
        bench.add(IngestTopologyTest.source("harbour").setFullText(fullText).build());
    }

    @Test
    void manyPagesComeInSeveralPollsAndEachOnce() {
        feed(25);
        IntStream.range(0, 24).forEach(n -> bench.web.serve(url(n), "text/html", "page " + n));
        add(true);
        bench.pass(Duration.ofMinutes(4)); // pages keep the pace of their host: one in five seconds
        List<TestRecord<String, Article>> written = bench.documents();
        assertEquals(25, written.size());
        assertTrue(
                written.stream().allMatch(r -> r.value().getMode() == Mode.BACKFILL),
                "the first poll is one, in parts");
        Map<String, Long> texts = written.stream()
                .collect(Collectors.groupingBy(r -> r.value().getText().split(" ")[0], Collectors.counting()));
        assertEquals(Map.of("page", 24L, "teaser", 1L), texts, "a page that is not to be had leaves the teaser");
        IntStream.range(0, 25).forEach(n -> assertEquals(1, bench.web.asked(url(n)), url(n)));
        bench.pass(Duration.ofMinutes(3));
        assertEquals(0, bench.documents().size());
    }

    @Test
    void withoutFullTextNoPageIsAsked() {
        feed(3);
        add(false);
        bench.pass(Duration.ofSeconds(20));
        assertEquals(3, bench.documents().size());
        assertEquals(0, bench.web.asked(url(0)));
    }
}
