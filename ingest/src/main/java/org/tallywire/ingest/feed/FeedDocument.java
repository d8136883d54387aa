package org.tallywire.ingest.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.tallywire.avro.Failure;
import org.tallywire.avro.HealthState;
import org.tallywire.avro.Source;
import org.tallywire.ingest.read.FeedFacts;
import org.tallywire.ingest.read.FeedItem;
import org.tallywire.ingest.read.Payload;

/** A document on its way to a reading: what every format reader fills. */
final class FeedDocument {
    /** More items than this in one document are counted, not read. */
    static final int MOST_ITEMS = 2_000;

    private static final int SAMPLE = 2_000;

    final Payload payload;
    final Source source;
    final Dates dates;
    final Set<String> notes;
    final List<FeedItem> items = new ArrayList<>();
    final List<Failure> failures = new ArrayList<>();
    final Map<String, Long> dropped = new TreeMap<>();
    final List<String> follow = new ArrayList<>();
    FeedFacts facts = FeedFacts.NONE;
    boolean salvaged;

    FeedDocument(Payload payload, Source source, Set<String> notes) {
        this.payload = payload;
        this.source = source;
        this.dates = Dates.of(source, payload.fetchedAt());
        this.notes = notes;
    }

    /** Takes an item in, or counts it as dropped: one without address, name and id tells nothing. */
    void add(FeedItem item) {
        if (items.size() >= MOST_ITEMS) {
            drop("too many");
        } else if (item.id().isEmpty()
                && item.link().isEmpty()
                && item.title().isEmpty()
                && item.content().isEmpty()) {
            drop("empty");
        } else {
            items.add(item);
        }
    }

    void drop(String reason) {
        dropped.merge(reason, 1L, Long::sum);
    }

    void fail(String detail, String sample) {
        failures.add(Failure.newBuilder()
                .setService("ingest-news")
                .setStage("read")
                .setSource(source.getId())
                .setReason(HealthState.PARSE.name())
                .setDetail(detail)
                .setSample(sample.length() > SAMPLE ? sample.substring(0, SAMPLE) : sample)
                .setAt(payload.fetchedAt())
                .build());
    }
}
