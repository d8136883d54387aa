package org.tallywire.enrich.period;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tallywire.enrich.text.Language;
import org.tallywire.enrich.text.Lexicon;
import org.tallywire.enrich.text.Rows;
import org.tallywire.enrich.text.Tokens;
import org.tallywire.enrich.text.Vocabulary;

/** The words of time of one language, from {@code periods-<language>.tsv}, and the days that texts count from, from {@code anchors.tsv}. */
public final class TimeWords {
    /** Kinds of words of time; the data files explain them. */
    enum Kind {
        MONTH,
        SEASON,
        WEEKDAY,
        UNIT,
        YEARWORD,
        FILLER,
        SINCE,
        START,
        SOFAR,
        BY,
        DAYTIME,
        YEARSINCE,
        IN,
        BETWEEN,
        FROM,
        TO,
        AND,
        EARLY,
        MID,
        LATE,
        THIS,
        LAST,
        PAST,
        THAT,
        FIRST,
        SAME,
        RATE,
        VAGUE,
        RELATIVE,
        EARLIER,
        NOW,
        QUARTER,
        HALF,
        ROMAN,
        OF
    }

    /** A word or phrase of one kind at some token. */
    record Word(String value, int to) {}

    /** A day that texts count from. */
    record Anchor(LocalDate day, String jurisdiction) {}

    private final Lexicon<Map<Kind, String>> words;
    private final Lexicon<List<Anchor>> anchors;
    /** By word number: a bit for each kind of phrase that begins with the word. */
    private long[] beginnings = new long[1024];

    public TimeWords(Language language, Vocabulary vocabulary) {
        words = new Lexicon<>(vocabulary);
        anchors = new Lexicon<>(vocabulary);
        Rows rows = Rows.read(TimeWords.class, "periods-" + language.tag() + ".tsv");
        for (List<String> row : rows.cells()) {
            Kind kind = Kind.valueOf(row.get(0).toUpperCase(Locale.ROOT));
            for (String form : rows.forms(row.get(2))) {
                Map<Kind, String> known = words.get(form);
                if (known == null) {
                    known = new EnumMap<>(Kind.class);
                    words.add(form, known);
                }
                known.putIfAbsent(kind, row.get(1));
                begins(words.firstWord(form), kind);
            }
        }
        Rows days = Rows.read(TimeWords.class, "anchors.tsv");
        for (List<String> row : days.cells()) {
            for (String form : days.forms(row.get(3))) {
                List<Anchor> known = anchors.get(form);
                if (known == null) {
                    known = new ArrayList<>();
                    anchors.add(form, known);
                }
                known.add(new Anchor(LocalDate.parse(row.get(1)), row.get(2)));
            }
        }
    }

    /** The longest phrase of this kind that begins at token i; null if there is none. */
    @Nullable
    Word at(Tokens tokens, int i, Kind kind) {
        int word = tokens.word(i);
        if (word == 0 || word >= beginnings.length || (beginnings[word] >>> kind.ordinal() & 1) == 0) {
            return null;
        }
        int match = words.match(tokens, i, known -> known.containsKey(kind));
        String value = match == 0 ? null : words.value(match).get(kind);
        return value == null ? null : new Word(value, i + words.length(match));
    }

    private void begins(int word, Kind kind) {
        if (word >= beginnings.length) {
            beginnings = Arrays.copyOf(beginnings, word * 2);
        }
        beginnings[word] |= 1L << kind.ordinal();
    }

    /** True if a phrase of time or an anchor may begin at token i. */
    boolean any(Tokens tokens, int i) {
        return possible(tokens, i) || anchors.begins(tokens, i);
    }

    /** True if a phrase of time may begin at token i. */
    boolean possible(Tokens tokens, int i) {
        int word = tokens.word(i);
        return word < beginnings.length && beginnings[word] != 0;
    }

    /** The anchor that begins at token i for a text about this jurisdiction ("ru", "ua"); null if there is none. */
    @Nullable
    Point anchor(Tokens tokens, int i, String jurisdiction) {
        int match = anchors.match(tokens, i);
        if (match == 0) {
            return null;
        }
        for (Anchor anchor : anchors.value(match)) {
            if (anchor.jurisdiction().equals("any") || anchor.jurisdiction().equals(jurisdiction)) {
                LocalDate day = anchor.day();
                return new Point(
                        i + anchors.length(match), day, day.plusDays(1), Period.Grain.ANCHOR, true, day.getYear());
            }
        }
        return null;
    }

    /** The token at i or behind the words that may stand before a unit and say nothing. */
    int skip(Tokens tokens, int i) {
        Word filler = at(tokens, i, Kind.FILLER);
        return filler == null ? i : skip(tokens, filler.to());
    }
}
