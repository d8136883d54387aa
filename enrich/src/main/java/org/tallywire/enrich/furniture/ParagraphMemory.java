package org.tallywire.enrich.furniture;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The memory of paragraphs, for one partition: plain keys and values, so that a Kafka key-value store can be it. Nothing expires
 * by itself; {@link Recurrence} removes what is older than its horizon.
 */
public interface ParagraphMemory {
    /** Where a paragraph has stood; null if it is not remembered. */
    @Nullable
    Seen seen(String key);

    /** Remembers it. */
    void put(String key, Seen seen);

    /** Forgets every paragraph that stood last in a document of a day before this one. */
    void forgetBefore(LocalDate day);

    /** The latest event day reached; {@link LocalDate#EPOCH} before the first. */
    LocalDate day();

    /** Sets the latest event day reached. */
    void putDay(LocalDate day);
}
