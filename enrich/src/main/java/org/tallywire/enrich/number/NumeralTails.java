package org.tallywire.enrich.number;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tallywire.enrich.number.Numeral.Shape;
import org.tallywire.enrich.number.NumeralWords.Kind;
import org.tallywire.enrich.text.Language;
import org.tallywire.enrich.text.Tokens;

/** What may follow a cardinal and changes what it is: decimals in words, fractions, ordinal endings, percent, the upper end of a range. */
final class NumeralTails {
    private final Tokens tokens;
    private final NumeralWords words;
    private final CardinalReader other;
    private final boolean english;
    private final FractionTails fractions;

    NumeralTails(Tokens tokens, NumeralWords words, CardinalReader other, Language language) {
        this.tokens = tokens;
        this.words = words;
        this.other = other;
        this.english = language == Language.EN;
        this.fractions = new FractionTails(tokens, words, other, this);
    }

    /** The numeral with all that belongs to it. */
    Numeral finish(Numeral cardinal, CardinalReader reader) {
        Numeral numeral = english ? pointed(cardinal) : cardinal;
        numeral = english ? andHalf(numeral) : numeral;
        Numeral ordinal = ordinal(numeral);
        if (ordinal != null) {
            return reader.sum.paired ? pairFraction(numeral, ordinal) : ordinal;
        }
        Numeral part = fractions.after(numeral, reader);
        if (part != null) {
            return part;
        }
        return percent(range(numeral, reader));
    }

    /** "one twenty-fifth" was read as a pair (120) with an ordinal unit behind it. */
    private static Numeral pairFraction(Numeral pair, Numeral ordinal) {
        double numerator = Math.floor(pair.value() / 100);
        double denominator = ordinal.value() - numerator * 100;
        return numerator >= 10
                ? ordinal
                : Numeral.of(pair.from(), ordinal.to(), numerator / denominator, Shape.FRACTION, true);
    }

    /** "half", "half a million", "полтысячи" as two words. */
    @Nullable
    Numeral half(int at, int to) {
        int next = to;
        while (next < to + 1 && words.is(tokens, next, Kind.ARTICLE)) {
            next++;
        }
        Map<Kind, Double> kinds = words.kinds(words.at(tokens, next));
        boolean scaled =
                kinds.containsKey(Kind.SCALE) || kinds.containsKey(Kind.GROUP) || kinds.containsKey(Kind.HUNDRED);
        if (scaled && !kinds.containsKey(Kind.VAGUEALONE) && other.read(next, false)) {
            return new Numeral(at, other.to, other.value / 2, Double.NaN, Shape.CARDINAL, true, true, false, other.to);
        }
        return Numeral.of(at, to, 0.5, Shape.FRACTION, true);
    }

    /** "каждый пятый", "кожен третій": one in so many. */
    @Nullable
    Numeral each(int at, int to) {
        int match = words.at(tokens, to);
        Double ordinal = words.kinds(match).get(Kind.ORDINAL);
        return ordinal == null || ordinal < 2
                ? null
                : Numeral.of(at, to + words.length(match), 1 / ordinal, Shape.FRACTION, true);
    }

    /** "two point two million". */
    private Numeral pointed(Numeral numeral) {
        if (!numeral.spelled() || !words.is(tokens, numeral.to(), Kind.POINT) || !other.read(numeral.to() + 1, false)) {
            return numeral;
        }
        double decimals = other.sum.spelled && Double.isNaN(other.sum.unscaled) ? other.value : other.sum.unscaled;
        int to = other.to;
        double scale = other.sum.lastScale == Double.POSITIVE_INFINITY ? 1 : other.sum.lastScale;
        double places = Math.pow(10, decimals < 10 ? 1 : 2);
        if (decimals == 0 && other.read(to, false)) {
            decimals = other.value;
            places = 100;
            to = other.to;
        }
        double value = (numeral.value() + decimals / places) * scale;
        return new Numeral(numeral.from(), to, value, Double.NaN, Shape.CARDINAL, true, scale > 1, false, to);
    }

    /** "two and a half thousand". */
    private Numeral andHalf(Numeral numeral) {
        int to = numeral.to();
        if (!words.is(tokens, to, Kind.AND) || !words.is(tokens, to + 1, Kind.HALF)) {
            return numeral;
        }
        int match = words.at(tokens, to + 1);
        int after = to + 1 + words.length(match);
        double value = numeral.value() + 0.5;
        Double scale = words.kinds(words.at(tokens, after)).get(Kind.SCALE);
        if (scale != null) {
            value = numeral.value() < scale ? value * scale : numeral.value() + 0.5 * scale;
            after++;
        }
        return new Numeral(
                numeral.from(),
                after,
                value,
                Double.NaN,
                Shape.CARDINAL,
                numeral.spelled(),
                scale != null,
                false,
                after);
    }

    /** The ordinal that this cardinal begins: двадцать третий, forty-second, 15-го; null if none. */
    @Nullable
    Numeral ordinal(Numeral numeral) {
        int to = numeral.to();
        if (!numeral.spelled()) {
            boolean hyphen = tokens.is(to, '-') && tokens.joined(to) && tokens.joined(to + 1);
            int ending = hyphen ? to + 1 : to;
            boolean ended = tokens.is(ending, Tokens.Kind.WORD)
                    && tokens.joined(ending)
                    && (hyphen || ending == to)
                    && words.is(tokens, ending, Kind.ORDEND);
            return ended ? numeral.as(Shape.ORDINAL, ending + 1) : null;
        }
        boolean linked =
                english && (tokens.is(to, '-') || (numeral.value() % 100 == 0 && words.is(tokens, to, Kind.AND)));
        int at = linked ? to + 1 : to;
        int match = words.at(tokens, at);
        Map<Kind, Double> kinds = words.kinds(match);
        Double ordinal = kinds.get(Kind.ORDINAL);
        double last = numeral.value() % 100;
        boolean fits = ordinal != null
                && ((last >= 20 && last % 10 == 0 && ordinal < 10)
                        || (last == 0 && numeral.value() > 0 && ordinal < 100));
        if (!fits || ordinal == null || tokens.sentence(at) != tokens.sentence(numeral.from())) {
            return null;
        }
        return Numeral.of(numeral.from(), at + words.length(match), numeral.value() + ordinal, Shape.ORDINAL, true);
    }

    private Numeral range(Numeral low, CardinalReader reader) {
        int at = low.to();
        boolean dash = tokens.is(at, '-') && tokens.joined(at) == tokens.joined(at + 1);
        if (!dash || low.shape() != Shape.CARDINAL || low.yearLike()) {
            return low;
        }
        return spread(low, reader, at + 1);
    }

    /** The range from this number to the one that begins at token next; the number itself if there is none above it. */
    private Numeral spread(Numeral low, CardinalReader reader, int next) {
        if (tokens.joined(next - 1)
                && tokens.is(next, Tokens.Kind.DIGITS)
                && tokens.is(next + 1, '-')
                && tokens.joined(next + 1)
                && tokens.is(next + 2, Tokens.Kind.DIGITS)) {
            return low;
        }
        if (next >= tokens.size() || tokens.sentence(next) != tokens.sentence(low.from()) || !other.read(next, true)) {
            return low;
        }
        double value = low.value();
        boolean spreads = !low.scaled()
                && other.sum.scaled
                && !Double.isNaN(other.sum.unscaled)
                && value <= other.sum.unscaled
                && other.sum.lastScale != Double.POSITIVE_INFINITY;
        value = spreads ? value * other.sum.lastScale : value;
        if (other.value <= value || other.shape != Shape.CARDINAL) {
            return low;
        }
        return new Numeral(
                low.from(),
                other.to,
                value,
                other.value,
                Shape.RANGE,
                low.spelled() && other.sum.spelled,
                low.scaled() || other.sum.scaled,
                low.about(),
                low.to());
    }

    private Numeral percent(Numeral numeral) {
        int match = words.at(tokens, numeral.to());
        Map<Kind, Double> kinds = words.kinds(match);
        if (kinds.containsKey(Kind.POINTS)) {
            return numeral.as(Shape.POINTS, numeral.to() + words.length(match));
        }
        return kinds.containsKey(Kind.PERCENT)
                ? numeral.as(Shape.PERCENT, numeral.to() + words.length(match))
                : numeral;
    }
}
