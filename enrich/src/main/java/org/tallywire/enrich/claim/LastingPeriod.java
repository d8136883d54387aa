package org.tallywire.enrich.claim;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.ClaimKind;
import org.tallywire.avro.Per;
import org.tallywire.avro.RelationKind;
import org.tallywire.enrich.text.Tokens;

/**
 * The period that goes on holding: once named, it dates the counts behind it in the sentence and, if it is closed and longer than a
 * day, in the paragraph, until another one is named.
 */
final class LastingPeriod {
    private final Tokens tokens;
    private @Nullable Draft dated;

    LastingPeriod(Tokens tokens) {
        this.tokens = tokens;
    }

    /** Dates the counts of a sentence that have no period of their own; {@code drafts}: its claims in order. */
    void hold(List<Draft> drafts) {
        for (Draft draft : drafts) {
            boolean counts = draft.kind == ClaimKind.COUNT && draft.relation != RelationKind.BASE_OF;
            if (counts && draft.dated()) {
                dated = draft;
                continue;
            }
            Draft from = counts && draft.per == Per.NONE && draft.period == null ? dated : null;
            if (from != null && holds(from, draft)) {
                draft.from = from.from;
                draft.to = from.to;
                draft.rule("period.lasting");
            }
        }
    }

    private boolean holds(Draft from, Draft draft) {
        boolean near = tokens.paragraph(from.sentence.from) == tokens.paragraph(draft.sentence.from);
        boolean closed = from.from != null && from.to != null;
        boolean day = from.from != null && from.from.plusDays(1).equals(from.to);
        return from.sentence == draft.sentence || (near && closed && !day);
    }
}
