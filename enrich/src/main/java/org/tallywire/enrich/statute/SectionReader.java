package org.tallywire.enrich.statute;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tallywire.enrich.statute.Label.Kind;
import org.tallywire.enrich.text.Lexicon;
import org.tallywire.enrich.text.Rows;
import org.tallywire.enrich.text.Tokens;
import org.tallywire.enrich.text.Vocabulary;

/**
 * Reads sections of the United States Code ({@code 18 U.S.C. § 1001(a)(2)}, {@code Title 18, United States Code, Section 3500}) and
 * of British acts by title ({@code section 18 of the Terrorism Act 2000}); an act named without a section is cited whole.
 */
final class SectionReader {
    private static final int MOST = 20;
    private static final int TITLES = 54;

    private final Labels labels;
    private final Acts acts;
    private final Lexicon<String> titles;

    SectionReader(Vocabulary vocabulary, Labels labels, Acts acts) {
        this.labels = labels;
        this.acts = acts;
        titles = new Lexicon<>(vocabulary);
        Rows rows = Rows.read(SectionReader.class, "ukacts.tsv");
        for (List<String> row : rows.cells()) {
            rows.forms(row.get(1)).forEach(form -> titles.add(form, row.get(0)));
        }
    }

    /** Reads what begins at token i with this label (null: none), adds its citations, gives the token to go on from; i itself if nothing begins there. */
    int read(Tokens tokens, int i, @Nullable Label label, List<Citation> out) {
        if (tokens.is(i, Tokens.Kind.DIGITS)) {
            int after = acts.after("usc", tokens, i + 1);
            return after == 0 ? i : title(tokens, i, i, comma(tokens, after), out);
        }
        if (label != null && label.kind() == Kind.TITLE && tokens.is(i + 1, Tokens.Kind.DIGITS)) {
            int after = acts.after("usc", tokens, of(tokens, comma(tokens, i + 2)));
            return after == 0 ? i : title(tokens, i, i + 1, comma(tokens, after), out);
        }
        int match = tokens.capital(i) ? titles.match(tokens, i) : 0;
        if (match != 0) {
            return act(tokens, i, match, out);
        }
        return label != null && label.kind() == Kind.SECTION ? sections(tokens, i, out) : i;
    }

    /** Sections behind a title of the code. */
    private int title(Tokens tokens, int first, int number, int from, List<Citation> out) {
        String act = code(tokens, number);
        int at = labels.is(Kind.SECTION, tokens, from) ? labels.after(tokens, from) : from;
        Numbers numbers = Numbers.read(tokens, at, labels, acts);
        if (act.isEmpty() || numbers.texts().isEmpty()) {
            return first;
        }
        numbers.texts().forEach(each -> out.add(Citation.cited(act + "/s" + each, first, numbers.after())));
        return numbers.after();
    }

    private static String code(Tokens tokens, int number) {
        boolean title =
                tokens.end(number) - tokens.start(number) <= 2 && Integer.parseInt(tokens.raw(number)) <= TITLES;
        return title ? "us/usc/t" + Integer.parseInt(tokens.raw(number)) : "";
    }

    /** A British act, and its section if one follows: "Terrorism Act 2000, s 18". */
    private int act(Tokens tokens, int i, int match, List<Citation> out) {
        int after = i + titles.length(match);
        int label = comma(tokens, after);
        Numbers numbers = labels.is(Kind.SECTION, tokens, label)
                ? Numbers.read(tokens, labels.after(tokens, label), labels, acts)
                : Numbers.NONE;
        if (numbers.texts().isEmpty()) {
            out.add(Citation.cited(titles.value(match), i, after));
            return after;
        }
        numbers.texts().forEach(each -> out.add(Citation.cited(titles.value(match) + "/s" + each, i, numbers.after())));
        return numbers.after();
    }

    /** Sections before their act: "section 18 of the Terrorism Act 2000", "Section 1001 of Title 18". */
    private int sections(Tokens tokens, int i, List<Citation> out) {
        Numbers numbers = Numbers.read(tokens, labels.after(tokens, i), labels, acts);
        if (numbers.texts().isEmpty()) {
            return i;
        }
        int at = of(tokens, numbers.after());
        int match = titles.match(tokens, at);
        String act = "";
        int after = at;
        if (match != 0) {
            act = titles.value(match);
            after = at + titles.length(match);
        } else if (labels.is(Kind.TITLE, tokens, at) && tokens.is(at + 1, Tokens.Kind.DIGITS)) {
            act = code(tokens, at + 1);
            int usc = acts.after("usc", tokens, of(tokens, comma(tokens, at + 2)));
            after = usc == 0 ? at + 2 : usc;
        }
        if (act.isEmpty()) {
            return i;
        }
        for (String each : numbers.texts()) {
            out.add(Citation.cited(act + "/s" + each, i, after));
        }
        return after;
    }

    private static int comma(Tokens tokens, int i) {
        return tokens.is(i, ',') ? i + 1 : i;
    }

    /** Passes "of the", "under the", "to the". */
    private int of(Tokens tokens, int i) {
        int j = i;
        while (j < i + 2 && labels.is(Kind.LINK, tokens, j)) {
            j++;
        }
        return j;
    }

    /**
     * Section numbers with what stands in parentheses behind them, as parts of a key: {@code 1001/a/2}.
     *
     * @param texts the numbers
     * @param after the token behind the last one
     */
    private record Numbers(List<String> texts, int after) {
        static final Numbers NONE = new Numbers(List.of(), 0);

        static Numbers read(Tokens tokens, int from, Labels labels, Acts acts) {
            List<String> texts = new ArrayList<>();
            int at = from;
            int after = from;
            while (texts.size() < MOST && tokens.is(at, Tokens.Kind.DIGITS) && acts.after("usc", tokens, at + 1) == 0) {
                boolean range = !texts.isEmpty() && tokens.is(at - 1, '-');
                String last = texts.isEmpty() ? "" : texts.getLast();
                after = one(tokens, at, texts);
                if (range) {
                    fill(last, texts);
                }
                at = after;
                while (tokens.is(at, ',')
                        || tokens.is(at, '&')
                        || tokens.is(at, '-')
                        || labels.is(Kind.LINK, tokens, at)) {
                    at++;
                }
            }
            return new Numbers(texts, after);
        }

        private static int one(Tokens tokens, int i, List<String> texts) {
            StringBuilder text = new StringBuilder(tokens.raw(i));
            int j = i + 1;
            if (tokens.is(j, Tokens.Kind.WORD) && tokens.joined(j) && tokens.end(j) - tokens.start(j) <= 2) {
                text.append(tokens.folded(j++));
            }
            for (int close = close(tokens, j); close > 0; close = close(tokens, j)) {
                text.append('/').append(tokens.text(), tokens.end(j), tokens.start(close));
                j = close + 1;
            }
            texts.add(text.toString().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9/]", ""));
            return j;
        }

        /** The closing sign of a short mark such as (1A) that opens at token j; 0 if none opens there. */
        private static int close(Tokens tokens, int j) {
            if (!tokens.is(j, '(')) {
                return 0;
            }
            int close = tokens.is(j + 2, ')') ? j + 2 : tokens.is(j + 3, ')') && tokens.joined(j + 2) ? j + 3 : 0;
            return close > 0 && tokens.start(close) - tokens.end(j) <= 4 && tokens.joined(close) ? close : 0;
        }

        /** Puts the numbers between two ends of a short range before the last one. */
        private static void fill(String from, List<String> texts) {
            String to = texts.getLast();
            if (from.chars().allMatch(Character::isDigit)
                    && to.chars().allMatch(Character::isDigit)
                    && from.length() < 6
                    && to.length() < 6) {
                int end = Integer.parseInt(to);
                int at = texts.size() - 1;
                for (int n = end - 1; n > Integer.parseInt(from) && end - n < MOST; n--) {
                    texts.add(at, String.valueOf(n));
                }
            }
        }
    }
}
