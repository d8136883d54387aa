package org.tallywire.ingest.courts.words;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The vocabulary of courts. Raw words leave a reader only through it: a word that is not in
 * {@code public-words-en.txt} or {@code public-words-ru.txt} could be somebody's name and is written as {@code …}.
 * English words are whole (a plural -s is allowed), Russian and Ukrainian rows are stems that take an inflection ending.
 */
public final class PublicWords {
    /** Stands where a word was masked. */
    public static final String MASK = "…";

    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{M}'’ʼ]*");
    private static final Pattern DIGIT = Pattern.compile("\\p{Nd}");
    private static final Pattern INITIALS = Pattern.compile("(?<!\\p{L})\\p{Lu}\\.(\\s?\\p{Lu}\\.)*(?!\\p{L})");
    /** Endings of surnames and patronymics: a capitalised word with one must stand in the file as it is. */
    private static final Pattern SURNAME =
            Pattern.compile("(ов|ев|ин|ын|ова|ева|ина|ына|ову|ину|овым|иным|ко|ук|юк|ян|дзе|швили|вич|вна|вны)$");

    private static final Set<String> ENGLISH = words("public-words-en.txt");
    private static final Set<String> STEMS = words("public-words-ru.txt");
    private static final Set<String> TABLES =
            tables("outcomes.tsv", "events.tsv", "docket-events.tsv", "docket-outcomes.tsv");
    private static final Set<String> ENDINGS = words("endings-ru.txt");
    private static final int LONGEST_ENDING = 6;

    private PublicWords() {}

    /** The text with every word masked that is not public; runs of masks shrink to one. */
    public static String mask(String text) {
        String bare = INITIALS.matcher(Plain.text(text)).replaceAll(MASK);
        String masked = WORD.matcher(bare).replaceAll(PublicWords::word);
        return masked.replaceAll("…([\\s.,]*…)+", MASK).strip();
    }

    /** A failure sample: masked words, and {@code #} for every digit, so that dates of birth and phones are gone too. */
    public static String sample(String text) {
        String cut = text.length() > 2000 ? text.substring(0, 2000) : text;
        return DIGIT.matcher(mask(cut)).replaceAll("#");
    }

    /** True if the vocabulary has every word. */
    public static boolean all(String text) {
        return !mask(text).contains(MASK);
    }

    private static String word(MatchResult match) {
        return isPublic(match.group()) ? match.group() : MASK;
    }

    static boolean isPublic(String word) {
        String lower = word.toLowerCase(Locale.ROOT).replace('ё', 'е').replaceAll("['’ʼ]s?$", "");
        if (ENGLISH.contains(lower) || TABLES.contains(lower)) {
            return true;
        }
        if (lower.endsWith("s") && ENGLISH.contains(lower.substring(0, lower.length() - 1)) || STEMS.contains(lower)) {
            return true;
        }
        boolean nameLike =
                Character.isUpperCase(word.charAt(0)) && SURNAME.matcher(lower).find();
        return !nameLike && isStem(lower);
    }

    private static boolean isStem(String word) {
        for (int cut = word.length() - 1; cut >= Math.max(3, word.length() - LONGEST_ENDING); cut--) {
            if (STEMS.contains(word.substring(0, cut)) && ENDINGS.contains(word.substring(cut))) {
                return true;
            }
        }
        return false;
    }

    /** Words of outcomes and events that the tables know are public by that. */
    private static Set<String> tables(String... resources) {
        Set<String> words = new HashSet<>();
        for (String resource : resources) {
            for (List<String> row : WordTable.rows(PublicWords.class, resource, 2)) {
                WORD.matcher(row.get(1).toLowerCase(Locale.ROOT).replace('ё', 'е'))
                        .results()
                        .forEach(word -> words.add(word.group()));
            }
        }
        return Set.copyOf(words);
    }

    private static Set<String> words(String resource) {
        Set<String> words = new HashSet<>();
        for (String line : WordTable.lines(PublicWords.class, resource)) {
            words.addAll(List.of(line.toLowerCase(Locale.ROOT).strip().split("\\s+")));
        }
        return Set.copyOf(words);
    }
}
