package org.tallywire.enrich;

import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.Entities;
import org.tallywire.avro.StoryCandidate;
import org.tallywire.enrich.story.Stories;
import org.tallywire.enrich.story.StoryDocument;
import org.tallywire.schemas.http.Metrics;

/**
 * Gives each article of one language the id of the first article of its group of copies. When an article shows that two groups
 * are one, the earlier articles of the younger group are sent again under the older leader, so that all members agree.
 */
final class FindCopies extends ContextualProcessor<String, StoryCandidate, String, @Nullable Entities> {
    private @Nullable Groups groups;
    private Metrics metrics = Metrics.UNREAD;

    private record Groups(StoryStores stores, Stories stories) {}

    @Override
    public void init(ProcessorContext<String, @Nullable Entities> context) {
        super.init(context);
        StoryStores stores = new StoryStores(context);
        groups = new Groups(stores, new Stories(stores));
        metrics = Metrics.in(context.appConfigs());
    }

    @Override
    public void process(Record<String, StoryCandidate> record) {
        if (groups == null) {
            throw new IllegalStateException("not initialised");
        }
        StoryCandidate candidate = record.value();
        Entities entities = candidate.getEntities();
        if (entities == null || candidate.getText() == null) {
            groups.stories().withdraw(candidate.getDocumentId());
            context().forward(record.withKey(candidate.getDocumentId()).withValue(entities));
        } else {
            place(record, entities, StoryStores.document(candidate.getText()), groups);
        }
    }

    private void place(Record<String, StoryCandidate> record, Entities entities, StoryDocument text, Groups groups) {
        groups.stories().advance(EventDay.reached(text.day(), record.timestamp()));
        Stories.Placed placed = groups.stories().place(text);
        send(record, entities, placed.leader(), groups.stores());
        metrics.add("claims", entities.getClaims().size(), "language", record.key());
        for (String id : placed.moved()) {
            Entities earlier = groups.stores().sent(id);
            if (earlier != null) {
                send(record, earlier, placed.leader(), groups.stores());
            }
        }
    }

    private void send(Record<String, StoryCandidate> record, Entities entities, String leader, StoryStores stores) {
        Entities placed = Entities.newBuilder(entities).setStory(leader).build();
        stores.putSent(placed);
        context().forward(record.withKey(placed.getDocumentId()).withValue(placed));
    }
}
