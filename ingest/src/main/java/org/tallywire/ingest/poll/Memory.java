package org.tallywire.ingest.poll;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.ItemMemory;
import org.tallywire.avro.Listing;

/** What is remembered of the items of one source. */
public interface Memory {
    /** The item of a document id; null: never seen, or forgotten. */
    @Nullable
    ItemMemory item(String documentId);

    /** All items of the source. */
    List<ItemMemory> items();

    /** The document that a name (guid, link or title in hashed form) leads to; null: none. */
    @Nullable
    String named(String name);

    /** What was listed at the last whole poll; null: there was none. */
    @Nullable
    Listing listing();

    /** Pages of the source that are to be looked at again. */
    PageChecks checks();

    /** Remembers an item and the names that lead to it. */
    void put(ItemMemory item);
}
