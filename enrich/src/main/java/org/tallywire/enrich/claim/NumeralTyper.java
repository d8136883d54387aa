package org.tallywire.enrich.claim;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tallywire.enrich.claim.Terms.Kind;
import org.tallywire.enrich.number.Numeral;
import org.tallywire.enrich.number.Numeral.Shape;
import org.tallywire.enrich.period.Period;
import org.tallywire.enrich.text.Tokens;

/** Says of each numeral what it is about, before any may become a claim: this step decides precision. */
final class NumeralTyper {
    private final Tokens tokens;
    private final Spans spans;
    private final Set<String> beforeYears;

    NumeralTyper(Tokens tokens, Spans spans, Terms terms) {
        this.tokens = tokens;
        this.spans = spans;
        beforeYears = terms.forms(Kind.YEARWORD).keySet();
    }

    /** The type of a numeral; COUNT means that nothing speaks against a claim. */
    NumberType type(Sentence sentence, Numeral numeral) {
        int start = tokens.start(numeral.from());
        if (spans.furniture().masks(start)) {
            return NumberType.BOILERPLATE;
        }
        if (spans.statute(start)) {
            return NumberType.STATUTE;
        }
        Period period = sentence.periodAt(numeral.from());
        if (period != null) {
            return period.grain() == Period.Grain.LENGTH ? NumberType.DURATION : NumberType.DATE;
        }
        NumberType written = written(numeral);
        if (written != null) {
            return written;
        }
        NumberType beside = beside(sentence, numeral);
        if (beside != null) {
            return beside;
        }
        NumberType shape = shape(numeral);
        return shape != null ? shape : context(sentence, numeral);
    }

    /** What the signs and letters that touch the digits say. */
    private @Nullable NumberType written(Numeral numeral) {
        if (numeral.shape() == Shape.PERCENT || numeral.shape() == Shape.POINTS) {
            return NumberType.PERCENT;
        }
        int before = numeral.from() - 1;
        int after = numeral.to();
        if (numeral.spelled()) {
            return null;
        }
        if (colon(before, before) || colon(after, after)) {
            return numeral.value() < 60 ? NumberType.TIME : NumberType.SCORE;
        }
        boolean letterBefore = tokens.joined(numeral.from()) && tokens.is(before, Tokens.Kind.WORD);
        boolean code = tokens.joined(numeral.from())
                && (tokens.is(before, '-')
                        || tokens.is(before, '/')
                        || tokens.is(before, '_')
                        || tokens.is(before, '.'))
                && tokens.joined(before)
                && (tokens.is(before - 1, Tokens.Kind.WORD) || tokens.is(before - 1, Tokens.Kind.DIGITS));
        boolean letterAfter = tokens.joined(after) && tokens.is(after, Tokens.Kind.WORD) && !scaled(numeral);
        boolean codeAfter = tokens.joined(after)
                && tokens.joined(after + 1)
                && (tokens.is(after, '-') || tokens.is(after, '/') || tokens.is(after, '.') || tokens.is(after, '_'))
                && tokens.is(after + 1, Tokens.Kind.DIGITS);
        boolean phone = tokens.is(before, '+') && tokens.joined(numeral.from());
        boolean measured = letterAfter && measureLetters(after);
        return letterBefore || code || codeAfter || phone || (letterAfter && !measured)
                ? NumberType.IDENTIFIER
                : measured ? NumberType.MEASURE : null;
    }

    private boolean scaled(Numeral numeral) {
        return numeral.scaled() && tokens.is(numeral.to() - 1, Tokens.Kind.WORD);
    }

    private boolean measureLetters(int i) {
        return tokens.end(i) - tokens.start(i) <= 4;
    }

    private boolean colon(int i, int at) {
        return tokens.is(i, ':')
                && tokens.joined(at)
                && tokens.joined(at + 1)
                && tokens.is(i - 1, Tokens.Kind.DIGITS)
                && tokens.is(i + 1, Tokens.Kind.DIGITS);
    }

    /** What the words right before and after the numeral say. */
    private @Nullable NumberType beside(Sentence sentence, Numeral numeral) {
        Mark before = sentence.endingAt(Kind.BEFORE, numeral.from());
        boolean sign = tokens.is(numeral.from() - 1, '-')
                || tokens.is(numeral.from() - 1, '"')
                || tokens.is(numeral.from() - 1, ':');
        if (before == null && sign && tokens.joined(numeral.from())) {
            before = sentence.endingAt(Kind.BEFORE, numeral.from() - 1);
        }
        boolean counts = before != null
                && before.value().equals("IDENTIFIER")
                && sentence.startingAt(Kind.NOUN, numeral.to()) != null;
        boolean label = before != null && !tokens.is(before.to() - 1, Tokens.Kind.WORD);
        if (before != null && (label || !counts)) {
            return NumberType.valueOf(before.value());
        }
        NumberType listed = listed(sentence, numeral);
        if (listed != null) {
            return listed;
        }
        Mark after = sentence.startingAt(Kind.AFTER, numeral.to());
        Mark noun = sentence.startingAt(Kind.NOUN, numeral.to());
        if (after != null && (noun == null || noun.to() < after.to())) {
            return numeral.shape() == Shape.ORDINAL ? NumberType.ORDINAL : NumberType.valueOf(after.value());
        }
        boolean hyphen = tokens.is(numeral.to(), '-') && tokens.joined(numeral.to()) && tokens.joined(numeral.to() + 1);
        boolean plus = sentence.startingAt(Kind.BOUNDAFTER, numeral.to()) != null;
        boolean compound = hyphen && !plus && tokens.is(numeral.to() + 1, Tokens.Kind.WORD);
        return compound && numeral.shape() != Shape.ORDINAL ? NumberType.IDENTIFIER : null;
    }

    /** "Articles 337, 338 and 339": a number after a typed one and a comma or "and" is of its type. */
    private @Nullable NumberType listed(Sentence sentence, Numeral numeral) {
        int before = numeral.from() - 1;
        boolean link =
                tokens.is(before, ',') || tokens.is(before, '/') || (tokens.is(before, '-') && tokens.joined(before));
        int index = link ? sentence.numerals.indexAt(before - 1) : -1;
        Numeral left = index < 0 ? null : sentence.numeral(index);
        Mark label = left == null || left.spelled() ? null : sentence.endingAt(Kind.BEFORE, left.from());
        return label == null || numeral.scaled() ? null : NumberType.valueOf(label.value());
    }

    private static @Nullable NumberType shape(Numeral numeral) {
        return switch (numeral.shape()) {
            case ORDINAL -> NumberType.ORDINAL;
            case FRACTION -> NumberType.FRACTION;
            case TIMES -> NumberType.TIMES;
            case VAGUE -> NumberType.VAGUE;
            default -> Double.isNaN(numeral.value()) ? NumberType.VAGUE : null;
        };
    }

    private NumberType context(Sentence sentence, Numeral numeral) {
        Mark idiom = sentence.covering(Kind.IDIOM, numeral.from());
        boolean rated = sentence.periods.stream().anyMatch(period -> period.kind() == Period.Kind.RATE);
        boolean phrase = idiom != null && idiom.to() - idiom.from() > 1;
        if (idiom != null && numeral.value() <= 1 && (phrase || !rated)) {
            return NumberType.IDIOM;
        }
        Mark times = sentence.startingAt(Kind.TIMES, numeral.to());
        if (times != null) {
            return NumberType.TIMES;
        }
        boolean year = numeral.yearLike() && (numeral.value() > 1989 && numeral.value() < 2036);
        boolean hedged = sentence.endingAt(Kind.BOUND, numeral.from()) != null;
        boolean noun = sentence.startingAt(Kind.NOUN, numeral.to()) != null;
        if (year && !hedged && (!noun || afterIn(numeral))) {
            return NumberType.DATE;
        }
        return NumberType.COUNT;
    }

    private boolean afterIn(Numeral numeral) {
        int before = numeral.from() - 1;
        return tokens.is(before, Tokens.Kind.WORD) && beforeYears.contains(tokens.folded(before));
    }
}
