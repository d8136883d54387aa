package org.tallywire.enrich;

import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.Article;
import org.tallywire.avro.StoryCandidate;
import org.tallywire.enrich.furniture.Recurrence;

/** Reads each article, its site's recurring paragraphs masked. */
final class ExtractClaims extends ContextualProcessor<String, @Nullable Article, String, StoryCandidate> {
    private static final Pattern HOST = Pattern.compile("^[a-z]+://(?:www\\.)?([^/?#]*)");

    private final ArticleEntities entities;
    private @Nullable Recurrence recurrence;

    ExtractClaims(Extractor extractor) {
        entities = new ArticleEntities(extractor);
    }

    @Override
    public void init(ProcessorContext<String, StoryCandidate> context) {
        super.init(context);
        recurrence = new Recurrence(new ParagraphStore(context));
    }

    @Override
    public void process(Record<String, @Nullable Article> record) {
        Article article = record.value();
        if (article == null) {
            entities.withdrawn(record.key())
                    .forEach(gone -> context().forward(record.withKey(gone.key).withValue(gone.value)));
        } else if (recurrence == null) {
            throw new IllegalStateException("not initialised");
        } else {
            StoryCandidate candidate = read(record.key(), article, record.timestamp(), recurrence);
            String language = candidate.getEntities().getLanguage();
            context().forward(record.withKey(language).withValue(candidate));
        }
    }

    private StoryCandidate read(String id, Article article, long timestamp, Recurrence recurrence) {
        LocalDate told = article.getEventDate() == null ? EventDay.of(timestamp) : article.getEventDate();
        LocalDate day = EventDay.reached(told, timestamp);
        recurrence.advance(day);
        Recurrence.Page page = new Recurrence.Page(site(article), id, day);
        return entities.candidate(id, article, (tokens, known) -> recurrence.mask(page, tokens, known));
    }

    /** Whose pages share furniture: the host with its outlet, as some hosts carry many. */
    private static String site(Article article) {
        Matcher address = HOST.matcher(article.getUrl());
        String host = address.find() ? address.group(1) : "";
        String outlet = article.getOutlet().isEmpty() && host.isEmpty() ? article.getSourceId() : article.getOutlet();
        return host + '/' + outlet;
    }
}
