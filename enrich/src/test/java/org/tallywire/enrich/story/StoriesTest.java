package org.tallywire.enrich.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.tallywire.enrich.furniture.Furniture;
import org.tallywire.enrich.text.Tokenizer;
import org.tallywire.enrich.text.Vocabulary;

class StoriesTest {
    private static final Tokenizer TOKENIZER = new Tokenizer(new Vocabulary());
    private static final LocalDate DAY = LocalDate.of(2024, 5, 1);
    private static final int ARTICLES = 300;

    private final MemoryStore store = new MemoryStore();
    private final Stories stories = new Stories(store);

    private static StoryDocument document(String id, String outlet, LocalDate day, String title, String text) {
        return StoryDocument.of(id, outlet, "en", day, title, TOKENIZER.tokenize(text), Furniture.NONE);
    }

    private String place(String id, String outlet, String text) {
        return stories.place(document(id, outlet, DAY, "Title of " + id, text)).leader();
    }

    /** Share of changed copies that join the group of their original; the store holds all originals. */
    private static double recall(BiFunction<SyntheticArticle, List<String>, String> change) {
        Stories stories = new Stories(new MemoryStore());
        List<List<String>> articles = new ArrayList<>();
        for (int i = 0; i < ARTICLES; i++) {
            List<String> sentences = new SyntheticArticle(i).sentences();
            articles.add(sentences);
            stories.place(document("a" + i, "one", DAY, "t" + i, SyntheticArticle.text(sentences)));
        }
        int found = 0;
        for (int i = 0; i < ARTICLES; i++) {
            String copy = change.apply(new SyntheticArticle(1_000_000 + i), articles.get(i));
            String leader =
                    stories.place(document("b" + i, "two", DAY, "u" + i, copy)).leader();
            assertTrue(leader.equals("a" + i) || leader.equals("b" + i), "joined a different article");
            found += leader.equals("a" + i) ? 1 : 0;
        }
        return (double) found / ARTICLES;
    }

    @Test
    void copiesAreFoundHoweverThePageChangedThem() {
        assertTrue(recall(SyntheticArticle::appealAdded) >= .97, "an appeal at the end");
        assertTrue(recall(SyntheticArticle::wordsChanged) >= .97, "one word in twenty");
        assertTrue(
                recall(SyntheticArticle::shortenedWithNewLead) >= .95, "a new lead and a third of the sentences gone");
        assertTrue(recall(SyntheticArticle::shuffled) >= .97, "paragraphs in another order");
        assertTrue(recall(SyntheticArticle::firstHalf) >= .88, "only the first half");
    }

    @Test
    void aReplayGivesTheSameGroups() {
        List<String> once = run();
        assertEquals(once, run());
    }

    private static List<String> run() {
        Stories stories = new Stories(new MemoryStore());
        List<String> leaders = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            SyntheticArticle article = new SyntheticArticle(i % 20);
            List<String> sentences = article.sentences();
            String text = i < 20 ? SyntheticArticle.text(sentences) : article.wordsChanged(sentences);
            leaders.add(
                    stories.place(document("d" + i, "o" + i, DAY, "t", text)).leader());
        }
        return leaders;
    }

    @Test
    void aRevisionKeepsItsGroupAndARewriteLeavesIt() {
        List<String> sentences = new SyntheticArticle(1).sentences();
        place("first", "one", SyntheticArticle.text(sentences));
        assertEquals("first", place("copy", "two", SyntheticArticle.text(sentences)));
        assertEquals("first", place("copy", "two", new SyntheticArticle(2).shortenedWithNewLead(sentences)));
        assertEquals("copy", place("copy", "two", SyntheticArticle.text(new SyntheticArticle(3).sentences())));
    }

    @Test
    void aTextThatLinksTwoGroupsJoinsThem() {
        List<String> sentences = new SyntheticArticle(4).sentences();
        int half = sentences.size() / 2;
        assertEquals("head", place("head", "one", SyntheticArticle.text(sentences.subList(0, half))));
        assertEquals("tail", place("tail", "two", SyntheticArticle.text(sentences.subList(half, sentences.size()))));
        StoryDocument whole = document("whole", "three", DAY, "t", SyntheticArticle.text(sentences));
        assertEquals(new Stories.Placed("head", List.of("tail")), stories.place(whole));
        assertEquals("head", store.document("tail").leader(), "the earlier member moves too");
        assertEquals("head", place("later", "four", SyntheticArticle.text(sentences.subList(half, sentences.size()))));
    }

    @Test
    void aTemplatePageOfOneOutletIsNoCopy() {
        List<String> sentences = new SyntheticArticle(5).sentences();
        place("monday", "weather", SyntheticArticle.text(sentences));
        String tuesday = new SyntheticArticle(6).wordsChanged(sentences);
        assertEquals("tuesday", place("tuesday", "weather", tuesday), "same outlet, other words");
        assertEquals("monday", place("reprint", "other", tuesday), "another outlet");
    }

    @Test
    void aShortTextIsKnownByItsTitleOnAnotherOutletWithinTwoDays() {
        assertEquals("a", stories.place(shortText("a", "one", DAY)).leader());
        assertEquals("b", stories.place(shortText("b", "one", DAY)).leader(), "the same outlet");
        assertEquals("a", stories.place(shortText("c", "two", DAY.plusDays(2))).leader(), "another outlet");
        assertEquals(
                "d", stories.place(shortText("d", "three", DAY.plusDays(5))).leader(), "too late");
        assertEquals("e", stories.place(document("e", "four", DAY, "", "")).leader());
    }

    private static StoryDocument shortText(String id, String outlet, LocalDate day) {
        return document(id, outlet, day, id.equals("c") ? "Court jails 12!" : "Court Jails 12", "Too short.");
    }

    @Test
    void aWithdrawnLeaderKeepsItsGroup() {
        List<String> sentences = new SyntheticArticle(7).sentences();
        place("first", "one", SyntheticArticle.text(sentences));
        place("second", "two", SyntheticArticle.text(sentences));
        stories.withdraw("first");
        assertEquals("first", place("third", "three", SyntheticArticle.text(sentences)));
    }

    @Test
    void nothingOlderThanTheHorizonStays() {
        for (int i = 0; i < 40; i++) {
            String text = SyntheticArticle.text(new SyntheticArticle(i).sentences());
            stories.place(document("d" + i, "one", DAY.plusDays(i % 20), "t" + i, text));
        }
        stories.advance(DAY.plusDays(19));
        assertEquals(2 * (Stories.HORIZON_DAYS + 1), store.documents.size());
        assertTrue(store.buckets.values().stream().flatMap(List::stream).allMatch(store.documents::containsKey));
    }

    @Test
    void aTemplateTextFillsItsBucketsAndNoMore() {
        String text = SyntheticArticle.text(new SyntheticArticle(8).sentences());
        for (int i = 0; i < 100; i++) {
            assertEquals("d0", place("d" + i, "o" + i, text));
        }
        assertTrue(store.buckets.values().stream().allMatch(ids -> ids.size() <= 20));
    }

    @Test
    void aSignatureSurvivesItsBytes() {
        Signature signature = document("a", "one", DAY, "t", SyntheticArticle.text(new SyntheticArticle(9).sentences()))
                .signature();
        assertEquals(1, Signature.read(signature.write()).similarity(signature));
    }

    @Test
    void theFunctionsNeverChange() {
        StoryDocument fixed =
                document("a", "one", DAY, "t", "Courts heard more cases this year than in the year before.");
        assertEquals("0:" + FIRST_BAND, fixed.signature().bands().getFirst(), "signatures in state depend on it");
    }

    private static final String FIRST_BAND = "f8c8a84040f6637f";
}
