package org.tallywire.enrich.claim;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tallywire.enrich.claim.Terms.Kind;
import org.tallywire.enrich.text.Tokens;

/** Ties a claim to the one that it is a part of: of which, из них, including, "Of the 640 sentences, 512 were suspended". */
final class Parts {
    private static final int VERB_REACH = 4;

    private final Tokens tokens;
    private final Beside beside;

    Parts(Tokens tokens, Beside beside) {
        this.tokens = tokens;
        this.beside = beside;
    }

    /** Sets the draft's base if words say that it is a part of the last claim; false if none do. */
    boolean relate(Draft draft, @Nullable Draft last) {
        if (last == null) {
            return false;
        }
        boolean here = last.sentence == draft.sentence;
        boolean said = named(draft) || (here && opensWithOf(last) && verbal(draft));
        Draft whole = said ? last : here && last.base != null && sibling(last, draft) ? last.base : null;
        boolean fits =
                whole != null && Math.abs(whole.numeral.value()) >= Math.abs(draft.numeral.value()) && whole != draft;
        if (!fits) {
            return false;
        }
        draft.base = whole;
        draft.rule("subset");
        return true;
    }

    /** True if a phrase such as "of which" stands beside the numeral, no other numeral between. */
    private boolean named(Draft draft) {
        Sentence sentence = draft.sentence;
        Mark right = sentence.startingAt(Kind.SUBSET, beside.afterHedge(sentence, draft.numeral.to()));
        Mark left = sentence.lastBefore(Kind.SUBSET, draft.hedgeFrom - 4, draft.hedgeFrom);
        left = left == null || sentence.numerals.indexAt(left.from() - 1) >= 0 ? null : left;
        return right != null
                || (left != null
                        && sentence.numerals.firstFrom(left.to()) >= sentence.numerals.firstFrom(draft.numeral.from()));
    }

    /** "including 312 women and 45 minors", "431 were suspended and just 22 ended in acquittal": the next part of one whole. */
    private boolean sibling(Draft part, Draft next) {
        Sentence sentence = next.sentence;
        Mark and = sentence.endingAt(Kind.AND, next.hedgeFrom);
        boolean list = (and != null || tokens.is(next.hedgeFrom - 1, ','))
                && next.hedgeFrom - part.countedTo <= 2
                && next.countedTo > next.numeral.to();
        boolean clause = and != null && verbal(next) && verbal(part);
        int after = next.numeral.to();
        boolean dash = tokens.is(after, '-') && !tokens.joined(after + 1) && tokens.is(next.hedgeFrom - 1, ',');
        return list || clause || dash;
    }

    /** "Of the 640 sentences, 512 were suspended": the sentence begins with the whole. */
    private boolean opensWithOf(Draft whole) {
        int before = whole.hedgeFrom - 1;
        boolean article =
                tokens.is(before, Tokens.Kind.WORD) && tokens.folded(before).equals("the");
        int at = article ? before - 1 : before;
        return at >= whole.sentence.from
                && at <= whole.sentence.from + 2
                && whole.sentence.endingAt(Kind.OUTOF, at + 1) != null;
    }

    /** "206 Ukrainians: 101 troops, 95 guards and 10 officers": counts behind a colon that add up to the one before it. */
    static void breakDown(List<Draft> drafts) {
        for (int k = 0; k + 2 < drafts.size(); k++) {
            Draft whole = drafts.get(k);
            List<Draft> parts = drafts.subList(k + 1, drafts.size());
            boolean colon = whole.sentence.colon(whole.numeral.to(), parts.getFirst().hedgeFrom);
            double sum =
                    parts.stream().mapToDouble(part -> part.numeral.value()).sum();
            if (colon && sum == whole.numeral.value()) {
                parts.forEach(part -> part.base = whole);
                parts.forEach(part -> part.rule("subset.sum"));
            }
        }
    }

    /** True if what happened stands right beside the numeral. */
    boolean verbal(Draft draft) {
        Sentence sentence = draft.sentence;
        int next = draft.numeral.to();
        Mark verb = sentence.within(Kind.MEASURE, next, next + VERB_REACH);
        boolean known = verb != null && !sentence.parted(next, verb.from());
        return known
                || tokens.is(draft.hedgeFrom - 1, ',')
                || beside.predicate(sentence, next)
                || beside.predicate(sentence, draft.hedgeFrom - 1);
    }
}
