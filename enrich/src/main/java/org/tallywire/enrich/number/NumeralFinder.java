package org.tallywire.enrich.number;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.tallywire.enrich.number.Numeral.Shape;
import org.tallywire.enrich.number.NumeralWords.Kind;
import org.tallywire.enrich.text.Language;
import org.tallywire.enrich.text.Tokens;
import org.tallywire.enrich.text.Vocabulary;

/** Finds all numerals of a text, left to right, without overlap. Built once per language, safe to share between threads. */
public final class NumeralFinder {
    private static final double[] VULGAR = {0.5, 1.0 / 3, 2.0 / 3, 0.25, 0.75, 0.2};

    private final Language language;
    private final NumeralWords words;

    /** A finder whose words go into this vocabulary. */
    public NumeralFinder(Language language, Vocabulary vocabulary) {
        this.language = language;
        this.words = new NumeralWords(language, vocabulary);
    }

    /**
     * All numerals of a text.
     *
     * @param labels true for a token after which a number is a label (статья 337 120 дел): no spaces group it
     */
    public List<Numeral> find(Tokens tokens, IntPredicate labels) {
        return new Scan(tokens, labels).run();
    }

    /** One pass over one text. */
    private final class Scan {
        private final Tokens tokens;
        private final IntPredicate labels;
        private final CardinalReader reader;
        private final NumeralTails tails;
        private final List<Numeral> found = new ArrayList<>();

        Scan(Tokens tokens, IntPredicate labels) {
            this.tokens = tokens;
            this.labels = labels;
            DigitReader digits = new DigitReader(tokens, words, language);
            reader = new CardinalReader(tokens, words, digits, language);
            tails = new NumeralTails(tokens, words, new CardinalReader(tokens, words, digits, language), language);
        }

        List<Numeral> run() {
            int at = 0;
            while (at < tokens.size()) {
                boolean possible = tokens.word(at) != 0 || !tokens.is(at, Tokens.Kind.WORD);
                Numeral numeral = possible ? read(at) : null;
                if (numeral == null) {
                    at++;
                } else {
                    found.add(numeral);
                    at = Math.max(numeral.to(), at + 1);
                }
            }
            return found;
        }

        private @Nullable Numeral read(int at) {
            int match = words.at(tokens, at);
            Map<Kind, Double> kinds = words.kinds(match);
            if (match == 0 && !tokens.is(at, Tokens.Kind.DIGITS)) {
                return sign(at);
            }
            Numeral phrase = match == 0 ? null : phrase(at, match, kinds);
            if (phrase != null) {
                return phrase;
            }
            int start = begin(at, match, kinds);
            boolean bySpace = at == 0 || !labels.test(at - 1);
            boolean couple = start > at && kinds.containsKey(Kind.COUPLE);
            if (start < 0 || !(couple ? reader.readCounted(start) : reader.read(start, bySpace))) {
                return match == 0 ? null : single(at, match, kinds);
            }
            boolean minus = start > at && kinds.containsKey(Kind.MINUS);
            double value = minus ? -reader.value : reader.value;
            value = couple ? value * 2 : value;
            Numeral cardinal = new Numeral(
                    at,
                    reader.to,
                    value,
                    Double.NaN,
                    reader.shape,
                    reader.sum.spelled,
                    reader.sum.scaled,
                    couple,
                    reader.to);
            return tails.finish(cardinal, reader);
        }

        /** Where the number proper begins: after "a" before hundred, "minus", "a couple of" before a scale. -1: nowhere. */
        private int begin(int at, int match, Map<Kind, Double> kinds) {
            int next = at + (match == 0 ? 0 : words.length(match));
            Map<Kind, Double> after = words.kinds(words.at(tokens, next));
            if (kinds.containsKey(Kind.ARTICLE)) {
                boolean goesOn = after.containsKey(Kind.HUNDRED)
                        || after.containsKey(Kind.SCALE)
                        || after.containsKey(Kind.GROUP);
                return goesOn && !"crore".equals(tokens.folded(next)) ? next : -1;
            }
            if (kinds.containsKey(Kind.MINUS)) {
                return next;
            }
            if (kinds.containsKey(Kind.COUPLE)) {
                int number = language == Language.EN && "of".equals(peek(next)) ? next + 1 : next;
                Map<Kind, Double> of = words.kinds(words.at(tokens, number));
                boolean goesOn = of.containsKey(Kind.HUNDRED)
                        || of.containsKey(Kind.SCALE)
                        || of.containsKey(Kind.GROUP)
                        || of.containsKey(Kind.VAGUEGROUP);
                return goesOn ? number : -1;
            }
            return at;
        }

        /** Numbers that begin with a sign: -30, .5, ¾. */
        private @Nullable Numeral sign(int at) {
            int vulgar = tokens.is(at, Tokens.Kind.PUNCT)
                    ? "½⅓⅔¼¾⅕".indexOf(tokens.text().charAt(tokens.start(at)))
                    : -1;
            if (vulgar >= 0) {
                return Numeral.of(at, at + 1, VULGAR[vulgar], Shape.FRACTION, false);
            }
            boolean touches = tokens.is(at + 1, Tokens.Kind.DIGITS) && tokens.joined(at + 1);
            boolean free =
                    at == 0 || !tokens.joined(at) || (tokens.is(at - 1, Tokens.Kind.PUNCT) && !tokens.is(at - 1, '.'));
            boolean minus = touches && free && tokens.is(at, '-') && !tokens.is(at - 1, Tokens.Kind.DIGITS);
            if (!minus || !reader.read(at + 1, true)) {
                return null;
            }
            return new Numeral(
                    at,
                    reader.to,
                    -reader.value,
                    Double.NaN,
                    Shape.CARDINAL,
                    false,
                    reader.sum.scaled,
                    false,
                    reader.to);
        }

        private String peek(int i) {
            return tokens.is(i, Tokens.Kind.WORD) ? tokens.folded(i) : "";
        }

        /** Phrases that are read before cardinals: half a million, one in five, every fifth. */
        private @Nullable Numeral phrase(int at, int match, Map<Kind, Double> kinds) {
            if (kinds.containsKey(Kind.HALF)) {
                return tails.half(at, at + words.length(match));
            }
            if (kinds.containsKey(Kind.EACH)) {
                return tails.each(at, at + words.length(match));
            }
            return null;
        }

        /** "a third of", "by a third": the fraction, not the ordinal. */
        private boolean aPart(int at, int to) {
            boolean article = at > 0 && words.is(tokens, at - 1, Kind.ARTICLE);
            return article && ("of".equals(peek(to)) || (at > 1 && "by".equals(peek(at - 2))));
        }

        /** A numeral of one word or phrase that is no cardinal. */
        private @Nullable Numeral single(int at, int match, Map<Kind, Double> kinds) {
            int to = at + words.length(match);
            if (kinds.containsKey(Kind.TIMES)) {
                return Numeral.of(at, to, kinds.getOrDefault(Kind.TIMES, 1.0), Shape.TIMES, true);
            }
            if (kinds.containsKey(Kind.COUPLE) || kinds.containsKey(Kind.BOTH)) {
                return new Numeral(at, to, 2, Double.NaN, Shape.VAGUE, true, false, true, to);
            }
            if (kinds.containsKey(Kind.ORDINAL) && !(kinds.containsKey(Kind.PART) && aPart(at, to))) {
                return Numeral.of(at, to, kinds.getOrDefault(Kind.ORDINAL, 0.0), Shape.ORDINAL, true);
            }
            if (kinds.containsKey(Kind.PART)) {
                return Numeral.of(at, to, 1 / kinds.getOrDefault(Kind.PART, 1.0), Shape.FRACTION, true);
            }
            if (kinds.containsKey(Kind.VAGUE)) {
                double few = kinds.getOrDefault(Kind.VAGUE, 0.0);
                return Numeral.of(at, to, few == 0 ? Double.NaN : few, Shape.VAGUE, true);
            }
            boolean vague = kinds.containsKey(Kind.VAGUEALONE)
                    || kinds.containsKey(Kind.VAGUESCALE)
                    || kinds.containsKey(Kind.VAGUEGROUP);
            return vague ? Numeral.of(at, to, Double.NaN, Shape.VAGUE, true) : null;
        }
    }
}
