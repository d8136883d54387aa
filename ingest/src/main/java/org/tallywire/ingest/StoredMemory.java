package org.tallywire.ingest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.ItemMemory;
import org.tallywire.avro.Listing;
import org.tallywire.avro.PageCheck;
import org.tallywire.ingest.poll.Memory;

/** The memory of one source in the stores; keys begin with the source id. */
final class StoredMemory implements Memory {
    private static final StringSerializer PREFIX = new StringSerializer();

    private final String sourceId;
    private final KeyValueStore<String, ItemMemory> items;
    private final KeyValueStore<String, String> names;
    private final KeyValueStore<String, Listing> listings;
    private final StoredChecks checks;

    StoredMemory(
            String sourceId,
            KeyValueStore<String, ItemMemory> items,
            KeyValueStore<String, String> names,
            KeyValueStore<String, Listing> listings,
            KeyValueStore<String, PageCheck> checks) {
        this.sourceId = sourceId;
        this.items = items;
        this.names = names;
        this.listings = listings;
        this.checks = new StoredChecks(sourceId, checks);
    }

    private String key(String rest) {
        return sourceId + "|" + rest;
    }

    @Override
    public @Nullable ItemMemory item(String documentId) {
        return items.get(key(documentId));
    }

    @Override
    public @Nullable String named(String name) {
        return name.isEmpty() ? null : names.get(key(name));
    }

    @Override
    public @Nullable Listing listing() {
        return listings.get(sourceId);
    }

    @Override
    public StoredChecks checks() {
        return checks;
    }

    @Override
    public void put(ItemMemory item) {
        items.put(key(item.getDocumentId()), item);
        for (String name : item.getAliases()) {
            if (!item.getDocumentId().equals(names.get(key(name)))) {
                names.put(key(name), item.getDocumentId());
            }
        }
    }

    void list(Listing listing) {
        if (!listing.equals(listings.get(sourceId))) {
            listings.put(sourceId, listing);
        }
    }

    /** Forgets items that were seen last before that moment. */
    void forgetBefore(Instant moment) {
        for (ItemMemory item : items()) {
            Instant seen = item.getLastSeen();
            if (seen == null || seen.isBefore(moment)) {
                forget(item);
            }
        }
    }

    /** Forgets everything of the source. */
    void forgetAll() {
        items().forEach(this::forget);
        listings.delete(sourceId);
        checks.removeAll();
    }

    private void forget(ItemMemory item) {
        items.delete(key(item.getDocumentId()));
        for (String name : item.getAliases()) {
            if (item.getDocumentId().equals(names.get(key(name)))) {
                names.delete(key(name));
            }
        }
    }

    @Override
    public List<ItemMemory> items() {
        List<ItemMemory> all = new ArrayList<>();
        try (KeyValueIterator<String, ItemMemory> each = items.prefixScan(key(""), PREFIX)) {
            while (each.hasNext()) {
                KeyValue<String, ItemMemory> entry = each.next();
                all.add(entry.value);
            }
        }
        return all;
    }
}
