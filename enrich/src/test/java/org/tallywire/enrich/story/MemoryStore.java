package org.tallywire.enrich.story;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A story store in memory. */
final class MemoryStore implements StoryStore {
    final Map<String, StoryDocument> documents = new HashMap<>();
    final Map<String, List<String>> buckets = new HashMap<>();
    private final Map<String, String> aliases = new HashMap<>();
    private long order;

    @Override
    public @Nullable StoryDocument document(String id) {
        return documents.get(id);
    }

    @Override
    public void put(StoryDocument document) {
        documents.put(document.id(), document);
    }

    @Override
    public void remove(String id) {
        documents.remove(id);
    }

    @Override
    public List<String> bucket(String key) {
        return buckets.getOrDefault(key, List.of());
    }

    @Override
    public void putBucket(String key, List<String> ids) {
        if (ids.isEmpty()) {
            buckets.remove(key);
        } else {
            buckets.put(key, List.copyOf(ids));
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
        return order++;
    }

    @Override
    public Iterable<StoryDocument> documents() {
        return new ArrayList<>(documents.values());
    }
}
