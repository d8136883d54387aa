package org.tallywire.ingest.courts.cases;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.tallywire.avro.CaseChange;
import org.tallywire.avro.CourtRecord;

/** A document that the register takes back: a record that says WITHDRAWN and nothing else. On the topic it is a tombstone. */
public final class Withdrawal {
    /** A page that is gone is looked at again after this long before the document counts as withdrawn. */
    public static final Duration SECOND_LOOK = Duration.ofDays(1);

    private Withdrawal() {}

    /** The withdrawal of a document, seen at an instant. */
    public static CourtRecord of(String id, String sourceId, Instant seen) {
        return CourtRecord.newBuilder()
                .setId(id)
                .setSourceId(sourceId)
                .setFetchedAt(seen)
                .setChanges(List.of(CaseChange.WITHDRAWN))
                .build();
    }

    /** True if the record is a withdrawal and not a case whose complaint was withdrawn. */
    public static boolean is(CourtRecord record) {
        return record.getContentHash().isEmpty()
                && record.getCaseNumber().isEmpty()
                && record.getChanges().contains(CaseChange.WITHDRAWN);
    }

    /** True if a card that answered GONE at {@code first} and again at {@code now} is gone for good. */
    public static boolean confirmed(Instant first, Instant now) {
        return !now.isBefore(first.plus(SECOND_LOOK));
    }
}
