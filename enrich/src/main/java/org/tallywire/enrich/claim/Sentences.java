package org.tallywire.enrich.claim;

import java.util.List;
import org.tallywire.enrich.number.Numerals;
import org.tallywire.enrich.period.Period;
import org.tallywire.enrich.period.PeriodFinder;
import org.tallywire.enrich.text.Language;
import org.tallywire.enrich.text.Tokens;

/** Reads the sentences of a text: its numerals, phrases of time and words that claims are made of. */
final class Sentences {
    private final Tokens tokens;
    private final Numerals numerals;
    private final Terms terms;
    private final Spans spans;
    private final boolean english;
    private final PeriodFinder periodFinder;

    Sentences(
            Tokens tokens, Numerals numerals, Terms terms, Spans spans, Language language, PeriodFinder periodFinder) {
        this.tokens = tokens;
        this.numerals = numerals;
        this.terms = terms;
        this.spans = spans;
        this.periodFinder = periodFinder;
        english = language == Language.EN;
    }

    Sentence read(int index) {
        List<Period> found = periodFinder.find(tokens.sentenceStart(index), tokens.sentenceEnd(index));
        found.removeIf(period -> spans.named(tokens.start(period.from()))
                || spans.statute(tokens.start(period.from()))
                || (tokens.is(period.from() - 1, '"') && tokens.is(period.to(), '"')));
        Sentence sentence = new Sentence(tokens, index, numerals, found, terms);
        found.removeIf(period -> !english && countLikeYear(sentence, period));
        return sentence;
    }

    /** "Із 1900 скарг": a year has the word for it behind, a count its noun. */
    private boolean countLikeYear(Sentence sentence, Period period) {
        int last = period.to() - 1;
        return period.grain() == Period.Grain.YEAR
                && tokens.is(last, Tokens.Kind.DIGITS)
                && !tokens.is(last - 1, '-')
                && sentence.startingAt(Terms.Kind.NOUN, period.to()) != null;
    }
}
