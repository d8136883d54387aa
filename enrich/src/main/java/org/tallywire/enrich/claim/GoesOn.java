package org.tallywire.enrich.claim;

import org.jspecify.annotations.Nullable;
import org.tallywire.enrich.claim.Terms.Kind;
import org.tallywire.enrich.text.Tokens;

/**
 * A number that a verb counts and no noun follows. Its noun opens the clause ("Протоколов составили 21 430"), or it is that of the claim
 * in the sentence before ("Годом ранее поступило 196", "In 2023 the outlet found 3,377", "3,910 have been decided").
 */
final class GoesOn {
    private static final double SMALL = 10;
    private static final int NEAR = 2;
    private static final int ADJECTIVES = 2;

    private final Tokens tokens;
    private final Spans spans;
    private final Beside beside;

    GoesOn(Tokens tokens, Spans spans, Beside beside) {
        this.tokens = tokens;
        this.spans = spans;
        this.beside = beside;
    }

    /** True if the number says more of what the last claim counted. */
    boolean told(Draft draft, @Nullable Draft last) {
        boolean near = last != null
                && draft.sentence.index - last.sentence.index <= NEAR
                && tokens.paragraph(last.sentence.from) == tokens.paragraph(draft.sentence.from);
        return near && large(draft) && ((verbLeft(draft) && ends(draft)) || (opens(draft) && verbRight(draft)));
    }

    /** The noun that opens the clause of a number with its verb beside it; null if none does. */
    @Nullable
    Mark head(Draft draft) {
        boolean left = verbLeft(draft) && ends(draft);
        boolean right =
                draft.sentence.startingAt(Kind.OUTOF, draft.sentence.from) != null && opens(draft) && verbRight(draft);
        return large(draft) && (left || right) ? opening(draft) : null;
    }

    /** The noun that opens the clause of a number, no other count between: "обращений в мае — 268". */
    @Nullable
    Mark opening(Draft draft) {
        Sentence sentence = draft.sentence;
        for (Mark noun : sentence.all(Kind.NOUN)) {
            boolean left = noun.to() <= draft.hedgeFrom && sentence.covering(Kind.NOTNOUN, noun.from()) == null;
            if (left && clause(sentence, noun.from()) && nothingElse(sentence, noun.to(), draft.hedgeFrom)) {
                return noun;
            }
        }
        return null;
    }

    private boolean nothingElse(Sentence sentence, int from, int to) {
        for (int i = from; i < to; i++) {
            boolean other = sentence.numerals.indexAt(i) >= 0
                    && sentence.periodAt(i) == null
                    && !spans.statute(tokens.start(i));
            if (other) {
                return false;
            }
        }
        return true;
    }

    private boolean clause(Sentence sentence, int i) {
        for (int at = i; at >= i - ADJECTIVES; at--) {
            boolean first = at == sentence.from || tokens.is(at - 1, Tokens.Kind.PUNCT);
            if (first || sentence.startingAt(Kind.OUTOF, at - 1) != null) {
                return true;
            }
            if (sentence.startingAt(Kind.STOP, at - 1) != null
                    && !beside.word(at - 1).equals("the")) {
                return false;
            }
        }
        return false;
    }

    private static boolean large(Draft draft) {
        double value = draft.numeral.value();
        return value >= SMALL && value == Math.rint(value);
    }

    private int left(Draft draft) {
        Mark bridge = draft.sentence.endingAt(Kind.BRIDGE, draft.hedgeFrom);
        return bridge == null ? draft.hedgeFrom : bridge.from();
    }

    private boolean verbLeft(Draft draft) {
        Sentence sentence = draft.sentence;
        int at = left(draft);
        return sentence.endingAt(Kind.MEASURE, at) != null
                || sentence.endingAt(Kind.COUNTVERB, at) != null
                || sentence.endingAt(Kind.BE, at) != null
                || sentence.endingAt(Kind.DEED, at) != null
                || beside.verbal(at - 1);
    }

    private boolean ends(Draft draft) {
        int next = draft.numeral.to();
        return beside.closed(draft)
                || draft.sentence.periodAt(next) != null
                || draft.sentence.startingAt(Kind.AND, next) != null
                || draft.sentence.startingAt(Kind.PLACE, next) != null;
    }

    private boolean opens(Draft draft) {
        int at = left(draft);
        boolean parted = tokens.is(at - 1, Tokens.Kind.PUNCT) && !tokens.is(at - 1, '(');
        return at == draft.sentence.from || parted || draft.sentence.endingAt(Kind.AND, at) != null;
    }

    private boolean verbRight(Draft draft) {
        Sentence sentence = draft.sentence;
        int next = draft.numeral.to();
        return beside.predicate(sentence, next)
                || sentence.startingAt(Kind.AUXILIARY, next) != null
                || sentence.startingAt(Kind.MEASURE, next) != null;
    }
}
