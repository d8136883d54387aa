package org.tallywire.enrich;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.Entities;
import org.tallywire.avro.StoryEntry;
import org.tallywire.avro.StoryIds;
import org.tallywire.enrich.story.Signature;
import org.tallywire.enrich.story.StoryDocument;
import org.tallywire.enrich.story.StoryStore;
import org.tallywire.schemas.AvroSerde;
import org.tallywire.schemas.Registry;

/** The memory of copies in key-value stores of the topology. */
final class StoryStores implements StoryStore {
    static final String DOCUMENTS = "story-documents";
    /** Keys {@code leader|document}, parted by a line feed, without a value. */
    static final String MEMBERS = "story-members";

    static final String BUCKETS = "story-buckets";
    /** The last place in the order of arrival, and the latest event day reached, as days since 1970. */
    static final String PROGRESS = "story-progress";

    /** What was last sent of each remembered article; it is sent again when its group joins another. */
    static final String SENT = "story-sent";

    static final String[] ALL = {DOCUMENTS, MEMBERS, BUCKETS, PROGRESS, SENT};

    private static final char PART = '\n';
    private static final String ORDER = "order";
    private static final String DAY = "day";

    private final KeyValueStore<String, StoryEntry> documents;
    private final KeyValueStore<String, String> members;
    private final KeyValueStore<String, StoryIds> buckets;
    private final KeyValueStore<String, Long> progress;
    private final KeyValueStore<String, Entities> sent;

    StoryStores(ProcessorContext<?, ?> context) {
        documents = context.getStateStore(DOCUMENTS);
        members = context.getStateStore(MEMBERS);
        buckets = context.getStateStore(BUCKETS);
        progress = context.getStateStore(PROGRESS);
        sent = context.getStateStore(SENT);
    }

    static void add(StreamsBuilder builder, Registry registry) {
        add(builder, DOCUMENTS, new AvroSerde<>(StoryEntry.class, registry));
        add(builder, MEMBERS, Serdes.String());
        add(builder, BUCKETS, new AvroSerde<>(StoryIds.class, registry));
        add(builder, PROGRESS, Serdes.Long());
        add(builder, SENT, new AvroSerde<>(Entities.class, registry));
    }

    private static <V> void add(StreamsBuilder builder, String name, Serde<V> values) {
        builder.addStateStore(
                Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.String(), values));
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
        leave(document.id());
        documents.put(document.id(), entry(document));
        members.put(document.leader() + PART + document.id(), "");
    }

    @Override
    public void remove(String id) {
        leave(id);
        documents.delete(id);
        sent.delete(id);
    }

    private void leave(String id) {
        StoryEntry before = documents.get(id);
        if (before != null) {
            members.delete(before.getLeader() + PART + id);
        }
    }

    /** What was last sent of an article; null if it is not remembered. */
    @Nullable
    Entities sent(String id) {
        return sent.get(id);
    }

    void putSent(Entities entities) {
        sent.put(entities.getDocumentId(), entities);
    }

    @Override
    public List<String> members(String leader) {
        List<String> ids = new ArrayList<>();
        try (KeyValueIterator<String, String> group = members.prefixScan(leader + PART, new StringSerializer())) {
            group.forEachRemaining(entry -> ids.add(entry.key.substring(leader.length() + 1)));
        }
        return ids;
    }

    @Override
    public List<String> before(LocalDate day) {
        List<String> ids = new ArrayList<>();
        try (KeyValueIterator<String, StoryEntry> entries = documents.all()) {
            entries.forEachRemaining(entry -> {
                if (entry.value.getDay().isBefore(day)) {
                    ids.add(entry.key);
                }
            });
        }
        return ids;
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
    public long nextOrder() {
        Long last = progress.get(ORDER);
        long next = last == null ? 1 : last + 1;
        progress.put(ORDER, next);
        return next;
    }

    @Override
    public LocalDate day() {
        Long day = progress.get(DAY);
        return day == null ? LocalDate.EPOCH : LocalDate.ofEpochDay(day);
    }

    @Override
    public void putDay(LocalDate day) {
        progress.put(DAY, day.toEpochDay());
    }
}
