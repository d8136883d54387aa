package org.tallywire.enrich;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import org.apache.kafka.streams.KeyValue;
import org.tallywire.avro.Article;
import org.tallywire.avro.DocumentKind;
import org.tallywire.avro.Entities;
import org.tallywire.avro.StoryCandidate;
import org.tallywire.enrich.furniture.Furniture;
import org.tallywire.enrich.text.Language;
import org.tallywire.enrich.text.Tokens;

/** An article to its entities: outlets, statutes and count claims found in its text. */
final class ArticleEntities {
    private static final List<String> LANGUAGES =
            Arrays.stream(Language.values()).map(Language::tag).toList();

    private final Extractor extractor;

    ArticleEntities(Extractor extractor) {
        this.extractor = extractor;
    }

    /**
     * A withdrawal for every language in which copies are sought: nobody remembers which one the article had, and one that
     * overtakes the article itself would be undone.
     */
    List<KeyValue<String, StoryCandidate>> withdrawn(String id) {
        StoryCandidate gone = StoryCandidate.newBuilder().setDocumentId(id).build();
        return LANGUAGES.stream().map(language -> KeyValue.pair(language, gone)).toList();
    }

    /** What is found in an article, with the furniture that its site's other pages tell of. */
    StoryCandidate candidate(String id, Article article, BiFunction<Tokens, Furniture, Furniture> furniture) {
        Extractor.ReadArticle read = extractor.read(article, furniture);
        return StoryCandidate.newBuilder()
                .setDocumentId(id)
                .setEntities(entities(article, read.extraction()))
                .setText(read.story() == null ? null : StoryStores.entry(read.story()))
                .build();
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
