package org.tallywire.enrich.story;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A story store in memory. */
final class MemoryStore implements StoryStore {
    final Map<String, StoryDocument> documents = new HashMap<>();
    final Map<String, List<String>> buckets = new HashMap<>();
    private long order;
    private LocalDate day = LocalDate.EPOCH;

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
    public List<String> members(String leader) {
        return ids(document -> document.leader().equals(leader));
    }

    @Override
    public List<String> before(LocalDate limit) {
        return ids(document -> document.day().isBefore(limit));
    }

    private List<String> ids(Predicate<StoryDocument> test) {
        return documents.values().stream()
                .filter(test)
                .map(StoryDocument::id)
                .sorted()
                .toList();
    }

    @Override
    public long nextOrder() {
        return order++;
    }

    @Override
    public LocalDate day() {
        return day;
    }

    @Override
    public void putDay(LocalDate reached) {
        day = reached;
    }
}
