package org.tallywire.enrich.claim;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.Bound;
import org.tallywire.avro.ClaimKind;
import org.tallywire.avro.RelationKind;
import org.tallywire.avro.Unit;
import org.tallywire.enrich.claim.Terms.Kind;
import org.tallywire.enrich.number.Numeral;
import org.tallywire.enrich.number.Numeral.Shape;
import org.tallywire.enrich.text.Tokens;

/**
 * Parts of a whole that the text tells by a fraction: "one in five of the 200", "60% осужденных", "most deserters". A share is a
 * claim of its own kind with a value between 0 and 1 and no unit, so nobody adds it to counts.
 */
final class Shares {
    private static final double HALF = 0.5;
    private static final double PERCENT = 100;
    /** Tokens between "their share" and its figure. */
    private static final int SHARE_REACH = 2;

    private final Tokens tokens;
    private final Counted counted;
    private final Beside beside;
    private final Hedges hedges;

    Shares(Tokens tokens, Terms terms, Counted counted, Beside beside) {
        this.tokens = tokens;
        this.counted = counted;
        this.beside = beside;
        hedges = new Hedges(tokens, terms);
    }

    /**
     * The share that a fraction or percentage tells; null if it tells none.
     *
     * @param counts claims of the same sentence
     * @param earlier the last count before the sentence, null if there is none near
     */
    @Nullable
    Draft of(Sentence sentence, Numeral numeral, List<Draft> counts, @Nullable Draft earlier) {
        boolean percent = numeral.shape() == Shape.PERCENT;
        double value = percent ? numeral.value() / PERCENT : numeral.value();
        boolean fits = value > 0 && value < 1 && (percent || numeral.shape() == Shape.FRACTION);
        boolean idle = !fits || sentence.periodAt(numeral.from()) != null || changing(sentence, numeral);
        if (idle) {
            return null;
        }
        double high = percent ? numeral.high() / PERCENT : numeral.high();
        return share(new Draft(sentence, part(numeral.from(), numeral.to(), value, high)), !percent, counts, earlier);
    }

    /** The share that a word such as "most" tells; null if it tells none. */
    @Nullable
    Draft of(Sentence sentence, Mark word, List<Draft> counts, @Nullable Draft earlier) {
        boolean idiom = sentence.covering(Kind.NOTSHARE, word.from()) != null;
        if (idiom) {
            return null;
        }
        Draft draft =
                share(new Draft(sentence, part(word.from(), word.to(), HALF, Double.NaN)), false, counts, earlier);
        if (draft != null) {
            draft.bound = Bound.MORE_THAN;
        }
        return draft;
    }

    private static Numeral part(int from, int to, double value, double high) {
        return new Numeral(from, to, value, high, Shape.FRACTION, false, false, false, to);
    }

    private @Nullable Draft share(Draft draft, boolean fraction, List<Draft> counts, @Nullable Draft earlier) {
        Sentence sentence = draft.sentence;
        hedges.read(draft);
        draft.kind = ClaimKind.SHARE;
        Mark left = sentence.lastBefore(Kind.SUBSET, draft.hedgeFrom - 3, draft.hedgeFrom);
        int after = beside.afterHedge(sentence, draft.numeral.to());
        Mark right = sentence.startingAt(Kind.SUBSET, after);
        right = right != null ? right : sentence.covering(Kind.SUBSET, draft.numeral.to() - 1);
        Draft whole = whole(draft, counts);
        whole = whole != null ? whole : opened(draft, counts);
        boolean anaphoric = right != null || left != null || whole == null && opens(draft, after) || theirs(draft);
        whole = whole != null || anaphoric || !fraction || !elided(draft, after) ? whole : greatest(draft, counts);
        Draft before = counts.isEmpty() || counts.getFirst().numeral.from() > draft.numeral.from()
                ? earlier
                : counts.getFirst();
        Draft base = whole != null ? whole : anaphoric ? before : null;
        if (base == null && !group(draft, after)) {
            return null;
        }
        if (base != null) {
            draft.base = base;
            draft.relation = RelationKind.SHARE_OF;
            draft.countedFrom = base.countedFrom;
            draft.countedTo = base.countedTo;
        }
        draft.unit = Unit.UNKNOWN;
        return draft.rule(base == null ? "share.noun" : "share.of");
    }

    /** The count that stands right behind: "one in five of the 200 POWs". */
    private @Nullable Draft whole(Draft draft, List<Draft> counts) {
        for (Draft count : counts) {
            int gap = count.hedgeFrom - draft.numeral.to();
            boolean dash = gap > 0 && tokens.is(draft.numeral.to(), '-');
            if (gap >= 0 && gap <= 2 && !dash && !draft.sentence.parted(draft.numeral.to(), count.hedgeFrom)) {
                return count;
            }
        }
        return null;
    }

    /** "Из 1,9 тысячи обратившихся две трети служили": the sentence opens with the whole. */
    private static @Nullable Draft opened(Draft draft, List<Draft> counts) {
        Draft first = counts.isEmpty() ? null : counts.getFirst();
        boolean opens = first != null
                && first.numeral.from() < draft.numeral.from()
                && draft.sentence.endingAt(Kind.OUTOF, first.hedgeFrom) != null
                && first.hedgeFrom - draft.sentence.from <= 2;
        return opens ? first : null;
    }

    /** "..., то есть каждое восемнадцатое", "среди 57 задержанных каждый третий — иностранец": the noun is left out. */
    private boolean elided(Draft draft, int after) {
        boolean end = after >= draft.sentence.to || tokens.is(after, Tokens.Kind.PUNCT) && !tokens.is(after, '"');
        boolean told = draft.numeral.to() - draft.numeral.from() > 1;
        return told
                && (end
                        || draft.sentence.startingAt(Kind.AUXILIARY, after) != null
                        || beside.predicate(draft.sentence, after));
    }

    /** The greatest count before the share in its sentence. */
    private static @Nullable Draft greatest(Draft draft, List<Draft> counts) {
        Draft greatest = null;
        for (Draft count : counts) {
            boolean before = count.numeral.from() < draft.numeral.from();
            boolean greater = greatest == null || count.numeral.value() > greatest.numeral.value();
            greatest = before && greater ? count : greatest;
        }
        return greatest;
    }

    /** "их доля составила 62%": a share of those counted before. */
    private static boolean theirs(Draft draft) {
        for (Mark share : draft.sentence.all(Kind.SHARENOUN)) {
            boolean near = share.to() <= draft.hedgeFrom && draft.hedgeFrom - share.to() <= SHARE_REACH;
            if (near && share.value().equals("theirs")) {
                return true;
            }
        }
        return false;
    }

    /** "Most have stayed.": the share opens the sentence and a verb follows, so it is of those counted last. */
    private boolean opens(Draft draft, int after) {
        Sentence sentence = draft.sentence;
        return draft.hedgeFrom == sentence.from
                && (sentence.startingAt(Kind.AUXILIARY, after) != null || beside.predicate(sentence, after));
    }

    /** A noun that can be counted, or "those who", right behind. */
    private boolean group(Draft draft, int after) {
        Sentence sentence = draft.sentence;
        Mark those = sentence.covering(Kind.THOSE, after);
        those = those != null ? those : sentence.covering(Kind.THOSE, after - 1);
        if (those != null) {
            draft.countedFrom = those.from();
            draft.countedTo = those.to();
            return true;
        }
        Mark share = sentence.lastBefore(Kind.SHARENOUN, sentence.from, draft.hedgeFrom);
        Mark left = share == null
                ? null
                : sentence.within(Kind.NOUN, share.to(), Math.min(share.to() + 4, draft.hedgeFrom));
        if (left != null) {
            draft.countedFrom = left.from();
            draft.countedTo = left.to();
            return true;
        }
        Mark opening = sentence.startingAt(Kind.OUTOF, sentence.from);
        Mark whole = opening == null ? null : sentence.within(Kind.NOUN, opening.to(), opening.to() + 3);
        if (whole != null && elided(draft, after)) {
            draft.countedFrom = whole.from();
            draft.countedTo = whole.to();
            return true;
        }
        Mark of = sentence.startingAt(Kind.OUTOF, after);
        int noun = of == null ? after : of.to();
        Mark bridge = sentence.startingAt(Kind.BRIDGE, noun);
        noun = bridge == null ? noun : bridge.to();
        return counted.group(draft, noun);
    }

    /** True if a word of change stands beside: "a 40% increase", "на 40% больше". */
    private boolean changing(Sentence sentence, Numeral numeral) {
        boolean behind = sentence.within(Kind.UP, numeral.to(), numeral.to() + 3) != null
                || sentence.within(Kind.DOWN, numeral.to(), numeral.to() + 3) != null;
        Mark by = sentence.endingAt(Kind.UPBY, numeral.from());
        return behind
                || by != null
                || sentence.changed(numeral.from() - 3, numeral.from())
                        && sentence.endingAt(Kind.BOUND, numeral.from()) == null
                || tokens.is(numeral.from() - 1, '+');
    }
}
