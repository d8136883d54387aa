package org.tallywire.enrich.claim;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.ChangeKind;
import org.tallywire.avro.ClaimKind;
import org.tallywire.avro.Comparison;
import org.tallywire.avro.Direction;
import org.tallywire.avro.RelationKind;
import org.tallywire.enrich.number.Numeral;
import org.tallywire.enrich.period.Period;
import org.tallywire.enrich.period.Period.Grain;
import org.tallywire.enrich.text.Tokens;

/** Makes a claim of the count that another one is compared with: "up from 305 a year earlier", "против 91 годом ранее". */
final class Bases {
    private final BaseFinder finder;

    Bases(BaseFinder finder) {
        this.finder = finder;
    }

    /** A base without a figure of change: "up from 305", "против 305 годом ранее". Gives the claim that the base makes, null if none. */
    @Nullable
    Draft read(Sentence sentence, Numeral base, List<Draft> drafts) {
        Draft owner = compared(base, drafts);
        if (owner == null) {
            return null;
        }
        Period period = finder.period(sentence, base.to(), true, owner);
        Draft claim = claim(sentence, base, owner, period);
        boolean told = owner.comparisons.stream().anyMatch(each -> each.getBaseValue() != null);
        if (!told) {
            addBase(owner, base, period);
        }
        return claim;
    }

    /** The count that this base is compared with: the last one before it, else the first one behind. */
    private static @Nullable Draft compared(Numeral base, List<Draft> drafts) {
        Draft owner = null;
        for (Draft draft : drafts) {
            boolean counts = draft.kind == ClaimKind.COUNT && draft.relation != RelationKind.BASE_OF;
            boolean left = draft.numeral.to() <= base.from();
            owner = counts && (left || owner == null) ? draft : owner;
        }
        return owner;
    }

    private static void addBase(Draft owner, Numeral base, @Nullable Period period) {
        if (!owner.comparisons.isEmpty()) {
            Comparison.Builder told =
                    Comparison.newBuilder(owner.comparisons.removeLast()).setBaseValue(base.value());
            if (period != null) {
                told.setBaseFrom(period.start()).setBaseTo(period.end());
            }
            owner.comparisons.add(told.build());
            ComparisonCheck.of(owner, owner.comparisons.getLast());
            return;
        }
        Direction direction = owner.numeral.value() > base.value()
                ? Direction.UP
                : owner.numeral.value() < base.value() ? Direction.DOWN : Direction.FLAT;
        owner.comparisons.add(Comparison.newBuilder()
                .setDirection(direction)
                .setChange(Math.abs(owner.numeral.value() - base.value()))
                .setChangeKind(ChangeKind.ABSOLUTE)
                .setBaseValue(base.value())
                .setBaseFrom(period == null ? null : period.start())
                .setBaseTo(period == null ? null : period.end())
                .build());
        owner.rule("comparison.base");
    }

    /**
     * The claim that a base makes. What it counts, who counted and by which law come from the owner; the time is its own.
     *
     * @param owner the count that is compared with it
     * @param period the time that stands beside the base, null if none does
     */
    private static Draft claim(Sentence sentence, Numeral base, Draft owner, @Nullable Period period) {
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
            if (draft.sentence.tokens.is(i, Tokens.Kind.DIGITS)) {
                return false;
            }
        }
        return period.grain() == Grain.YEAR || period.kind() == Period.Kind.SAME;
    }
}
