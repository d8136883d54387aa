package org.tallywire.enrich.statute;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tallywire.enrich.statute.Label.Kind;
import org.tallywire.enrich.text.Lexicon;
import org.tallywire.enrich.text.Rows;
import org.tallywire.enrich.text.Tokens;
import org.tallywire.enrich.text.Vocabulary;

/**
 * Reads decrees and laws by number: {@code Указ № 647 от 21.09.2022}, {@code Decree No. 647}, {@code № 53-ФЗ}. A number without a
 * date restarts every year, so it resolves only if {@code numbered.tsv} lists it and the sentence names its topic or month;
 * otherwise the key ends in {@code @?}.
 */
final class NumberedReader {
    private static final int REACH = 14;
    private static final int BEHIND = 12;
    private static final int CONTEXT = 40;
    private static final int LONGEST = 5;

    private final Labels labels;
    private final Dates dates;
    private final Lexicon<Set<String>> topics;
    private final Set<String> known = new HashSet<>();

    NumberedReader(Vocabulary vocabulary, Labels labels) {
        this.labels = labels;
        dates = new Dates(labels);
        topics = new Lexicon<>(vocabulary);
        Rows rows = Rows.read(NumberedReader.class, "numbered.tsv");
        for (List<String> row : rows.cells()) {
            known.add(row.get(0));
            for (String form : rows.forms(row.get(1))) {
                Set<String> keys = topics.get(form);
                keys = keys == null ? new HashSet<>() : keys;
                keys.add(row.get(0));
                topics.add(form, keys);
            }
        }
    }

    /** The act that begins at token i with this label (null: none); null if none does. */
    @Nullable
    Citation read(Reading reading, int i, @Nullable Label label) {
        Tokens tokens = reading.tokens();
        if (label == null) {
            int after = tokens.is(i, Tokens.Kind.DIGITS) ? lawAfter(tokens, i) : 0;
            return after == 0 ? null : law(reading, i, after, i);
        }
        return switch (label.kind()) {
            case DECREE -> decree(reading, i);
            case ORDER -> order(tokens, i);
            case FZ -> named(reading, i);
            default -> null;
        };
    }

    /** The token behind "53-ФЗ" whose number is token i; 0 if it is no such number. */
    private int lawAfter(Tokens tokens, int i) {
        boolean law = tokens.is(i + 1, '-') && labels.is(Kind.FZ, tokens, i + 2);
        return law ? i + 3 : 0;
    }

    /** "ФЗ-53", "ФЗ № 53". */
    private @Nullable Citation named(Reading reading, int i) {
        int number = number(reading.tokens(), i + 1);
        return number < 0 ? null : law(reading, i, number + 1, number);
    }

    private Citation law(Reading reading, int first, int after, int number) {
        Tokens tokens = reading.tokens();
        LocalDate date = dates.first(tokens, first - REACH, after + BEHIND);
        String text = tokens.raw(number);
        int start = labels.is(Kind.NUMBER, tokens, first - 1) ? first - 1 : first;
        return Citation.cited(key(reading, "ru/fz", text, date, first), start, after);
    }

    private @Nullable Citation order(Tokens tokens, int i) {
        int number = number(tokens, i + labels.length(tokens, i));
        return number < 0 ? null : Citation.cited("us/eo/" + tokens.raw(number), i, number + 1);
    }

    private @Nullable Citation decree(Reading reading, int i) {
        Tokens tokens = reading.tokens();
        int to = Math.min(i + REACH, tokens.sentenceEnd(tokens.sentence(i)));
        for (int j = i + 1; j < to; j++) {
            boolean marked = labels.is(Kind.NUMBER, tokens, j);
            if (labels.is(Kind.DECREE, tokens, j) || labels.is(Kind.ARTICLE, tokens, j)) {
                return null;
            }
            int number = marked || j == i + 1 ? number(tokens, j) : -1;
            if (number > 0) {
                return decree(reading, i, number);
            }
        }
        return null;
    }

    private Citation decree(Reading reading, int i, int number) {
        Tokens tokens = reading.tokens();
        String text = tokens.raw(number);
        boolean yeared = tokens.is(number + 1, '/')
                && tokens.is(number + 2, Tokens.Kind.DIGITS)
                && tokens.end(number + 2) - tokens.start(number + 2) == 4;
        if (yeared) {
            return Citation.cited("ua/decree/" + tokens.raw(number + 2) + '/' + text, i, number + 3);
        }
        String state = Jurisdiction.state(reading, i, "", each -> knows(each, text) ? 1 : 0);
        LocalDate date = dates.first(tokens, i, Math.min(number + BEHIND, tokens.sentenceEnd(tokens.sentence(i))));
        String act = (state.isEmpty() ? "?" : state) + "/decree";
        return Citation.cited(key(reading, act, text, date, i), i, number + 1);
    }

    private boolean knows(String state, String number) {
        return known.stream().anyMatch(key -> key.startsWith(state + "/decree/") && key.endsWith("/" + number));
    }

    /** The number's token at i, or behind the number sign at i; -1 if there is none. */
    private int number(Tokens tokens, int i) {
        int at = tokens.is(i, '-') ? i + 1 : i;
        at = labels.is(Kind.NUMBER, tokens, at) ? labels.after(tokens, at) : at;
        return tokens.is(at, Tokens.Kind.DIGITS) && tokens.end(at) - tokens.start(at) <= LONGEST ? at : -1;
    }

    private String key(Reading reading, String act, String number, @Nullable LocalDate date, int token) {
        if (date != null) {
            return act + '/' + date + '/' + number;
        }
        for (String key : known) {
            boolean same = act.startsWith("?") ? key.contains(act.substring(1) + "/") : key.startsWith(act + "/");
            if (same && key.endsWith("/" + number) && fits(reading.tokens(), key, token)) {
                return key;
            }
        }
        return act + '/' + number.toLowerCase(Locale.ROOT) + "@?";
    }

    /** True if the sentence names the act's topic, or its month and year. */
    private boolean fits(Tokens tokens, String key, int token) {
        int sentence = tokens.sentence(token);
        int from = Math.max(tokens.sentenceStart(sentence), token - CONTEXT);
        int to = Math.min(tokens.sentenceEnd(sentence), token + CONTEXT);
        for (int i = from; i < to; i++) {
            int match = topics.match(tokens, i);
            if (match != 0 && topics.value(match).contains(key)) {
                return true;
            }
        }
        YearMonth month = dates.month(tokens, from, to);
        return month != null && key.contains("/" + month + "-");
    }
}
