package org.tallywire.enrich;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.Entities;
import org.tallywire.avro.StoryCandidate;
import org.tallywire.enrich.story.Stories;
import org.tallywire.schemas.http.Metrics;

/** Gives each article of one language the id of the first article of its group of copies; forgets old ones every hour. */
final class FindCopies extends ContextualProcessor<String, StoryCandidate, String, @Nullable Entities> {
    private @Nullable Stories stories;
    private Metrics metrics = Metrics.UNREAD;

    @Override
    public void init(ProcessorContext<String, @Nullable Entities> context) {
        super.init(context);
        Stories groups = new Stories(new StoryStores(context));
        stories = groups;
        metrics = Metrics.in(context.appConfigs());
        context.schedule(
                Duration.ofHours(1),
                PunctuationType.WALL_CLOCK_TIME,
                now -> groups.forget(LocalDate.ofInstant(Instant.ofEpochMilli(now), ZoneOffset.UTC)));
    }

    @Override
    public void process(Record<String, StoryCandidate> record) {
        StoryCandidate candidate = record.value();
        Entities entities = candidate.getEntities();
        if (stories == null) {
            throw new IllegalStateException("not initialised");
        }
        if (entities == null) {
            stories.withdraw(candidate.getDocumentId());
        } else if (candidate.getText() != null) {
            String leader =
                    stories.place(StoryStores.document(candidate.getText())).leader();
            entities = Entities.newBuilder(entities).setStory(leader).build();
            metrics.add("claims", entities.getClaims().size(), "language", record.key());
        }
        context().forward(record.withKey(candidate.getDocumentId()).withValue(entities));
    }
}
