package org.tallywire.standalone.sample;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One case of a register of the sample world.
 *
 * @param number running number inside its register, from 1
 * @param filed the day it was filed
 * @param decided the day of the verdict; null: pending
 * @param charges articles and parts of the criminal code as {@code 337/5}
 * @param appears when the register begins to list it
 * @param correctedAt from then on it stands under {@code correctedCharges}; null: never
 * @param correctedCharges as charges
 * @param withdrawnAt from then on the register marks it as withdrawn; null: never
 */
record SampleCase(
        int number,
        LocalDate filed,
        @Nullable LocalDate decided,
        List<String> charges,
        Instant appears,
        @Nullable Instant correctedAt,
        List<String> correctedCharges,
        @Nullable Instant withdrawnAt) {

    static SampleCase of(int number, LocalDate filed, @Nullable LocalDate decided, String charge, Instant appears) {
        return new SampleCase(number, filed, decided, List.of(charge), appears, null, List.of(), null);
    }

    SampleCase corrected(Instant at, String charge) {
        return new SampleCase(number, filed, decided, charges, appears, at, List.of(charge), withdrawnAt);
    }

    SampleCase withdrawn(Instant at) {
        return new SampleCase(number, filed, decided, charges, appears, correctedAt, correctedCharges, at);
    }

    boolean listed(Instant now) {
        return !appears.isAfter(now);
    }

    boolean isWithdrawn(Instant now) {
        return withdrawnAt != null && !withdrawnAt.isAfter(now);
    }

    /** The charges that the register shows at that time. */
    List<String> chargesAt(Instant now) {
        return correctedAt != null && !correctedAt.isAfter(now) ? correctedCharges : charges;
    }

    /** The verdict date if it is over by that day. */
    @Nullable
    LocalDate decidedBy(LocalDate today) {
        return decided != null && !decided.isAfter(today) ? decided : null;
    }
}
