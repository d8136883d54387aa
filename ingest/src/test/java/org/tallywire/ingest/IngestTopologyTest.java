package org.tallywire.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tallywire.avro.Article;
import org.tallywire.avro.HealthState;
import org.tallywire.avro.Mode;
import org.tallywire.avro.Source;
import org.tallywire.avro.SourceHealth;
import org.tallywire.ingest.feed.NewsReader;
import org.tallywire.ingest.fetch.Request;
import org.tallywire.ingest.fetch.Validators;
import org.tallywire.ingest.page.ArticleReader;
import org.tallywire.ingest.poll.NewsDesk;
import org.tallywire.ingest.poll.PageTimes;

class IngestTopologyTest {
    private static final String FEED = "https://news.harbour.example/rss";

    private final Bench<Article> bench = Bench.of(
            Line.news(new NewsDesk(new ArticleReader()::read, PageTimes.of(PageTimes.USUAL))),
            kind -> kind.equals("rss") ? new NewsReader() : null);

    @AfterEach
    void close() {
        bench.close();
    }

    static Source.Builder source(String id) {
        return Source.newBuilder()
                .setId(id)
                .setStream(org.tallywire.avro.Stream.NEWS)
                .setKind("rss")
                .setUrl(FEED)
                .setName("Harbour News")
                .setOutlet("harbour")
                .setZone("Europe/Kyiv")
                .setIntervalSeconds(60);
    }

    static String rss(String... items) {
        return "<rss version=\"2.0\"><channel><title>Harbour</title><link>https://news.harbour.example/</link>"
                + String.join("", items) + "</channel></rss>";
    }

    static String item(int n, String text) {
        return """
                <item><guid isPermaLink="false">h-%d</guid><title>Port court hears case number %d of the season</title>
                <link>https://news.harbour.example/n/%d</link><pubDate>Mon, 02 Mar 2026 0%d:00:00 +0200</pubDate>
                <description>%s</description></item>""".formatted(n, n, n, n, text);
    }

    private Map<String, Article> articles() {
        return bench.documents().stream().collect(Collectors.toMap(TestRecord::key, TestRecord::value, (a, b) -> b));
    }

    private SourceHealth lastHealth() {
        return bench.health().getLast().value();
    }

    @Test
    void theFirstPollIsBackfillWhatComesLaterIsLive() {
        bench.web.serve(FEED, "application/rss+xml", rss(item(2, "two"), item(1, "one")));
        bench.add(source("harbour").build());
        bench.pass(Duration.ofSeconds(10));
        Map<String, Article> first = articles();
        assertEquals(2, first.size());
        assertTrue(first.values().stream().allMatch(a -> a.getMode() == Mode.BACKFILL && a.getRevision() == 1));
        bench.web.serve(FEED, "application/rss+xml", rss(item(3, "three"), item(2, "two"), item(1, "one")));
        bench.pass(Duration.ofSeconds(70));
        List<Article> later = List.copyOf(articles().values());
        assertEquals(1, later.size());
        assertEquals(Mode.LIVE, later.getFirst().getMode());
        assertEquals("2026-03-02", later.getFirst().getEventDate().toString());
        assertEquals(HealthState.WORKING, bench.state("harbour").getHealth().getState());
    }

    @Test
    void anEditIsARevisionARepetitionIsNothing() {
        bench.web.serve(FEED, "application/rss+xml", rss(item(2, "two"), item(1, "one")));
        bench.add(source("harbour").build());
        bench.pass(Duration.ofSeconds(10));
        String id = articles().values().stream()
                .filter(a -> a.getText().contains("one"))
                .findFirst()
                .orElseThrow()
                .getId();
        bench.pass(Duration.ofMinutes(3));
        assertEquals(0, bench.documents().size(), "polled again, nothing changed");
        bench.web.serve(FEED, "application/rss+xml", rss(item(2, "two"), item(1, "one, corrected")));
        bench.pass(Duration.ofSeconds(70));
        List<TestRecord<String, Article>> edited = bench.documents();
        assertEquals(1, edited.size());
        assertEquals(id, edited.getFirst().key());
        assertEquals(2, edited.getFirst().value().getRevision());
    }

    @Test
    void aFeedThatDatesItsItemsAnewAtEachPollWritesThemOnce() {
        String aged = item(1, "one").replace("2026 01:", "2026 %02d:");
        bench.web.serve(FEED, "application/rss+xml", rss(aged.formatted(1)));
        bench.add(source("harbour").build());
        bench.pass(Duration.ofSeconds(10));
        Article first = bench.documents().getFirst().value();
        for (int hour = 2; hour < 8; hour++) {
            bench.web.serve(FEED, "application/rss+xml", rss(aged.formatted(hour)));
            bench.pass(Duration.ofSeconds(70));
            bench.restart();
        }
        assertEquals(0, bench.documents().size(), "the hour is all that moved, and a new process knows it");
        bench.web.serve(FEED, "application/rss+xml", rss(aged.formatted(5).replace("one", "one, corrected")));
        bench.pass(Duration.ofSeconds(70));
        Article corrected = bench.documents().getFirst().value();
        assertEquals(2, corrected.getRevision());
        assertEquals(first.getPublished().plus(Duration.ofHours(4)), corrected.getPublished());
    }

    @Test
    void aVanishedItemIsWithdrawnOnlyWhenItsPageIsGone() {
        String[] all = {item(4, "d"), item(3, "c"), item(2, "b"), item(1, "a")};
        bench.web.serve(FEED, "application/rss+xml", rss(all));
        bench.web.serve("https://news.harbour.example/n/3", "text/html", "<p>still here</p>");
        bench.add(source("harbour").build());
        bench.pass(Duration.ofSeconds(10));
        articles();
        bench.web.serve(FEED, "application/rss+xml", rss(all[0], all[3]));
        bench.pass(Duration.ofMinutes(5));
        List<TestRecord<String, Article>> gone = bench.documents();
        assertEquals(1, gone.size(), "item 2 has no page any more, item 3 has");
        assertNull(gone.getFirst().value());
        bench.web.serve(FEED, "application/rss+xml", rss(all));
        bench.pass(Duration.ofMinutes(2));
        List<TestRecord<String, Article>> back = bench.documents();
        assertEquals(1, back.size(), "a withdrawn item that returns is written again");
        assertEquals(gone.getFirst().key(), back.getFirst().key());
        assertEquals(2, back.getFirst().value().getRevision());
    }

    @Test
    void whatFallsOffTheEndIsNotWithdrawn() {
        bench.web.serve(FEED, "application/rss+xml", rss(item(3, "c"), item(2, "b"), item(1, "a")));
        bench.add(source("harbour").build());
        bench.pass(Duration.ofSeconds(10));
        articles();
        bench.web.serve(FEED, "application/rss+xml", rss(item(4, "d"), item(3, "c")));
        bench.pass(Duration.ofMinutes(10));
        assertEquals(1, bench.documents().size());
    }

    @Test
    void aSecondIsASecond() {
        bench.web.serve(FEED, "application/rss+xml", rss(item(1, "a")));
        bench.add(source("harbour").setIntervalSeconds(1).setAllowPrivate(true).build());
        bench.pass(Duration.ofSeconds(30), Duration.ofMillis(250));
        assertTrue(bench.web.asked(FEED) >= 28, "asked " + bench.web.asked(FEED));
    }

    @Test
    void validatorsGoBackAsTheyCameAndAreCheckedEveryTwelfthTime() {
        Validators odd = new Validators("W/\"a'b\"", "Mon, 2 March 2026 8:00:00 gmt");
        bench.web.serve(FEED, "application/rss+xml", rss(item(1, "a")), odd);
        bench.add(source("harbour").build());
        bench.pass(Duration.ofMinutes(20));
        List<Request> asked =
                bench.web.asked.stream().filter(r -> r.url().equals(FEED)).toList();
        assertTrue(asked.get(0).validators().isEmpty());
        assertEquals(odd, asked.get(1).validators());
        assertEquals(odd, asked.get(12).validators());
        assertTrue(asked.get(13).validators().isEmpty(), "twelve times 304, then without condition");
    }

    @Test
    void oneTiredHostDelaysNoOther() {
        bench.web.refuse(FEED, 429, HealthState.RATE_LIMITED, Duration.ofMinutes(30));
        String other = "https://quiet.example/feed";
        bench.web.serve(other, "application/rss+xml", rss(item(1, "a")));
        Stream.of("a", "b", "c").forEach(id -> bench.add(source(id).build()));
        bench.add(source("other").setUrl(other).build());
        bench.pass(Duration.ofMinutes(10));
        assertEquals(1, bench.web.asked(FEED), "the pause is the host's: its other feeds wait too");
        assertTrue(bench.web.asked(other) >= 8, "asked " + bench.web.asked(other));
        assertEquals(Map.of("RATE_LIMITED", 1L), bench.failures());
    }

    @Test
    void errorsStretchTheIntervalAndSuccessEndsThem() {
        bench.add(source("harbour").build());
        bench.pass(Duration.ofHours(2), Duration.ofSeconds(5));
        SourceHealth failing = bench.state("harbour").getHealth();
        assertEquals(HealthState.NOT_FOUND, failing.getState());
        assertTrue(failing.getErrorStreak() > 5 && failing.getErrorStreak() < 60, "streak " + failing.getErrorStreak());
        assertEquals(Map.of("NOT_FOUND", 1L), bench.failures(), "told once, not at each poll");
        bench.web.serve(FEED, "application/rss+xml", rss(item(1, "a")));
        bench.pass(Duration.ofHours(1), Duration.ofSeconds(5));
        assertEquals(0, bench.state("harbour").getHealth().getErrorStreak());
        assertEquals(1, articles().size());
    }

    @Test
    void aRemovedSourceLeavesATombstoneAndNoState() {
        bench.web.serve(FEED, "application/rss+xml", rss(item(1, "a")));
        bench.add(source("harbour").build());
        bench.pass(Duration.ofSeconds(10));
        articles();
        bench.remove("harbour");
        bench.pass(Duration.ofMinutes(5));
        assertNull(bench.health().getLast().value());
        assertNull(bench.state("harbour"));
        assertFalse(bench.driver.getKeyValueStore(IngestTopology.ITEMS).all().hasNext());
        assertFalse(bench.driver.getKeyValueStore(IngestTopology.NAMES).all().hasNext());
        assertFalse(bench.driver.getKeyValueStore(IngestTopology.DUE).all().hasNext());
        assertEquals(0, bench.documents().size(), "its articles stay");
    }

    @Test
    void aSourceOfTheOtherServiceIsLeftAlone() {
        bench.add(source("court").setStream(org.tallywire.avro.Stream.COURTS).build());
        bench.pass(Duration.ofMinutes(5));
        assertEquals(0, bench.web.asked.size());
        assertNull(bench.state("court"));
    }

    @Test
    void robotsAreObeyedUnlessTheSourceGivesAReason() {
        bench.web.serve("https://news.harbour.example/robots.txt", "text/plain", "User-agent: *\nDisallow: /rss\n");
        bench.web.serve(FEED, "application/rss+xml", rss(item(1, "a")));
        bench.add(source("shy").build());
        bench.pass(Duration.ofMinutes(2));
        assertEquals(HealthState.ROBOTS, lastHealth().getState());
        assertEquals(0, bench.web.asked(FEED));
        bench.add(source("shy")
                .setOptions(Map.of("robots.ignore", "the outlet agreed by letter"))
                .build());
        bench.pass(Duration.ofMinutes(2));
        assertNotNull(bench.state("shy").getHealth().getLastSuccess());
    }

    @Test
    void anUnknownKindIsAHealthWord() {
        bench.add(source("odd").setKind("telex").build());
        bench.pass(Duration.ofSeconds(10));
        assertEquals(HealthState.BAD_SOURCE, lastHealth().getState());
    }

    @Test
    void aDisabledSourceIsShownAndNotPolled() {
        bench.add(source("off").setEnabled(false).build());
        bench.pass(Duration.ofMinutes(5));
        assertEquals(HealthState.DISABLED, lastHealth().getState());
        assertEquals(0, bench.web.asked.size());
    }

    @Test
    void aDeadNetworkIsNobodysFault() {
        for (int n = 1; n <= 6; n++) {
            String url = "https://news.town" + n + ".example/rss";
            bench.web.refuse(url, 0, HealthState.DNS, null);
            bench.add(source("town" + n).setUrl(url).build());
        }
        bench.pass(Duration.ofSeconds(20));
        long blamed = IntStream.rangeClosed(1, 6)
                .filter(n -> bench.state("town" + n).getHealth().getErrorStreak() > 0)
                .count();
        assertEquals(2, blamed, "the third host in a row shows that it is the network");
        for (int n = 1; n <= 6; n++) {
            bench.web.serve("https://news.town" + n + ".example/rss", "application/rss+xml", rss(item(n, "text")));
        }
        bench.pass(Duration.ofMinutes(3));
        for (int n = 1; n <= 6; n++) {
            assertEquals(0, bench.state("town" + n).getHealth().getErrorStreak());
            assertNotNull(bench.state("town" + n).getHealth().getLastSuccess());
        }
    }

    @Test
    void aSourceThatCannotBePolledForLongIsStale() {
        bench.web.refuse(FEED, 429, HealthState.RATE_LIMITED, Duration.ofHours(20));
        bench.web.serve(FEED + "/2", "application/rss+xml", rss(item(1, "text")));
        bench.add(source("second").setUrl(FEED + "/2").setIntervalSeconds(900).build());
        bench.pass(Duration.ofMinutes(1));
        bench.add(source("first").build());
        bench.pass(Duration.ofMinutes(40), Duration.ofSeconds(30));
        assertEquals(HealthState.RATE_LIMITED, bench.state("first").getHealth().getState());
        assertTrue(bench.state("second").getHealth().getState() != HealthState.STALE, "due for a quarter of an hour");
        bench.pass(Duration.ofMinutes(60), Duration.ofSeconds(30));
        SourceHealth second = bench.state("second").getHealth();
        assertEquals(HealthState.STALE, second.getState());
        assertTrue(second.getReason().contains("not polled yet"), second.getReason());
        bench.web.serve(FEED, "application/rss+xml", rss(item(1, "text")));
        bench.pass(Duration.ofHours(22), Duration.ofMinutes(5));
        assertTrue(bench.state("second").getHealth().getState() != HealthState.STALE, "polled again");
    }
}
