package org.tallywire.ingest.poll;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.tallywire.avro.ItemMemory;
import org.tallywire.avro.Listing;
import org.tallywire.ingest.poll.Revision.Change;
import org.tallywire.ingest.read.FeedItem;

class IdentityTest {
    private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

    private final Remembered memory = new Remembered();
    private Instant now = START;
    private boolean guidUnreliable;

    /** Memory in maps. */
    private static final class Remembered implements Memory {
        final Map<String, ItemMemory> items = new HashMap<>();
        final Map<String, String> names = new HashMap<>();

        @Override
        public ItemMemory item(String documentId) {
            return items.get(documentId);
        }

        @Override
        public List<ItemMemory> items() {
            return List.copyOf(items.values());
        }

        @Override
        public String named(String name) {
            return names.get(name);
        }

        @Override
        public Listing listing() {
            return null;
        }

        @Override
        public PageChecks checks() {
            throw new UnsupportedOperationException("no pages here");
        }

        @Override
        public void put(ItemMemory item) {
            items.put(item.getDocumentId(), item);
            item.getAliases().forEach(name -> names.put(name, item.getDocumentId()));
        }
    }

    private static FeedItem item(String guid, String link, String title, String text) {
        return new FeedItem(
                guid, title, link, START.minusSeconds(60), "raw", null, text, "", List.of(), "", false, List.of());
    }

    private static FeedItem dated(Instant published, String text) {
        String raw = published.toString();
        return new FeedItem("g1", title(1), url(1), published, raw, null, text, "", List.of(), "", false, List.of());
    }

    private ItemMemory only() {
        assertEquals(1, memory.items.size());
        return memory.items.values().iterator().next();
    }

    private static String title(int n) {
        return "Garrison court number " + n + " hands down its verdict";
    }

    private static String url(int n) {
        return "https://harbour.example/n/" + n;
    }

    /** Polls a list a minute later; the changes in order of the list. */
    private List<Change> poll(FeedItem... items) {
        now = now.plusSeconds(60);
        Guids.Named named = Guids.name(List.of(items), guidUnreliable, Set.of("https://harbour.example/rss"));
        Identity.Resolved resolved = Identity.resolve("harbour", named.items(), memory);
        guidUnreliable |= resolved.guidsLie();
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < named.items().size(); i++) {
            String id = resolved.documents().get(i);
            Revision revision = Revision.of(id, named.items().get(i), memory.item(id), false, now);
            memory.put(revision.memory());
            changes.add(revision.change());
        }
        assertEquals(resolved.documents().size(), new HashSet<>(resolved.documents()).size(), "one document an item");
        return changes;
    }

    private static List<Change> all(Change change, int times) {
        return Collections.nCopies(times, change);
    }

    @Test
    void aNewGuidForTheSameLinkIsTheSameArticle() {
        poll(item("g1", url(1), title(1), "a"));
        assertEquals(all(Change.KNOWN, 1), poll(item("g1-moved", url(1), title(1), "a")));
        assertEquals(1, memory.items.size());
    }

    @Test
    void aNewLinkForTheSameGuidIsARevision() {
        poll(item("g1", url(1), title(1), "a"));
        assertEquals(all(Change.UPDATED, 1), poll(item("g1", "https://new.example/1", title(1), "a")));
        assertEquals(1, memory.items.size());
    }

    @Test
    void aNewTitleIsARevision() {
        poll(item("g1", url(1), title(1), "a"));
        assertEquals(all(Change.UPDATED, 1), poll(item("g1", url(1), title(2), "a")));
    }

    @Test
    void newGuidAndNewLinkUnderTheSameHeadlineAndDayAreTheSameArticle() {
        poll(item("https://old.example/?p=1", "https://old.example/?p=1", title(1), "a"));
        assertEquals(
                all(Change.UPDATED, 1), poll(item("https://new.example/x", "https://new.example/x", title(1), "a")));
    }

    @Test
    void twoReportsUnderOneHeadlineInOneListStayTwo() {
        poll(item("g1", url(1), title(1), "a"), item("g2", url(2), title(1), "b"));
        assertEquals(2, memory.items.size());
        assertEquals(all(Change.KNOWN, 2), poll(item("g2", url(2), title(1), "b"), item("g1", url(1), title(1), "a")));
    }

    @Test
    void aShortHeadlineIdentifiesNothing() {
        poll(item("g1", url(1), "Сводка", "a"));
        assertEquals(all(Change.NEW, 1), poll(item("g2", url(2), "Сводка", "b")));
    }

    @Test
    void whatLeavesAndReturnsIsKnown() {
        poll(item("g1", url(1), title(1), "a"), item("g2", url(2), title(2), "b"));
        poll(item("g2", url(2), title(2), "b"));
        assertEquals(all(Change.KNOWN, 2), poll(item("g1", url(1), title(1), "a"), item("g2", url(2), title(2), "b")));
    }

    @Test
    void oneGuidOnAllItemsIsRepairedByLinks() {
        FeedItem[] items = IntStream.range(0, 5)
                .mapToObj(n -> item("same", url(n), title(n), "a"))
                .toArray(FeedItem[]::new);
        assertEquals(all(Change.NEW, 5), poll(items));
        Collections.reverse(Arrays.asList(items));
        assertEquals(all(Change.KNOWN, 5), poll(items), "order moves, identity does not");
    }

    @Test
    void oneGuidAndLinkWithDifferentTitlesAreDifferentItems() {
        FeedItem[] items = IntStream.range(0, 3)
                .mapToObj(n -> item("g", url(0), title(n), "a"))
                .toArray(FeedItem[]::new);
        assertEquals(all(Change.NEW, 3), poll(items));
        assertEquals(all(Change.KNOWN, 3), poll(items));
    }

    @Test
    void itemsWithoutGuidThatAllLinkToTheHomePageAreToldApartByTitle() {
        FeedItem[] items = IntStream.range(0, 4)
                .mapToObj(n -> item("", "https://harbour.example/", title(n), "a"))
                .toArray(FeedItem[]::new);
        assertEquals(all(Change.NEW, 4), poll(items));
        assertEquals(all(Change.KNOWN, 4), poll(items));
    }

    @Test
    void theSameItemTwiceInOneListIsOne() {
        FeedItem one = item("g1", url(1), title(1), "a");
        assertEquals(all(Change.NEW, 1), poll(one, one));
    }

    @Test
    void theFeedsOwnAddressIsNoGuid() {
        poll(item("https://harbour.example/rss", url(1), title(1), "a"));
        assertEquals(all(Change.NEW, 1), poll(item("https://harbour.example/rss", url(2), title(2), "a")));
    }

    @Test
    void positionalGuidsAreFoundOutAndLinksTakeOver() {
        poll(item("1", url(1), title(1), "a"), item("2", url(2), title(2), "b"), item("3", url(3), title(3), "c"));
        List<Change> shifted = poll(
                item("1", url(4), title(4), "d"), item("2", url(1), title(1), "a"), item("3", url(2), title(2), "b"));
        assertEquals(List.of(Change.NEW, Change.KNOWN, Change.KNOWN), shifted);
        assertTrue(guidUnreliable);
        assertEquals(4, memory.items.size());
    }

    @Test
    void aSiteThatMovesEmitsNothingNew() {
        FeedItem[] before = IntStream.range(0, 20)
                .mapToObj(n -> item("tag:old," + n, url(n), title(n), "a"))
                .toArray(FeedItem[]::new);
        FeedItem[] after = IntStream.range(0, 20)
                .mapToObj(n -> item("tag:new," + n, url(n), title(n), "a"))
                .toArray(FeedItem[]::new);
        poll(before);
        assertEquals(all(Change.KNOWN, 20), poll(after));
    }

    @Test
    void itemsWithTheSameDateAreNeverSkipped() {
        FeedItem[] items = IntStream.range(0, 50)
                .mapToObj(n -> item("g" + n, url(n), title(n), "a"))
                .toArray(FeedItem[]::new);
        assertEquals(all(Change.NEW, 50), poll(items));
    }

    @Test
    void trackingCountersAndMarkUpAreNoChange() {
        poll(item(
                "g1",
                url(1) + "?utm_source=rss",
                title(1),
                "<p>Text of it</p> <img src='https://c.example/1.gif?n=1'>"));
        assertEquals(
                all(Change.KNOWN, 1),
                poll(item(
                        "g1",
                        url(1),
                        title(1).toUpperCase(),
                        "<div>Text  of <b>it</b></div>\n<img src='https://c.example/1.gif?n=2'>")));
    }

    @Test
    void flappingIsToldOnceAnHour() {
        FeedItem a = item("g1", url(1), title(1), "five soldiers");
        FeedItem b = item("g1", url(1), title(1), "six soldiers");
        assertEquals(all(Change.NEW, 1), poll(a));
        assertEquals(all(Change.UPDATED, 1), poll(b));
        assertEquals(all(Change.HELD, 1), poll(a));
        assertEquals(all(Change.KNOWN, 1), poll(b));
        poll(a);
        now = now.plus(Duration.ofHours(1));
        assertEquals(all(Change.UPDATED, 1), poll(a), "it stayed so: now it is told");
    }

    @Test
    void aDateThatIsTheTimeOfTheAnswerIsNoChange() {
        Instant first = now;
        poll(dated(first, "five soldiers"));
        for (int n = 0; n < 5; n++) {
            assertEquals(all(Change.KNOWN, 1), poll(dated(now, "five soldiers")));
        }
        assertEquals(all(Change.UPDATED, 1), poll(dated(now, "six soldiers")));
        assertEquals(first, only().getPublished(), "after we saw it first it cannot have been published");
        assertEquals(first.toString(), only().getPublishedRaw());
    }

    @Test
    void aCorrectedDateComesWithTheNextChange() {
        poll(dated(START.minusSeconds(60), "five soldiers"));
        Instant earlier = START.minus(Duration.ofDays(3));
        assertEquals(all(Change.KNOWN, 1), poll(dated(earlier, "five soldiers")));
        assertEquals(all(Change.UPDATED, 1), poll(dated(earlier, "six soldiers")));
        assertEquals(earlier, only().getPublished());
        assertEquals(earlier.toString(), only().getPublishedRaw());
    }

    @Test
    void anItemWithoutGuidAndLinkIsKnownThoughItsHourMoves() {
        FeedItem noon =
                new FeedItem("", "Roll call", "", START, "noon", null, "a", "", List.of(), "", false, List.of());
        FeedItem later = new FeedItem(
                "", "Roll call", "", START.plusSeconds(9), "noon", null, "a", "", List.of(), "", false, List.of());
        poll(noon);
        assertEquals(all(Change.KNOWN, 1), poll(later));
    }

    @Test
    void documentIdsDoNotDependOnTheOrderOfDiscovery() {
        poll(item("g1", url(1), title(1), "a"));
        String id = memory.items.keySet().iterator().next();
        assertEquals("news:harbour:" + Hash.of("g:" + Hash.of("g1")), id);
        assertNotEquals(id, "news:harbour:" + Hash.of("g:" + Hash.of("g2")));
    }

    @Property(tries = 200)
    void noArticleIsEverCountedTwiceHoweverItsNamesWander(@ForAll long seed) {
        Random random = new Random(seed);
        IdentityTest test = new IdentityTest();
        int articles = 2 + random.nextInt(15);
        String[] guids = new String[articles];
        String[] links = new String[articles];
        for (int n = 0; n < articles; n++) {
            guids[n] = random.nextInt(5) == 0 ? "" : "g" + n;
            links[n] = url(n);
        }
        int fresh = 0;
        for (int round = 0; round < 12; round++) {
            int moved = random.nextInt(articles);
            if (random.nextBoolean()) {
                guids[moved] = "g" + moved + "-" + round;
            } else {
                links[moved] = url(moved) + "/v" + round;
            }
            List<Integer> listed =
                    new ArrayList<>(IntStream.range(0, articles).boxed().toList());
            Collections.shuffle(listed, random);
            FeedItem[] items = listed.stream()
                    .map(n -> item(guids[n], links[n], title(n), "text " + n))
                    .toArray(FeedItem[]::new);
            fresh += Collections.frequency(test.poll(items), Change.NEW);
        }
        assertEquals(articles, fresh);
    }
}
