package org.tallywire.enrich.story;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The memory of copies, for one partition: plain keys and values, so that a Kafka key-value store can be it. Nothing expires by
 * itself; {@link Stories#forget} removes what is older than the horizon.
 */
public interface StoryStore {
    /** A document by id; null if it is not remembered. */
    @Nullable
    StoryDocument document(String id);

    /** Remembers a document, or replaces it. */
    void put(StoryDocument document);

    /** Forgets a document. */
    void remove(String id);

    /** Ids in a bucket, oldest first; empty if there is none. */
    List<String> bucket(String key);

    /** Replaces a bucket; an empty list removes it. */
    void putBucket(String key, List<String> ids);

    /** The older leader that this leader's group was joined to; null if it was not. */
    @Nullable
    String alias(String leader);

    /** Says that two groups are one. */
    void putAlias(String younger, String older);

    /** The next place in the order of arrival. */
    long nextOrder();

    /** All documents, in any order; read only to forget. */
    Iterable<StoryDocument> documents();
}
