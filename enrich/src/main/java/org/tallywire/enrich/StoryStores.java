package org.tallywire.enrich;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.StoryEntry;
import org.tallywire.avro.StoryIds;
import org.tallywire.enrich.story.Signature;
import org.tallywire.enrich.story.StoryDocument;
import org.tallywire.enrich.story.StoryStore;
import org.tallywire.schemas.AvroSerde;
import org.tallywire.schemas.Registry;

/** The memory of copies in three key-value stores of the topology. */
final class StoryStores implements StoryStore {
    static final String DOCUMENTS = "story-documents";
    static final String BUCKETS = "story-buckets";
    /** Younger leader to older one; and under {@link #ORDER} the last place in the order of arrival. */
    static final String ALIASES = "story-aliases";

    private static final String ORDER = "#order";

    private final KeyValueStore<String, StoryEntry> documents;
    private final KeyValueStore<String, StoryIds> buckets;
    private final KeyValueStore<String, String> aliases;

    StoryStores(ProcessorContext<?, ?> context) {
        documents = context.getStateStore(DOCUMENTS);
        buckets = context.getStateStore(BUCKETS);
        aliases = context.getStateStore(ALIASES);
    }

    static void add(StreamsBuilder builder, Registry registry) {
        builder.addStateStore(Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(DOCUMENTS),
                Serdes.String(),
                new AvroSerde<>(StoryEntry.class, registry)));
        builder.addStateStore(Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(BUCKETS), Serdes.String(), new AvroSerde<>(StoryIds.class, registry)));
        builder.addStateStore(
                Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(ALIASES), Serdes.String(), Serdes.String()));
    }

    static StoryEntry entry(StoryDocument d) {
        return StoryEntry.newBuilder()
                .setId(d.id())
                .setOutlet(d.outlet())
                .setLanguage(d.language())
                .setDay(d.day())
                .setWords(d.words())
                .setShingles(d.shingles())
                .setTitle(d.title())
                .setSignature(d.signature().write())
                .setOrder(d.order())
                .setLeader(d.leader())
                .build();
    }

    static StoryDocument document(StoryEntry e) {
        ByteBuffer signature = e.getSignature();
        return new StoryDocument(
                e.getId(),
                e.getOutlet(),
                e.getLanguage(),
                e.getDay(),
                e.getWords(),
                e.getShingles(),
                e.getTitle(),
                Signature.read(signature),
                e.getOrder(),
                e.getLeader());
    }

    @Override
    public @Nullable StoryDocument document(String id) {
        StoryEntry entry = documents.get(id);
        return entry == null ? null : document(entry);
    }

    @Override
    public void put(StoryDocument document) {
        documents.put(document.id(), entry(document));
    }

    @Override
    public void remove(String id) {
        documents.delete(id);
    }

    @Override
    public List<String> bucket(String key) {
        StoryIds ids = buckets.get(key);
        return ids == null ? List.of() : ids.getIds();
    }

    @Override
    public void putBucket(String key, List<String> ids) {
        if (ids.isEmpty()) {
            buckets.delete(key);
        } else {
            buckets.put(key, new StoryIds(ids));
        }
    }

    @Override
    public @Nullable String alias(String leader) {
        return aliases.get(leader);
    }

    @Override
    public void putAlias(String younger, String older) {
        aliases.put(younger, older);
    }

    @Override
    public long nextOrder() {
        String last = aliases.get(ORDER);
        long next = last == null ? 1 : Long.parseLong(last) + 1;
        aliases.put(ORDER, Long.toString(next));
        return next;
    }

    @Override
    public Iterable<StoryDocument> documents() {
        List<StoryDocument> all = new ArrayList<>();
        try (KeyValueIterator<String, StoryEntry> entries = documents.all()) {
            while (entries.hasNext()) {
                KeyValue<String, StoryEntry> entry = entries.next();
                all.add(document(entry.value));
            }
        }
        return all;
    }
}
