package org.tallywire.ingest.feed;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.Source;
import org.tallywire.ingest.date.DateOrder;
import org.tallywire.ingest.date.DateParser;
import org.tallywire.ingest.date.ParsedDate;
import org.tallywire.ingest.read.Zones;

/** The dates of one document: the source's zone and order of numbers, and the fetch time that nothing may pass. */
record Dates(DateParser parser, Instant now) {
    /** The date of an item: the first of its date elements that can be read. */
    record Picked(@Nullable Instant instant, String raw, List<String> flags) {
        static final Picked NONE = new Picked(null, "", List.of());
    }

    static Dates of(Source source, Instant now) {
        DateOrder order = DateOrder.of(source.getOptions().getOrDefault("dateOrder", ""));
        return new Dates(new DateParser(Zones.of(source.getZone()), order), now);
    }

    /** Tries the words in turn; with none readable, the first ones are kept raw. */
    Picked pick(List<String> words) {
        Picked refused = Picked.NONE;
        for (String raw : words) {
            String plain = raw.strip();
            if (plain.isEmpty()) {
                continue;
            }
            ParsedDate date = parser.parse(plain, now);
            if (date.instant() != null) {
                return new Picked(date.instant(), plain, date.flags());
            }
            refused = refused.raw().isEmpty() ? new Picked(null, plain, List.of("DATE_REFUSED")) : refused;
        }
        return refused;
    }
}
