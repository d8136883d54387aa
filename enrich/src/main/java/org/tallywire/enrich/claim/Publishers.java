package org.tallywire.enrich.claim;

import java.util.List;
import org.tallywire.enrich.text.Tokens;

/** Gives each claim its publisher: a source of its sentence, one that a pronoun points to, or one that still speaks. */
final class Publishers {
    /** Strength from which a named source goes before a pronoun. */
    private static final int STRONG = 4;

    private static final int LOOK_BACK = 8;

    private final Tokens tokens;
    private final Spans spans;
    private final Sentences sentences;
    private final Sources sources;
    private final SourceChoice choice;
    private final Carry carry;
    private int readUpTo;

    Publishers(Tokens tokens, Spans spans, Sentences sentences, Sources sources, SourceChoice choice) {
        this.tokens = tokens;
        this.spans = spans;
        this.sentences = sentences;
        this.sources = sources;
        this.choice = choice;
        carry = new Carry(tokens);
    }

    /** Sets the publisher of these drafts, all of one sentence, in order. */
    void attach(Sentence sentence, List<Draft> drafts) {
        List<Source> found = drafts.isEmpty() ? List.of() : sources.read(sentence);
        drafts.forEach(draft -> attach(draft, found));
    }

    private void attach(Draft draft, List<Source> found) {
        Source named = choice.best(found, draft.numeral.from());
        Source best = named == null ? null : carry.known(named);
        boolean weak = best == null || best.strength() < STRONG;
        Source pronoun = weak ? carry.pronoun(draft.sentence) : null;
        if (pronoun != null) {
            draft.source = pronoun;
            draft.rule("publisher.pronoun");
            return;
        }
        if (best != null) {
            draft.source = best;
            carry.heard(draft.sentence, best, found);
            draft.rule("publisher." + best.strength());
            return;
        }
        catchUp(draft.sentence);
        boolean inherits = draft.base != null && draft.base.source != null;
        Source over = inherits && draft.base != null ? draft.base.source : carry.over(draft.sentence);
        if (over != null) {
            draft.source = over;
            draft.explicit = false;
            draft.rule("publisher.carried");
        }
    }

    /** Looks for sources in the sentences of this paragraph and the one before that hold no claims and were not read yet. */
    private void catchUp(Sentence sentence) {
        int paragraph = tokens.paragraph(sentence.from);
        int first = sentence.index;
        while (first > readUpTo
                && first > 0
                && tokens.paragraph(tokens.sentenceStart(first - 1)) >= paragraph - 1
                && sentence.index - first < LOOK_BACK) {
            first--;
        }
        for (int index = first; index < sentence.index; index++) {
            boolean named =
                    spans.namesIn(tokens.start(tokens.sentenceStart(index)), tokens.end(tokens.sentenceEnd(index) - 1));
            Sentence other = named ? sentences.read(index) : null;
            List<Source> all = other == null ? List.of() : sources.read(other);
            Source best = choice.best(all, tokens.sentenceEnd(index));
            if (best != null && best.id() != null && other != null) {
                carry.heard(other, best, all);
            }
        }
        readUpTo = sentence.index + 1;
    }
}
