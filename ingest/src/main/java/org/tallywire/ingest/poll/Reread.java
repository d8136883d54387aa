package org.tallywire.ingest.poll;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.CourtRecord;
import org.tallywire.avro.ItemMemory;
import org.tallywire.ingest.courts.cases.Withdrawal;

/**
 * When the page of a court document is read once more although no list names it any longer: the longer nothing moved the
 * later, at least every month while the case is open, every second month when its decision is in force.
 */
final class Reread {
    /** Pages of one poll. */
    static final int AT_ONCE = 10;

    private static final Duration SOONEST = Duration.ofDays(2);
    private static final Duration LATEST_OPEN = Duration.ofDays(30);
    private static final Duration CLOSED = Duration.ofDays(60);

    private Reread() {}

    static Instant at(ItemMemory item) {
        Instant gone = item.getGoneSince();
        if (gone != null) {
            return gone.plus(Withdrawal.SECOND_LOOK);
        }
        Instant seen = or(item.getLastSeen(), Instant.EPOCH);
        CourtRecord record = item.getRecord();
        if (record != null && record.getInForce() != null) {
            return seen.plus(CLOSED);
        }
        Duration still = Duration.between(or(item.getChangedAt(), seen), seen).dividedBy(4);
        Duration wait = still.compareTo(SOONEST) < 0 ? SOONEST : still;
        return seen.plus(wait.compareTo(LATEST_OPEN) > 0 ? LATEST_OPEN : wait);
    }

    private static Instant or(@Nullable Instant moment, Instant otherwise) {
        return moment == null ? otherwise : moment;
    }
}
