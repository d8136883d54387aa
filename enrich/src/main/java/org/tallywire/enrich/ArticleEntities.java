package org.tallywire.enrich;

import java.util.Arrays;
import java.util.List;
import org.apache.kafka.streams.KeyValue;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.Article;
import org.tallywire.avro.DocumentKind;
import org.tallywire.avro.Entities;
import org.tallywire.avro.StoryCandidate;
import org.tallywire.enrich.text.Language;

/** An article to its entities: outlets, statutes and count claims found in its text. */
final class ArticleEntities {
    private static final List<String> LANGUAGES =
            Arrays.stream(Language.values()).map(Language::tag).toList();

    private final Extractor extractor;

    ArticleEntities(Extractor extractor) {
        this.extractor = extractor;
    }

    /**
     * What is found, keyed by the language in which copies are sought. A withdrawal (null) goes to every language: nobody
     * remembers which one the article had, and one that overtakes the article itself would be undone.
     */
    List<KeyValue<String, StoryCandidate>> candidates(String id, @Nullable Article article) {
        if (article == null) {
            StoryCandidate gone = StoryCandidate.newBuilder().setDocumentId(id).build();
            return LANGUAGES.stream()
                    .map(language -> KeyValue.pair(language, gone))
                    .toList();
        }
        Extractor.ReadArticle read = extractor.read(article);
        Entities entities = entities(article, read.extraction());
        StoryCandidate candidate = StoryCandidate.newBuilder()
                .setDocumentId(id)
                .setEntities(entities)
                .setText(read.story() == null ? null : StoryStores.entry(read.story()))
                .build();
        return List.of(KeyValue.pair(entities.getLanguage(), candidate));
    }

    private static Entities entities(Article article, Extraction found) {
        return Entities.newBuilder()
                .setDocumentId(article.getId())
                .setKind(DocumentKind.ARTICLE)
                .setSourceId(article.getSourceId())
                .setOutlet(article.getOutlet())
                .setUrl(article.getUrl())
                .setTitle(article.getTitle())
                .setLanguage(found.language().tag())
                .setEventDate(article.getEventDate())
                .setPublishedAt(article.getPublished())
                .setFetchedAt(article.getFetchedAt())
                .setRevision(article.getRevision())
                .setMode(article.getMode())
                .setStory(article.getId())
                .setOutlets(found.outlets())
                .setStatutes(found.statutes())
                .setClaims(found.claims())
                .setExtractor(Enrich.VERSION)
                .setFlags(article.getFlags())
                .build();
    }
}
