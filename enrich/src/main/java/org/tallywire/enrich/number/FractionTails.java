package org.tallywire.enrich.number;

import org.jspecify.annotations.Nullable;
import org.tallywire.enrich.number.Numeral.Shape;
import org.tallywire.enrich.number.NumeralWords.Kind;
import org.tallywire.enrich.text.Tokens;

/** Fractions that a cardinal begins: two thirds, twenty and three fifths, одна пятая, one in five, two thirds of a million. */
final class FractionTails {
    /** Above this "one in so many" is a place or a year, no share. */
    private static final double LARGEST_SHARE = 1000;

    private final Tokens tokens;
    private final NumeralWords words;
    private final CardinalReader other;
    private final NumeralTails tails;

    FractionTails(Tokens tokens, NumeralWords words, CardinalReader other, NumeralTails tails) {
        this.tokens = tokens;
        this.words = words;
        this.other = other;
        this.tails = tails;
    }

    /** The fraction that begins with this cardinal; null if it is none. */
    @Nullable
    Numeral after(Numeral numeral, CardinalReader reader) {
        Numeral mixed = mixed(numeral);
        if (mixed != null) {
            return mixed;
        }
        Numeral part = part(numeral, reader.sum.beforeAnd);
        if (part != null) {
            return part;
        }
        Numeral overOne = Math.abs(numeral.value()) == 1 ? overOne(numeral) : null;
        return overOne != null ? overOne : inSoMany(numeral);
    }

    private @Nullable Numeral part(Numeral numeral, double whole) {
        int at = tokens.is(numeral.to(), '-') ? numeral.to() + 1 : numeral.to();
        Double part = partAt(numeral, at, numeral.value());
        if (part == null || !numeral.spelled()) {
            return null;
        }
        return fraction(numeral, at + words.length(words.at(tokens, at)), whole, (numeral.value() - whole) / part);
    }

    /** Denominator at token i, or null; English wants its plural after any numerator but one. */
    private @Nullable Double partAt(Numeral numeral, int i, double numerator) {
        Double part = words.kinds(words.at(tokens, i)).get(Kind.PART);
        boolean english = part != null && tokens.folded(i).charAt(0) < 0x80;
        boolean plural =
                english && (tokens.folded(i).endsWith("s") || tokens.folded(i).equals("halves"));
        boolean fits = part != null && (!english || plural || numerator == 1);
        return fits && tokens.sentence(i) == tokens.sentence(numeral.from()) ? part : null;
    }

    /** "twenty and three fifths", "two hundred and a thirtieth". */
    private @Nullable Numeral mixed(Numeral numeral) {
        int and = numeral.to();
        if (!numeral.spelled() || !words.is(tokens, and, Kind.AND)) {
            return null;
        }
        boolean article = words.is(tokens, and + 1, Kind.ARTICLE);
        if (!article && !other.read(and + 1, false)) {
            return null;
        }
        double numerator = article ? 1 : other.value;
        int at = article ? and + 2 : other.to;
        Double part = partAt(numeral, at, numerator);
        boolean real = part != null && numerator < part && (part > 2 || !article);
        return real && part != null
                ? fraction(numeral, at + words.length(words.at(tokens, at)), numeral.value(), numerator / part)
                : null;
    }

    /** The whole and its fraction; a scale behind ("two thirds of a million") multiplies the fraction. */
    private Numeral fraction(Numeral numeral, int to, double whole, double part) {
        int at = tokens.is(to, Tokens.Kind.WORD) && tokens.folded(to).equals("of") ? to + 1 : to;
        at = words.is(tokens, at, Kind.ARTICLE) ? at + 1 : at;
        Double scale = words.kinds(words.at(tokens, at)).get(Kind.SCALE);
        boolean vague = words.is(tokens, at, Kind.VAGUEALONE);
        boolean scales = scale != null && !vague && tokens.sentence(at) == tokens.sentence(numeral.from());
        return scales && scale != null
                ? new Numeral(
                        numeral.from(),
                        at + 1,
                        whole + part * scale,
                        Double.NaN,
                        Shape.CARDINAL,
                        true,
                        true,
                        false,
                        at + 1)
                : Numeral.of(numeral.from(), to, whole + part, Shape.FRACTION, true);
    }

    /** "one twenty-fifth", "one over one hundred". */
    private @Nullable Numeral overOne(Numeral numeral) {
        int at = numeral.to();
        boolean over = words.is(tokens, at, Kind.OVER);
        if (!other.read(over ? at + 1 : at, false)) {
            return null;
        }
        Numeral below = Numeral.of(numeral.from(), other.to, other.value, Shape.CARDINAL, other.sum.spelled);
        Numeral ordinal = over ? below : tails.ordinal(below);
        return ordinal == null || (over && other.value < 2)
                ? null
                : Numeral.of(
                        numeral.from(),
                        ordinal.to(),
                        Math.signum(numeral.value()) / ordinal.value(),
                        Shape.FRACTION,
                        numeral.spelled());
    }

    /** "one in five", "четверо из десяти". */
    private @Nullable Numeral inSoMany(Numeral numeral) {
        if (!words.is(tokens, numeral.to(), Kind.IN)
                || numeral.value() < 1
                || numeral.value() != Math.rint(numeral.value())) {
            return null;
        }
        int at = numeral.to() + words.length(words.at(tokens, numeral.to()));
        boolean english = tokens.folded(numeral.to()).charAt(0) < 0x80;
        double limit = numeral.value() == 1 && english ? LARGEST_SHARE : 10;
        if (!other.read(at, false) || other.value <= numeral.value() || other.value > limit || other.value < 3) {
            return null;
        }
        boolean share = english || other.sum.spelled || other.value == 10;
        boolean closed = !(tokens.is(other.to, '-') && tokens.joined(other.to));
        return share && closed
                ? Numeral.of(numeral.from(), other.to, numeral.value() / other.value, Shape.FRACTION, numeral.spelled())
                : null;
    }
}
