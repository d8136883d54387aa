package org.tallywire.enrich.claim;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.ClaimKind;
import org.tallywire.enrich.number.Numeral;

/**
 * Completes the claims of a sentence when all its counts are known: period, publisher, what happened, statutes, comparisons; and
 * takes out what proves to be no claim.
 */
final class Completion {
    private final TypedNumbers numbers;
    private final Candidates candidates;
    private final Plausible plausible;
    private final Comparisons comparisons;
    private final Bases bases;
    private final Periods periods;
    private final Publishers publishers;
    private final Measures measures;
    private final Scopes scopes;
    private final LastingPeriod lasting;

    Completion(
            TypedNumbers numbers,
            Candidates candidates,
            Plausible plausible,
            Comparisons comparisons,
            Bases bases,
            Periods periods,
            Publishers publishers,
            Measures measures,
            Scopes scopes,
            LastingPeriod lasting) {
        this.numbers = numbers;
        this.candidates = candidates;
        this.plausible = plausible;
        this.comparisons = comparisons;
        this.bases = bases;
        this.periods = periods;
        this.publishers = publishers;
        this.measures = measures;
        this.scopes = scopes;
        this.lasting = lasting;
    }

    /**
     * Completes the claims of a sentence.
     *
     * @param drafts its claims in order; what proves to be none is taken out, bases are put in
     * @param compared numerals that a count may be compared with
     * @param earlier the last count before the sentence, null if there is none near
     * @param firstNumber place of the sentence's first numeral among the typed numbers
     */
    void finish(
            Sentence sentence, List<Draft> drafts, List<Numeral> compared, @Nullable Draft earlier, int firstNumber) {
        periods.attach(sentence, drafts);
        publishers.attach(sentence, drafts);
        for (Draft draft : drafts) {
            measures.read(draft);
            scopes.read(draft, drafts);
        }
        dropNarrative(sentence, drafts, firstNumber);
        comparisons.attach(sentence, drafts, earlier);
        drafts.addAll(basesOf(sentence, compared, drafts, firstNumber));
        drafts.sort(Comparator.comparingInt(draft -> draft.numeral.from()));
        lasting.hold(drafts);
    }

    /** Takes out numbers of the story, changes that nobody published, and parts that only stood by what was taken out. */
    private void dropNarrative(Sentence sentence, List<Draft> drafts, int firstNumber) {
        for (Draft draft : List.copyOf(drafts)) {
            if (draft.kind == ClaimKind.COUNT && plausible.narrative(draft, drafts)) {
                drafts.remove(draft);
                numbers.retype(draft.numeral, firstNumber, NumberType.NARRATIVE);
            }
        }
        drafts.removeIf(Completion::unsaid);
        for (Draft draft : List.copyOf(drafts)) {
            boolean cut = draft.base != null && draft.base.sentence == sentence && !drafts.contains(draft.base);
            if (cut && (orphan(draft) || plausible.narrative(draft, drafts))) {
                drafts.remove(draft);
                numbers.retype(draft.numeral, firstNumber, NumberType.NARRATIVE);
            }
        }
    }

    /** The claims that bases of comparisons make. */
    private List<Draft> basesOf(Sentence sentence, List<Numeral> numerals, List<Draft> drafts, int firstNumber) {
        List<Draft> compared = new ArrayList<>();
        for (Numeral base : numerals) {
            Draft claim = bases.read(sentence, base, drafts);
            if (claim != null) {
                candidates.bound(claim);
                compared.add(claim);
                numbers.retype(claim.numeral, firstNumber, NumberType.COUNT);
            }
        }
        return compared;
    }

    /** True for a change that nobody published: neither a source nor a date. */
    private static boolean unsaid(Draft draft) {
        boolean change = draft.kind == ClaimKind.CHANGE || draft.kind == ClaimKind.RATIO;
        return change && !draft.dated() && (draft.source == null || draft.source.id() == null);
    }

    /** Cuts the tie to a claim that is none. */
    private static boolean orphan(Draft draft) {
        draft.base = null;
        return draft.elided;
    }
}
