package org.tallywire.ingest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.PageCheck;
import org.tallywire.ingest.poll.PageChecks;

/** The page checks of one source in their store: source id, then time, then document id, so that the first is the next. */
record StoredChecks(String sourceId, KeyValueStore<String, PageCheck> store) implements PageChecks {
    private static final Instant END = Instant.ofEpochMilli(9_999_999_999_999L);

    private String key(Instant due, String documentId) {
        return sourceId + "|" + Wires.dueKey(due, documentId);
    }

    private String key(PageCheck check) {
        Instant due = Objects.requireNonNull(check.getDue());
        return key(due, Objects.requireNonNull(check.getArticle()).getId());
    }

    @Override
    public void put(PageCheck check) {
        store.put(key(check), check);
    }

    @Override
    public void remove(PageCheck check) {
        store.delete(key(check));
    }

    @Override
    public List<PageCheck> due(Instant now, int most) {
        List<PageCheck> due = new ArrayList<>();
        try (KeyValueIterator<String, PageCheck> each = store.range(key(Instant.EPOCH, ""), key(now, "~"))) {
            while (each.hasNext() && due.size() < most) {
                due.add(each.next().value);
            }
        }
        return due;
    }

    @Override
    public @Nullable Instant next() {
        List<PageCheck> first = due(END, 1);
        return first.isEmpty() ? null : first.getFirst().getDue();
    }

    void removeAll() {
        due(END, Integer.MAX_VALUE).forEach(this::remove);
    }
}
