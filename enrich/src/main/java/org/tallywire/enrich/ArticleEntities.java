package org.tallywire.enrich;

import org.jspecify.annotations.Nullable;
import org.tallywire.avro.Article;
import org.tallywire.avro.DocumentKind;
import org.tallywire.avro.Entities;

/** An article to its entities: outlets, statutes and count claims found in its text. */
final class ArticleEntities {
    private final Extractor extractor;

    ArticleEntities(Extractor extractor) {
        this.extractor = extractor;
    }

    /** A withdrawn article (null) has none. */
    @Nullable
    Entities of(@Nullable Article article) {
        if (article == null) {
            return null;
        }
        Extraction found = extractor.extract(article);
        return Entities.newBuilder()
                .setDocumentId(article.getId())
                .setKind(DocumentKind.ARTICLE)
                .setSourceId(article.getSourceId())
                .setOutlet(article.getOutlet())
                .setUrl(article.getUrl())
                .setTitle(article.getTitle())
                .setLanguage(found.language())
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
