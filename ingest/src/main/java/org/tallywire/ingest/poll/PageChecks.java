package org.tallywire.ingest.poll;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.PageCheck;

/** The article pages of one source that are to be looked at again, in the order of their time. */
public interface PageChecks {
    void put(PageCheck check);

    void remove(PageCheck check);

    /** What is due by then, the longest due first, so many at most. */
    List<PageCheck> due(Instant now, int most);

    /** When the first is due; null: there is none. */
    @Nullable
    Instant next();
}
