package org.tallywire.enrich.story;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The memory of copies, for one partition: plain keys and values, so that a Kafka key-value store can be it. Nothing expires by
 * itself; {@link Stories} removes what is older than its horizon.
 */
public interface StoryStore {
    /** A document by id; null if it is not remembered. */
    @Nullable
    StoryDocument document(String id);

    /** Remembers a document in the group of its leader, or replaces it. */
    void put(StoryDocument document);

    /** Forgets a document. */
    void remove(String id);

    /** Ids of the remembered documents of a leader's group, by id. */
    List<String> members(String leader);

    /** Ids of the remembered documents of event days before this one, by id. */
    List<String> before(LocalDate day);

    /** Ids in a bucket, oldest first; empty if there is none. */
    List<String> bucket(String key);

    /** Replaces a bucket; an empty list removes it. */
    void putBucket(String key, List<String> ids);

    /** The next place in the order of arrival. */
    long nextOrder();

    /** The latest event day reached; {@link LocalDate#EPOCH} before the first. */
    LocalDate day();

    /** Sets the latest event day reached. */
    void putDay(LocalDate day);
}
