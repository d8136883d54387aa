package org.tallywire.aggregate.claims;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.Claim;
import org.tallywire.avro.Per;

/** What time claims speak of. */
final class Period {
    /** Reports of one number further apart than this are two statements, unless the number names its period. */
    static final int WINDOW_DAYS = 60;

    private Period() {}

    /** True if both speak of the same time; with an open end they must have been told at about the same time too. */
    static boolean same(Claim one, Claim other) {
        return one.getPer() == other.getPer()
                && Objects.equals(one.getFrom(), other.getFrom())
                && Objects.equals(one.getTo(), other.getTo())
                && (one.getTo() != null || near(one, other));
    }

    private static boolean near(Claim one, Claim other) {
        return !apart(one.getLastSeen(), other.getFirstSeen()) && !apart(other.getLastSeen(), one.getFirstSeen());
    }

    /** True if the second day is more than the window after the first. */
    static boolean apart(@Nullable LocalDate first, @Nullable LocalDate second) {
        return first != null && second != null && ChronoUnit.DAYS.between(first, second) > WINDOW_DAYS;
    }

    /** What successive figures of a publisher have in common: a running total has its beginning, a rate its whole period. */
    static String chain(Claim claim) {
        String period =
                claim.getPer() == Per.NONE ? String.valueOf(claim.getFrom()) : claim.getFrom() + "/" + claim.getTo();
        return claim.getPer() + "|" + period;
    }

    /** The day up to which the claim counts; without an end the day on which it was first told. */
    static LocalDate asOf(Claim claim) {
        LocalDate to = claim.getTo();
        LocalDate seen = claim.getFirstSeen();
        return to != null ? to.minusDays(1) : seen != null ? seen : LocalDate.MAX;
    }
}
