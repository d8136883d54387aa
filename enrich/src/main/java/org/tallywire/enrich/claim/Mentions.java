package org.tallywire.enrich.claim;

import java.nio.charset.StandardCharsets;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.UUID;
import org.tallywire.avro.ClaimKind;
import org.tallywire.avro.ClaimMention;
import org.tallywire.avro.Per;
import org.tallywire.avro.PublisherKind;
import org.tallywire.avro.Relation;
import org.tallywire.enrich.period.Period;
import org.tallywire.enrich.text.Tokens;

/** Turns finished drafts into records, with offsets, quote, id and confidence. */
final class Mentions {
    /** A quote is the claim's sentence, or so much around the number if the sentence is longer. */
    private static final int LONGEST_QUOTE = 600;

    private final Tokens tokens;
    private final String documentId;
    private final Map<Draft, String> ids = new IdentityHashMap<>();

    Mentions(Tokens tokens, String documentId) {
        this.tokens = tokens;
        this.documentId = documentId;
    }

    ClaimMention of(Draft draft) {
        Source source = draft.source;
        int start = quoteStart(draft);
        int end = quoteEnd(draft);
        boolean range = !Double.isNaN(draft.numeral.high());
        ClaimMention.Builder claim = ClaimMention.newBuilder()
                .setId(id(draft))
                .setKind(draft.kind == ClaimKind.COUNT && draft.per != Per.NONE ? ClaimKind.RATE : draft.kind)
                .setValue(Math.abs(draft.numeral.value()))
                .setHigh(range ? draft.numeral.high() : null)
                .setBound(draft.bound)
                .setUnit(draft.unit)
                .setCounted(words(draft.countedFrom, draft.countedTo))
                .setMeasure(draft.measure)
                .setScope(draft.scope)
                .setFrom(draft.from)
                .setTo(draft.to)
                .setPeriodText(periodText(draft.period))
                .setPer(draft.per)
                .setComparisons(draft.comparisons)
                .setQuote(tokens.text().substring(start, end))
                .setStart(start)
                .setEnd(end)
                .setNumberStart(numberStart(draft))
                .setNumberEnd(tokens.end(draft.numeral.to() - 1))
                .setRules(draft.rules)
                .setConfidence(confidence(draft))
                .setPublisher(source == null ? null : source.id())
                .setPublisherText(source == null ? "" : source.text())
                .setPublisherKind(source == null ? PublisherKind.UNKNOWN : source.kind())
                .setVia(source == null ? null : source.via())
                .setExplicit(draft.explicit);
        if (draft.base != null) {
            claim.setRelation(Relation.newBuilder()
                    .setKind(draft.relation)
                    .setClaimId(id(draft.base))
                    .build());
        }
        return claim.build();
    }

    private String id(Draft draft) {
        return ids.computeIfAbsent(
                draft,
                each -> UUID.nameUUIDFromBytes(
                                (documentId + '\n' + numberStart(each) + '-' + tokens.end(each.numeral.to() - 1))
                                        .getBytes(StandardCharsets.UTF_8))
                        .toString());
    }

    private int numberStart(Draft draft) {
        int from = draft.numeral.from();
        return tokens.start(draft.numeral.value() < 0 ? from + 1 : from);
    }

    private int quoteStart(Draft draft) {
        int start = tokens.start(draft.sentence.from);
        int number = tokens.start(draft.hedgeFrom);
        return number - start <= LONGEST_QUOTE ? start : tokens.start(tokens.tokenAt(number - LONGEST_QUOTE / 2));
    }

    private int quoteEnd(Draft draft) {
        int end = tokens.end(draft.sentence.to - 1);
        int number = tokens.end(Math.max(draft.numeral.to(), draft.countedTo) - 1);
        return end - number <= LONGEST_QUOTE
                ? end
                : tokens.end(Math.max(draft.numeral.to() - 1, tokens.tokenAt(number + LONGEST_QUOTE / 2) - 1));
    }

    private String words(int from, int to) {
        return from >= to ? "" : tokens.text().substring(tokens.start(from), tokens.end(to - 1));
    }

    private String periodText(@org.jspecify.annotations.Nullable Period period) {
        return period == null ? "" : words(period.from(), period.to());
    }

    private static float confidence(Draft draft) {
        double sure = 0.95 - draft.doubt;
        sure -= draft.elided ? 0.15 : 0;
        sure -= draft.source == null ? 0.08 : draft.explicit ? 0 : 0.04;
        sure -= draft.period == null && draft.per == Per.NONE ? 0.05 : 0;
        return (float) (Math.round(Math.clamp(sure, 0.05, 0.99) * 100) / 100.0);
    }
}
