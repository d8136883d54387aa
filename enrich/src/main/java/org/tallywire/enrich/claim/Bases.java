package org.tallywire.enrich.claim;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.RelationKind;
import org.tallywire.enrich.number.Numeral;
import org.tallywire.enrich.period.Period;
import org.tallywire.enrich.period.Period.Grain;

/** Makes a claim of the count that another one is compared with: "up from 305 a year earlier", "против 91 годом ранее". */
final class Bases {
    private Bases() {}

    /**
     * The claim that a base makes. What it counts, who counted and by which law come from the owner; the time is its own.
     *
     * @param owner the count that is compared with it
     * @param period the time that stands beside the base, null if none does
     */
    static Draft claim(Sentence sentence, Numeral base, Draft owner, @Nullable Period period) {
        Draft draft = new Draft(sentence, base);
        draft.unit = owner.unit;
        draft.countedFrom = owner.countedFrom;
        draft.countedTo = owner.countedTo;
        draft.measure = owner.measure;
        draft.source = owner.source;
        draft.explicit = owner.explicit;
        draft.scope = owner.scope;
        draft.per = owner.per;
        draft.elided = true;
        draft.base = owner;
        draft.relation = RelationKind.BASE_OF;
        draft.period = period;
        date(draft, owner, period);
        return draft.rule("base");
    }

    private static void date(Draft draft, Draft owner, @Nullable Period period) {
        LocalDate from = owner.from;
        LocalDate to = owner.to;
        boolean closed = from != null && to != null;
        if (period != null && !(closed && yearBefore(draft, period))) {
            draft.from = period.start();
            draft.to = period.end();
        } else if (period != null && from != null && to != null) {
            draft.from = from.minusYears(1);
            draft.to = to.minusYears(1);
        }
    }

    /** "last year", "годом ранее", "the same period of last year": the owner's own months a year before. */
    static boolean yearBefore(Draft draft, Period period) {
        for (int i = period.from(); i < period.to(); i++) {
            if (draft.sentence.tokens.is(i, org.tallywire.enrich.text.Tokens.Kind.DIGITS)) {
                return false;
            }
        }
        return period.grain() == Grain.YEAR || period.kind() == Period.Kind.SAME;
    }
}
