package org.tallywire.enrich.claim;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.Bound;
import org.tallywire.avro.ClaimKind;
import org.tallywire.avro.Comparison;
import org.tallywire.avro.Per;
import org.tallywire.avro.RelationKind;
import org.tallywire.avro.Unit;
import org.tallywire.enrich.number.Numeral;
import org.tallywire.enrich.period.Period;

/** A claim in the making. */
final class Draft {
    final Sentence sentence;
    final Numeral numeral;
    ClaimKind kind = ClaimKind.COUNT;
    Unit unit = Unit.UNKNOWN;
    /** Tokens of the words counted. */
    int countedFrom;

    int countedTo;
    Bound bound = Bound.EXACT;
    /** First token of the numeral with its hedges, and token after it. */
    int hedgeFrom;

    int hedgeTo;

    @Nullable
    Period period;

    @Nullable
    LocalDate from;

    @Nullable
    LocalDate to;

    Per per = Per.NONE;
    String measure = "";

    @Nullable
    Source source;

    boolean explicit = true;
    List<String> scope = new ArrayList<>();
    final List<Comparison> comparisons = new ArrayList<>();

    @Nullable
    Draft base;

    RelationKind relation = RelationKind.SUBSET_OF;
    /** True if the next claim of the sentence is the whole that this one is a part of. */
    boolean partOfNext;

    /** True if the noun was taken over from another claim. */
    boolean elided;

    /** The claim whose noun it took over. */
    @Nullable
    Draft antecedent;

    final List<String> rules = new ArrayList<>();
    double doubt;

    Draft(Sentence sentence, Numeral numeral) {
        this.sentence = sentence;
        this.numeral = numeral;
        countedFrom = numeral.to();
        countedTo = numeral.to();
        hedgeFrom = numeral.from();
        hedgeTo = numeral.to();
    }

    Draft rule(String id) {
        if (!rules.contains(id)) {
            rules.add(id);
        }
        return this;
    }

    boolean dated() {
        return from != null || to != null;
    }

    /** True if the numeral of one of these begins in [low, high). */
    static boolean between(List<Draft> drafts, int low, int high) {
        for (Draft draft : drafts) {
            if (draft.numeral.from() >= low && draft.numeral.from() < high) {
                return true;
            }
        }
        return false;
    }
}
