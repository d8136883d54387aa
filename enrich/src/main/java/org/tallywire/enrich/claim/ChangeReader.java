package org.tallywire.enrich.claim;

import org.jspecify.annotations.Nullable;
import org.tallywire.avro.Bound;
import org.tallywire.avro.ChangeKind;
import org.tallywire.avro.Direction;
import org.tallywire.enrich.claim.Terms.Kind;
import org.tallywire.enrich.number.Numeral;
import org.tallywire.enrich.number.Numeral.Shape;
import org.tallywire.enrich.text.Tokens;

/** Reads the change that a numeral tells: by percent or times, up or down, with its bound. */
final class ChangeReader {
    private final Tokens tokens;

    ChangeReader(Tokens tokens) {
        this.tokens = tokens;
    }

    /** What kind of change a numeral tells, null if it tells none or not which way. */
    @Nullable
    ChangeKind kindIfTold(Sentence sentence, Numeral numeral) {
        ChangeKind kind = sentence.periodAt(numeral.from()) == null ? kind(sentence, numeral) : null;
        return kind == null || direction(sentence, numeral, kind) == Direction.UNKNOWN ? null : kind;
    }

    Bound bound(Sentence sentence, Numeral numeral) {
        Mark hedge = sentence.endingAt(Kind.BOUND, numeral.from());
        return hedge == null ? Bound.EXACT : Bound.valueOf(hedge.value());
    }

    @Nullable
    ChangeKind kind(Sentence sentence, Numeral numeral) {
        if (numeral.shape() == Shape.PERCENT) {
            boolean share = tokens.is(numeral.to(), Tokens.Kind.WORD)
                    && tokens.folded(numeral.to()).equals("of");
            return share ? null : ChangeKind.PERCENT;
        }
        if (numeral.shape() == Shape.TIMES && !Double.isNaN(numeral.value())) {
            return ChangeKind.TIMES;
        }
        boolean by = numeral.shape() == Shape.FRACTION && sentence.endingAt(Kind.UPBY, article(numeral)) != null;
        if (by && numeral.value() < 1) {
            return ChangeKind.PERCENT;
        }
        boolean times = numeral.shape() == Shape.CARDINAL && sentence.startingAt(Kind.TIMES, numeral.to()) != null;
        return times ? ChangeKind.TIMES : null;
    }

    /** Token of the article before "a third", else of the numeral. */
    private int article(Numeral numeral) {
        int before = numeral.from() - 1;
        boolean a = tokens.is(before, Tokens.Kind.WORD) && tokens.folded(before).equals("a");
        return a ? before : numeral.from();
    }

    Direction direction(Sentence sentence, Numeral numeral, ChangeKind kind) {
        int best = Integer.MAX_VALUE;
        Direction found = Direction.UNKNOWN;
        for (Kind side : new Kind[] {Kind.UP, Kind.DOWN}) {
            for (Mark mark : sentence.all(side)) {
                int gap = mark.from() >= numeral.from() ? mark.from() - numeral.to() : numeral.from() - mark.to();
                boolean near = gap <= 4 && gap < best && !hedge(sentence, mark, numeral);
                best = near ? gap : best;
                found = near ? side == Kind.UP ? Direction.UP : Direction.DOWN : found;
            }
        }
        if (found == Direction.UNKNOWN && kind == ChangeKind.TIMES && numeral.shape() == Shape.TIMES) {
            String word = tokens.folded(numeral.from());
            boolean verb = word.endsWith("ed") && word.length() > 5;
            boolean amount = word.equals("double") || word.equals("triple");
            found = word.equals("halved") ? Direction.DOWN : verb || amount ? Direction.UP : found;
        }
        return found;
    }

    /** True if the word of change only hedges the numeral: "более чем на 40%", "more than doubled". */
    private static boolean hedge(Sentence sentence, Mark mark, Numeral numeral) {
        Mark bound = sentence.covering(Kind.BOUND, mark.from());
        return bound != null && bound.to() <= numeral.from() && bound.to() >= numeral.from() - 1;
    }
}
