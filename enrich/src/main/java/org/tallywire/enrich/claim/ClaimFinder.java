package org.tallywire.enrich.claim;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.ClaimMention;
import org.tallywire.enrich.number.NumeralFinder;
import org.tallywire.enrich.number.Numerals;
import org.tallywire.enrich.period.Period;
import org.tallywire.enrich.period.PeriodFinder;
import org.tallywire.enrich.period.TimeWords;
import org.tallywire.enrich.text.Language;
import org.tallywire.enrich.text.Lexicon;
import org.tallywire.enrich.text.Tokens;
import org.tallywire.enrich.text.Vocabulary;

/** Finds the count claims of texts of one language. Built once, safe to share between threads. */
public final class ClaimFinder {
    /** A dateline stands within so many sentences from the top. */
    private static final int HEAD = 12;

    private static final int LONGEST_DATELINE = 7;

    private final NumeralFinder numeralFinder;
    private final TimeWords timeWords;
    private final Terms terms;
    private final Ranges ranges;
    private final Language language;

    /** A finder whose words go into this vocabulary. */
    public ClaimFinder(Language language, Vocabulary vocabulary) {
        this.language = language;
        numeralFinder = new NumeralFinder(language, vocabulary);
        timeWords = new TimeWords(language, vocabulary);
        terms = new Terms(language, vocabulary);
        ranges = new Ranges(terms);
    }

    /** What a text holds. */
    public record Found(List<ClaimMention> claims, List<TypedNumber> numbers) {}

    /**
     * The claims and all numerals of a text.
     *
     * @param documentId goes into the ids of claims
     * @param published day of publication, null if unknown
     * @param spans what other finders found
     */
    public Found find(Tokens tokens, String documentId, @Nullable LocalDate published, Spans spans) {
        Numerals raw = new Numerals(numeralFinder.find(tokens, i -> label(tokens, i)));
        if (raw.list().isEmpty()) {
            return new Found(List.of(), List.of());
        }
        Numerals numerals = ranges.join(tokens, raw);
        String jurisdiction = language == Language.UK ? "ua" : "ru";
        LocalDate day = published != null ? published : dateline(tokens, numerals, jurisdiction);
        Reading reading = new Reading(tokens, numerals, timeWords, terms, language, day, jurisdiction, spans);
        List<Draft> drafts = reading.run();
        List<ClaimMention> claims = new ArrayList<>(drafts.size());
        Mentions mentions = new Mentions(tokens, documentId);
        for (Draft draft : drafts) {
            claims.add(mentions.of(draft));
        }
        return new Found(claims, reading.numbers());
    }

    /** The date that stands alone on one of the first lines; null if none does. */
    private @Nullable LocalDate dateline(Tokens tokens, Numerals numerals, String jurisdiction) {
        PeriodFinder finder = new PeriodFinder(tokens, numerals, timeWords, null, jurisdiction);
        for (int sentence = 0; sentence < Math.min(HEAD, tokens.sentenceCount()); sentence++) {
            int from = tokens.sentenceStart(sentence);
            int to = tokens.sentenceEnd(sentence);
            List<Period> periods = to - from <= LONGEST_DATELINE ? finder.find(from, to) : List.of();
            boolean alone = periods.size() == 1 && periods.getFirst().grain() == Period.Grain.DAY;
            if (alone && periods.getFirst().start() != null) {
                return periods.getFirst().start();
            }
        }
        return null;
    }

    /** True if the word at token i labels the number after it: статья, №. */
    private boolean label(Tokens tokens, int i) {
        int at = tokens.is(i, '.') ? i - 1 : i;
        Lexicon<List<Terms.Term>> lexicon = terms.lexicon();
        int match = at < 0 ? 0 : lexicon.match(tokens, at);
        if (match != 0) {
            for (Terms.Term term : lexicon.value(match)) {
                if (term.kind() == Terms.Kind.BEFORE) {
                    return true;
                }
            }
        }
        return false;
    }
}
