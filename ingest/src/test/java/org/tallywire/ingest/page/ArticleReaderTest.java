package org.tallywire.ingest.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tallywire.avro.Article;
import org.tallywire.avro.Region;
import org.tallywire.avro.RegionKind;
import org.tallywire.avro.Source;
import org.tallywire.ingest.read.FeedItem;
import org.tallywire.ingest.read.Payload;

class ArticleReaderTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final Source SOURCE = Source.newBuilder()
            .setId("lantern")
            .setOutlet("lantern")
            .setZone("Asia/Vladivostok")
            .setLanguage("ru")
            .build();

    private static FeedItem item(String content) {
        return new FeedItem(
                "7",
                "Суд вынес приговор",
                "https://lantern.example/7#top",
                Instant.parse("2026-11-19T20:00:00Z"),
                "raw",
                null,
                "",
                content,
                List.of("Анна Реева"),
                "",
                false,
                List.of("TEASER"));
    }

    private static List<RegionKind> kinds(Article.Builder article) {
        return article.getRegions().stream().map(Region::getKind).toList();
    }

    @Test
    void aFeedBodyAloneGivesTextRegionsAndLinks() {
        Article.Builder article = new ArticleReader()
                .read(
                        item("<p>Суд вынес приговор</p><p>По <a href='/k'>подсчётам</a> группы, это 41 дело.</p>"
                                + "<figure><img><figcaption>Зал суда. Иван Речкин / Фонарь</figcaption></figure>"
                                + "<p>Читайте также: <a href='/x'>другое</a></p><p>Второй абзац.</p>"),
                        null,
                        SOURCE,
                        NOW);
        assertEquals(
                "Суд вынес приговор\nПо подсчётам группы, это 41 дело.\nЗал суда.\nИван Речкин / Фонарь\nЧитайте также: другое\nВторой абзац.",
                article.getText());
        assertEquals(
                List.of(
                        RegionKind.HEADLINE,
                        RegionKind.LEAD,
                        RegionKind.CAPTION,
                        RegionKind.CREDIT,
                        RegionKind.FURNITURE,
                        RegionKind.BODY),
                kinds(article));
        assertEquals("https://lantern.example/k", article.getLinks().getFirst().getUrl());
        assertEquals(
                "подсчётам",
                article.getText()
                        .substring(
                                article.getLinks().getFirst().getStart(),
                                article.getLinks().getFirst().getEnd()));
        assertEquals("https://lantern.example/7", article.getUrl());
        assertTrue(article.getFlags().containsAll(List.of("TEASER", "SHORT", "SOURCE_FEED")));
        assertEquals(LocalDate.parse("2026-11-20"), article.getEventDate(), "the day in the zone of the source");
    }

    @Test
    void thePageReplacesATeaser() throws IOException {
        try (InputStream in = ArticleReaderTest.class.getResourceAsStream("pages/02-ru-article-body.html")) {
            Payload page = Payload.of(in.readAllBytes(), "text/html", "https://lantern.example/courts/x", NOW);
            Article.Builder article = new ArticleReader().read(item("<p>Коротко…</p>"), page, SOURCE, NOW);
            assertFalse(article.getFlags().contains("TEASER"));
            assertTrue(article.getFlags().containsAll(List.of("SOURCE_PAGE", "DATES_DIFFER")));
            assertTrue(article.getText().contains("41 дело о самовольном"));
            assertEquals("https://lantern.example/courts/02-ru-article-body", article.getUrl());
        }
    }
}
