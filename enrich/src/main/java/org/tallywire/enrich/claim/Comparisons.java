package org.tallywire.enrich.claim;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.ChangeKind;
import org.tallywire.avro.ClaimKind;
import org.tallywire.avro.Comparison;
import org.tallywire.avro.Direction;
import org.tallywire.enrich.claim.Terms.Kind;
import org.tallywire.enrich.number.Numeral;
import org.tallywire.enrich.number.Numeral.Shape;
import org.tallywire.enrich.period.Period;
import org.tallywire.enrich.text.Tokens;

/**
 * Reads published comparisons: "an 89% increase from the 305", "в 2,5 раза больше, чем в 2022 году", "вдвічі".
 */
final class Comparisons {
    private static final double HUNDRED = 100;

    private final Tokens tokens;
    private final ChangeReader told;
    private final BaseFinder bases;

    Comparisons(Tokens tokens, ChangeReader told, BaseFinder bases) {
        this.tokens = tokens;
        this.told = told;
        this.bases = bases;
    }

    /**
     * Adds the comparisons of a sentence to the claims that they belong to.
     *
     * @param drafts the claims of the sentence
     * @param earlier the last count before the sentence, null if there is none near
     */
    void attach(Sentence sentence, List<Draft> drafts, @Nullable Draft earlier) {
        for (int k = sentence.firstNumeral(); k < sentence.endNumeral(); k++) {
            Numeral numeral = sentence.numeral(k);
            ChangeKind kind = told.kind(sentence, numeral);
            Direction direction = kind == null ? Direction.UNKNOWN : told.direction(sentence, numeral, kind);
            Draft owner = direction == Direction.UNKNOWN ? null : owner(sentence, numeral, drafts, earlier);
            if (kind != null && owner != null) {
                add(sentence, numeral, kind, direction, owner);
            }
        }
    }

    private @Nullable Draft owner(Sentence sentence, Numeral numeral, List<Draft> drafts, @Nullable Draft earlier) {
        Draft left = null;
        for (Draft draft : drafts) {
            if (draft.kind == ClaimKind.SHARE) {
                continue;
            }
            left = draft.numeral.from() < numeral.from() || left == null ? draft : left;
        }
        boolean behind = left != null && left.numeral.from() > numeral.to() && says(sentence, numeral, left);
        Draft owner = left != null && !behind ? left : reaches(sentence, earlier) ? earlier : null;
        return owner != null && another(sentence, numeral, owner) ? null : owner;
    }

    /** "That is 34% more than in 2024, when 4,567 were sentenced": the change is of the figure before, the count behind is its base. */
    private static boolean says(Sentence sentence, Numeral numeral, Draft count) {
        Mark figure = sentence.lastBefore(Kind.FIGURE, sentence.from, numeral.from());
        Mark when = sentence.lastBefore(Kind.RELATIVE, numeral.to(), count.hedgeFrom);
        return figure != null && figure.from() <= sentence.from + 1 && when != null;
    }

    /** "42% fewer appeals": what changed stands behind the change and is another thing than the count before it. */
    boolean another(Sentence sentence, Numeral numeral, Draft owner) {
        Mark amount = sentence.within(Kind.UP, numeral.to(), numeral.to() + 1);
        amount = amount != null ? amount : sentence.within(Kind.DOWN, numeral.to(), numeral.to() + 1);
        Mark noun = amount == null ? null : sentence.within(Kind.NOUN, amount.to(), amount.to() + 3);
        return amount != null
                && noun != null
                && owner.kind == ClaimKind.COUNT
                && !noun.value().equals(owner.unit.name())
                && !sentence.parted(amount.to(), noun.from());
    }

    /** True if a change told without a count belongs to this earlier one: of its paragraph, or called "the figure". */
    boolean reaches(Sentence sentence, @Nullable Draft earlier) {
        boolean figure = !sentence.all(Kind.FIGURE).isEmpty();
        return earlier != null
                && (figure || tokens.paragraph(earlier.numeral.from()) == tokens.paragraph(sentence.from));
    }

    private void add(Sentence sentence, Numeral numeral, ChangeKind kind, Direction direction, Draft owner) {
        Numeral base = bases.base(sentence, numeral, owner);
        Period period = bases.period(sentence, base == null ? numeral.to() : base.to(), base != null, owner);
        double change = numeral.shape() == Shape.FRACTION ? Math.round(numeral.value() * HUNDRED) : numeral.value();
        LocalDate from = period == null ? null : period.start();
        LocalDate to = period == null ? null : period.end();
        if (period != null && Bases.yearBefore(owner, period) && owner.from != null && owner.to != null) {
            from = owner.from.minusYears(1);
            to = owner.to.minusYears(1);
        }
        Comparison comparison = Comparison.newBuilder()
                .setDirection(direction)
                .setChange(change)
                .setChangeKind(kind)
                .setBound(told.bound(sentence, numeral))
                .setBaseValue(base == null ? null : base.value())
                .setBaseFrom(from)
                .setBaseTo(to)
                .build();
        if (!owner.comparisons.contains(comparison)) {
            owner.comparisons.add(comparison);
            owner.rule("comparison." + kind.name().toLowerCase(Locale.ROOT));
            ComparisonCheck.of(owner, comparison);
        }
    }
}
