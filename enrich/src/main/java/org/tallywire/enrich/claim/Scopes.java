package org.tallywire.enrich.claim;

import java.util.List;
import org.tallywire.avro.StatuteMention;
import org.tallywire.enrich.number.Numeral;
import org.tallywire.enrich.number.Numerals;
import org.tallywire.enrich.text.Tokens;

/** Finds the statutes that a claim is about. */
final class Scopes {
    private final Tokens tokens;
    private final Numerals numerals;
    private final Spans spans;

    Scopes(Tokens tokens, Numerals numerals, Spans spans) {
        this.tokens = tokens;
        this.numerals = numerals;
        this.spans = spans;
    }

    /** Statutes cited in the words counted, else in the sentence, else those of the claim that this one is a part of. */
    void read(Draft draft, List<Draft> drafts) {
        if (citedBefore(draft)) {
            return;
        }
        int next = tokens.end(draft.sentence.to - 1);
        for (Draft other : drafts) {
            int start = tokens.start(other.numeral.from());
            next = start > tokens.start(draft.numeral.from()) ? Math.min(next, start) : next;
        }
        statutes(draft, tokens.start(draft.numeral.from()), next);
        if (draft.scope.isEmpty()) {
            statutes(draft, tokens.start(draft.sentence.from), tokens.start(draft.numeral.from()));
        }
        if (draft.scope.isEmpty()) {
            statutes(draft, next, tokens.end(draft.sentence.to - 1));
        }
        if (draft.scope.isEmpty() && draft.base != null) {
            draft.scope.addAll(draft.base.scope);
        }
    }

    /** "по ст. 338 — 41": in a list the statute stands before the dash; false if none does. */
    private boolean citedBefore(Draft draft) {
        int dash = draft.hedgeFrom - 1;
        boolean cited = dash > draft.sentence.from
                && tokens.is(dash, '-')
                && !tokens.joined(draft.hedgeFrom)
                && spans.statute(tokens.start(dash - 1));
        if (!cited) {
            return false;
        }
        StatuteMention last = spans.statutes().get(spans.firstStatute(tokens.start(dash - 1) + 1) - 1);
        draft.scope.add(last.getKey());
        draft.rule("scope.cited");
        return true;
    }

    /** True for a statute that a dash and a number follow: it heads an item of a list and belongs to that number. */
    private boolean opensItem(StatuteMention mention) {
        int after = tokens.tokenAt(mention.getEnd() - 1) + 1;
        Numeral next = tokens.is(after, '-') && !tokens.joined(after + 1) ? numerals.startingAt(after + 1) : null;
        return next != null && next.shape() == Numeral.Shape.CARDINAL;
    }

    private void statutes(Draft draft, int from, int to) {
        for (int k = spans.firstStatute(from); k < spans.statutes().size(); k++) {
            StatuteMention mention = spans.statutes().get(k);
            if (mention.getStart() >= to) {
                return;
            }
            if (!mention.getImplied() && !opensItem(mention) && !draft.scope.contains(mention.getKey())) {
                draft.scope.add(mention.getKey());
                draft.rule("scope.cited");
            }
        }
    }
}
