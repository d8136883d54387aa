package org.tallywire.enrich.claim;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.ChangeKind;
import org.tallywire.avro.ClaimKind;
import org.tallywire.avro.Unit;
import org.tallywire.enrich.claim.Terms.Kind;
import org.tallywire.enrich.number.Numeral;

/**
 * A published change with no count in reach: "an 89% increase in requests for help", "requests have almost doubled". It is a claim of
 * kind CHANGE or RATIO without a unit; what is compared stands in its comparison, as beside a count.
 */
final class Changes {
    private static final int LEFT = 14;
    private static final int RIGHT = 8;

    private final Comparisons comparisons;
    private final ChangeReader told;

    Changes(Comparisons comparisons, ChangeReader told) {
        this.comparisons = comparisons;
        this.told = told;
    }

    /** The change that a numeral tells; null if it tells none, counts nothing that claims are made of, or belongs to a count. */
    @Nullable
    Draft of(Sentence sentence, Numeral numeral, List<Draft> counts, @Nullable Draft earlier) {
        boolean alone = counts.stream().allMatch(count -> comparisons.another(sentence, numeral, count));
        ChangeKind kind = alone ? told.kindIfTold(sentence, numeral) : null;
        Mark noun = kind == null ? null : noun(sentence, numeral);
        if (kind == null || noun == null || !sentence.all(Kind.PLAN).isEmpty()) {
            return null;
        }
        boolean another = earlier == null || earlier.unit != Unit.valueOf(noun.value());
        if (!another && comparisons.reaches(sentence, earlier)) {
            return null;
        }
        Draft draft = new Draft(sentence, whole(numeral));
        draft.kind = kind == ChangeKind.PERCENT ? ClaimKind.CHANGE : ClaimKind.RATIO;
        draft.bound = told.bound(sentence, numeral);
        draft.countedFrom = noun.from();
        draft.countedTo = noun.to();
        return draft.rule("change.alone");
    }

    /** A third is told as 33 percent. */
    private static Numeral whole(Numeral numeral) {
        double percent = Math.round(numeral.value() * 100);
        return numeral.shape() != Numeral.Shape.FRACTION
                ? numeral
                : new Numeral(
                        numeral.from(),
                        numeral.to(),
                        percent,
                        Double.NaN,
                        numeral.shape(),
                        true,
                        false,
                        false,
                        numeral.to());
    }

    /** What changed: the noun before it in its clause, else the one behind. */
    private static @Nullable Mark noun(Sentence sentence, Numeral numeral) {
        Mark left = sentence.lastBefore(Kind.NOUN, numeral.from() - LEFT, numeral.from());
        Mark first = sentence.within(Kind.NOUN, numeral.from() - LEFT, numeral.from());
        Mark right = sentence.within(Kind.NOUN, numeral.to(), numeral.to() + RIGHT);
        boolean amount = sentence.within(Kind.UP, numeral.to(), numeral.to() + 2) != null
                || sentence.within(Kind.DOWN, numeral.to(), numeral.to() + 2) != null;
        Mark found = right != null && (amount || left == null) ? right : first != null ? first : left;
        return found == null || sentence.covering(Kind.NOTNOUN, found.from()) != null ? null : found;
    }
}
