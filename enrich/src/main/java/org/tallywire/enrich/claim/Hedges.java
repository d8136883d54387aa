package org.tallywire.enrich.claim;

import java.util.Set;
import org.tallywire.avro.Bound;
import org.tallywire.enrich.claim.Terms.Kind;
import org.tallywire.enrich.number.Numeral;
import org.tallywire.enrich.text.Tokens;

/** Reads the bound of a numeral from the words on both sides; the outermost hedge that limits wins. */
final class Hedges {
    private static final int AND_REACH = 5;

    private final Tokens tokens;
    private final Set<String> starts;

    Hedges(Tokens tokens, Terms terms) {
        this.tokens = tokens;
        starts = terms.forms(Kind.FROM).keySet();
    }

    /** Sets bound and span of the draft's number. */
    void read(Draft draft) {
        Numeral numeral = draft.numeral;
        if (!Double.isNaN(numeral.high())) {
            draft.bound = Bound.RANGE;
            draft.rule("bound.range");
            return;
        }
        draft.bound = numeral.about() ? Bound.ABOUT : Bound.EXACT;
        left(draft);
        Mark after = draft.sentence.startingAt(Kind.BOUNDAFTER, numeral.to());
        if (after != null && tight(draft, after)) {
            draft.bound = Bound.valueOf(after.value());
            draft.hedgeTo = after.to();
            draft.rule("bound.right");
        }
    }

    /** Looks behind the noun too: "500 человек и более". */
    void afterNoun(Draft draft) {
        Mark after = draft.bound == Bound.EXACT ? draft.sentence.startingAt(Kind.BOUNDAFTER, draft.countedTo) : null;
        boolean limits = after != null && !after.value().equals("ABOUT");
        if (after != null && limits && after.to() - after.from() > 1 && !tokens.is(after.from(), '-')) {
            draft.bound = Bound.valueOf(after.value());
            draft.rule("bound.right");
        }
    }

    /** "at least 286 killed and 1,388 injured": what limits the first of two counts from below limits the second too. */
    void spread(Draft draft, java.util.List<Draft> before) {
        Draft first = before.isEmpty() ? null : before.getLast();
        boolean plain = draft.bound == Bound.EXACT && draft.hedgeFrom == draft.numeral.from();
        boolean joined = first != null
                && first.bound == Bound.AT_LEAST
                && first.hedgeFrom < first.numeral.from()
                && draft.sentence.endingAt(Kind.AND, draft.hedgeFrom) != null
                && draft.hedgeFrom - Math.max(first.countedTo, first.numeral.to()) <= AND_REACH
                && !draft.sentence.parted(first.numeral.to(), draft.hedgeFrom);
        if (plain && joined) {
            draft.bound = Bound.AT_LEAST;
            draft.rule("bound.spread");
        }
    }

    /** A plus sign belongs to the numeral only if it touches it. */
    private boolean tight(Draft draft, Mark after) {
        boolean sign = tokens.is(after.from(), '+') || tokens.is(after.from(), '-');
        return !sign || tokens.joined(after.from());
    }

    private void left(Draft draft) {
        Sentence sentence = draft.sentence;
        int at = draft.numeral.from();
        int bridges = 0;
        while (at > sentence.from && bridges <= 3) {
            Mark bound = sentence.endingAt(Kind.BOUND, at);
            if (bound != null && !fallsAway(draft, bound)) {
                Bound read = Bound.valueOf(bound.value());
                if (read != Bound.EXACT) {
                    draft.bound = read;
                }
                draft.rule("bound."
                        + read.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
                at = bound.from();
                draft.hedgeFrom = at;
                bridges++;
                continue;
            }
            Mark bridge = sentence.endingAt(Kind.BRIDGE, at);
            if (bridge == null) {
                return;
            }
            at = bridge.from();
            bridges++;
        }
    }

    /** Words that are prepositions here and no hedges: "rose to", "от", "с", "до" after a verb of change. */
    private boolean fallsAway(Draft draft, Mark bound) {
        Sentence sentence = draft.sentence;
        if (bound.to() - bound.from() > 1) {
            return sentence.endingAt(Kind.TIMES, bound.from()) != null || timesAt(sentence, bound.from() - 1);
        }
        return switch (tokens.folded(bound.from())) {
            case "до" -> changedBefore(sentence, bound.from()) || fromBefore(sentence, bound.from());
            case "about" -> {
                Mark noun = sentence.endingAt(Kind.NOUN, bound.from());
                yield noun != null && noun.value().equals("REQUESTS");
            }
            case "passed" -> {
                Mark noun = sentence.within(Kind.NOUN, draft.numeral.to(), draft.numeral.to() + 3);
                yield noun != null && noun.value().equals("VERDICTS");
            }
            case "от", "від" ->
                sentence.endingAt(Kind.NOUN, bound.from()) != null
                        || sentence.lastBefore(Kind.MEASURE, bound.from() - 3, bound.from()) != null
                        || sentence.lastBefore(Kind.DEED, bound.from() - 3, bound.from()) != null
                        || sentence.lastBefore(Kind.CLASS, bound.from() - 2, bound.from()) != null;
            case "с", "з", "под", "під", "under", "below", "выше", "ниже", "вище", "нижче", "above", "beyond" ->
                !draft.numeral.spelled()
                        || draft.numeral.value() < 10
                        || !tokens.folded(bound.from()).matches("с|з|под|під");
            default -> false;
        };
    }

    /** "twice as many as the 960": the words compare and limit nothing. */
    private static boolean timesAt(Sentence sentence, int i) {
        int index = sentence.numerals.indexAt(i);
        return index >= 0 && sentence.numeral(index).shape() != Numeral.Shape.CARDINAL;
    }

    /** "выросло с 1001 в 2022 году до 5500": a verb of change and the number that it starts from. */
    private boolean fromBefore(Sentence sentence, int i) {
        boolean changed =
                sentence.lastBefore(Kind.UP, i - 12, i) != null || sentence.lastBefore(Kind.DOWN, i - 12, i) != null;
        for (int j = i - 1; changed && j >= Math.max(sentence.from + 1, i - 10); j--) {
            boolean counts = sentence.numerals.startingAt(j) != null && tokens.is(j - 1, Tokens.Kind.WORD);
            if (counts && starts.contains(tokens.folded(j - 1))) {
                return true;
            }
        }
        return false;
    }

    private boolean changedBefore(Sentence sentence, int i) {
        return sentence.lastBefore(Kind.UP, i - 4, i) != null
                || sentence.lastBefore(Kind.DOWN, i - 4, i) != null
                || sentence.covering(Kind.REACHED, i) != null;
    }
}
