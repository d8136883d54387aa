package org.tallywire.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tallywire.avro.Article;
import org.tallywire.avro.HealthState;
import org.tallywire.avro.Mode;
import org.tallywire.avro.Source;
import org.tallywire.ingest.feed.NewsReader;
import org.tallywire.ingest.fetch.Validators;
import org.tallywire.ingest.page.ArticleReader;
import org.tallywire.ingest.poll.NewsDesk;
import org.tallywire.ingest.poll.PageTimes;

/** Corrections that are made on an article's page alone, and pages that vanish, through the topology. */
class PageCheckTest {
    private static final String FEED = "https://news.harbour.example/rss";
    private static final String PAGE = "https://news.harbour.example/n/1";
    private static final Validators TAG = new Validators("\"1\"", "");

    private final Bench<Article> bench = Bench.of(
            Line.news(new NewsDesk(new ArticleReader()::read, PageTimes.of(PageTimes.USUAL))),
            kind -> new NewsReader());

    @AfterEach
    void close() {
        bench.close();
    }

    private static String page(String number, String donation) {
        String sentence = "<p>The garrison court of the harbour has heard " + number
                + " cases of soldiers since the spring, its press office says in a report to the town.</p>";
        return "<html><body><article><h1>The harbour court counts its cases</h1>" + sentence
                + "<p>The lawyers of three of them have appealed, and the sea court will hear them in the autumn, long after"
                + " the fleet has left for the north.</p><p>" + donation
                + "</p></article></body></html>";
    }

    private static String feed(int... items) {
        StringBuilder feed = new StringBuilder("<rss version=\"2.0\"><channel>");
        for (int n : items) {
            feed.append("<item><guid>%d</guid><title>The harbour court counts its cases, part %d</title>"
                            .formatted(n, n))
                    .append("<link>https://news.harbour.example/n/%d</link></item>".formatted(n));
        }
        return feed + "</channel></rss>";
    }

    /** The article is in, read from its page. */
    private void start(Map<String, String> options, Validators validators) {
        bench.web.serve(FEED, "application/rss+xml", feed(1));
        bench.web.serve(PAGE, "text/html", page("twelve", ""), validators);
        bench.add(source(options));
        bench.pass(Duration.ofMinutes(1));
        Article first = bench.documents().getFirst().value();
        assertTrue(first.getFlags().contains("SOURCE_PAGE") && first.getText().contains("twelve"), first.toString());
    }

    private static Source source(Map<String, String> options) {
        return IngestTopologyTest.source("harbour")
                .setFullText(true)
                .setIntervalSeconds(900)
                .setOptions(options)
                .build();
    }

    private void hours(int hours) {
        bench.pass(Duration.ofHours(hours), Duration.ofMinutes(5));
    }

    @Test
    void aCorrectionOnThePageAloneIsARevision() {
        start(Map.of(), Validators.NONE);
        bench.web.serve(PAGE, "text/html", page("thirteen", ""));
        hours(2);
        List<TestRecord<String, Article>> written = bench.documents();
        assertEquals(1, written.size());
        Article corrected = written.getFirst().value();
        assertEquals(2, corrected.getRevision());
        assertEquals(Mode.LIVE, corrected.getMode());
        assertTrue(corrected.getText().contains("thirteen"));
        assertNotNull(corrected.getFirstSeen());
        assertEquals(1L, bench.state("harbour").getHealth().getItems().get("updated"));
        hours(200);
        assertEquals(0, bench.documents().size(), "told once");
    }

    @Test
    void fourLooksAndNoMore() {
        start(Map.of(), TAG);
        hours(24 * 9);
        assertEquals(5, bench.web.asked(PAGE), "when it was new, after 1, 6, 24 and 168 hours");
        assertTrue(bench.web.asked.stream()
                .filter(request -> request.url().equals(PAGE))
                .skip(1)
                .allMatch(request -> request.validators().equals(TAG)));
        assertEquals(0, bench.documents().size(), "304 each time");
        assertNull(bench.state("harbour").getNextCheck());
        assertFalse(bench.driver.getKeyValueStore(IngestTopology.CHECKS).all().hasNext());
    }

    @Test
    void aSourceMaySwitchThemOffOrSetItsOwn() {
        start(Map.of(PageTimes.OPTION, "off"), Validators.NONE);
        hours(24 * 9);
        assertEquals(1, bench.web.asked(PAGE));
        bench.web.serve(PAGE.replace("/1", "/2"), "text/html", page("twenty", ""));
        bench.web.serve(FEED, "application/rss+xml", feed(2, 1));
        bench.add(source(Map.of(PageTimes.OPTION, "2,3")));
        hours(24);
        assertEquals(3, bench.web.asked(PAGE.replace("/1", "/2")));
    }

    @Test
    void whatIsPlannedOutlivesTheProcess() {
        start(Map.of(), Validators.NONE);
        bench.restart();
        bench.web.serve(PAGE, "text/html", page("thirteen", ""));
        hours(2);
        bench.restart();
        hours(30);
        assertEquals(0, bench.documents().size(), "the correction was written before the second death, once");
        assertEquals(
                2,
                bench.driver
                        .<String, org.tallywire.avro.ItemMemory>getKeyValueStore(IngestTopology.ITEMS)
                        .all()
                        .next()
                        .value
                        .getRevision());
        assertEquals(4, bench.web.asked(PAGE), "new, and after 1, 6 and 24 hours");
    }

    @Test
    void anAppealForMoneyIsNoCorrection() {
        start(Map.of(), Validators.NONE);
        bench.web.serve(PAGE, "text/html", page("twelve", "Support our journalism, donate to our newsroom today."));
        hours(2);
        assertEquals(0, bench.documents().size());
    }

    @Test
    void aPageWithoutItsTextIsNotBelieved() {
        start(Map.of(), Validators.NONE);
        bench.web.serve(PAGE, "text/html", "<html><body><article><p>Please log in.</p></article></body></html>");
        hours(2);
        assertEquals(0, bench.documents().size());
        bench.web.serve(PAGE, "text/html", page("thirteen", ""));
        hours(5);
        assertEquals(1, bench.documents().size());
    }

    @Test
    void aMissingPageWithdrawsAfterADayOnceNoListNamesIt() {
        start(Map.of(), Validators.NONE);
        bench.web.refuse(PAGE, 404, HealthState.NOT_FOUND, null);
        bench.web.serve(FEED, "application/rss+xml", feed(2));
        hours(2);
        assertEquals(1, bench.documents().size(), "only the second item, a single 404 says nothing");
        hours(30);
        List<TestRecord<String, Article>> gone = bench.documents();
        assertEquals(1, gone.size());
        assertNull(gone.getFirst().value());
        assertFalse(bench.driver.getKeyValueStore(IngestTopology.CHECKS).all().hasNext());
    }

    @Test
    void aMissingPageOfAListedArticleWithdrawsNothing() {
        start(Map.of(), Validators.NONE);
        bench.web.refuse(PAGE, 410, HealthState.GONE, null);
        hours(24 * 9);
        assertEquals(0, bench.documents().size());
    }

    @Test
    void aPageThatComesBackIsNotMissing() {
        start(Map.of(), Validators.NONE);
        bench.web.serve(FEED, "application/rss+xml", feed(2));
        bench.web.refuse(PAGE, 404, HealthState.NOT_FOUND, null);
        hours(3);
        bench.web.serve(PAGE, "text/html", page("twelve", ""));
        hours(30);
        bench.web.refuse(PAGE, 404, HealthState.NOT_FOUND, null);
        hours(24 * 6);
        assertEquals(4, bench.web.asked(PAGE), "new, missing, back, missing");
        assertTrue(
                bench.documents().stream().noneMatch(record -> record.value() == null), "one 404, twice, is not two");
    }

    @Test
    void aTiredHostIsLeftAlone() {
        start(Map.of(), Validators.NONE);
        bench.web.refuse(PAGE, 429, HealthState.RATE_LIMITED, Duration.ofHours(3));
        hours(2);
        assertEquals(2, bench.web.asked(PAGE));
        long feeds = bench.web.asked(FEED);
        hours(1);
        assertEquals(feeds, bench.web.asked(FEED), "its feed waits too");
        bench.web.serve(PAGE, "text/html", page("thirteen", ""));
        hours(5);
        assertEquals(1, bench.documents().size(), "the look after six hours finds it");
    }
}
