package org.tallywire.ingest.courts.charges;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tallywire.avro.ChargeStage;
import org.tallywire.ingest.courts.words.Plain;
import org.tallywire.ingest.courts.words.WordTable;

/** Codes by their words, and what the general part of a code does to a charge. */
final class Codes {
    /** An act that nobody named. */
    static final String UNKNOWN = "?";

    private static final List<List<String>> ROWS = WordTable.rows(Codes.class, "codes.tsv", 2);
    private static final Map<String, String> ACTS = acts();
    private static final List<List<String>> GENERAL = WordTable.rows(Codes.class, "general-part.tsv", 4);

    /** Alternation of all words, longest first; one group. */
    static final String WORDS = ROWS.stream()
            .map(row -> row.get(1))
            .sorted((a, b) -> b.length() - a.length())
            .map(words -> Pattern.quote(words).replace(" ", "\\E\\s+\\Q"))
            .collect(Collectors.joining("|", "(?<![\\p{L}])(", ")(?!\\p{L})"));

    private Codes() {}

    /** Act of the words that {@link #WORDS} found. */
    static String act(String words) {
        return ACTS.getOrDefault(Plain.key(words), UNKNOWN);
    }

    /** How we write a code; empty for one without words. */
    static String words(String act) {
        return ROWS.stream()
                .filter(row -> row.get(0).equals(act))
                .map(row -> row.get(1))
                .findFirst()
                .orElse("");
    }

    /** Stage that an article of the general part gives to the charge behind it; UNKNOWN: it gives none. */
    static ChargeStage stage(String act, String article, String part) {
        for (List<String> row : GENERAL) {
            boolean same = row.get(0).equals(act) && row.get(1).equals(article);
            if (same
                    && !row.get(3).equals("SPECIAL")
                    && (row.get(2).equals("-") || row.get(2).equals(part))) {
                return ChargeStage.valueOf(row.get(3));
            }
        }
        return ChargeStage.UNKNOWN;
    }

    /** True for an article that defines no offence. */
    static boolean general(String act, String article) {
        int number = Integer.parseInt(article.replaceAll("\\D.*", ""));
        return GENERAL.stream()
                .anyMatch(row -> row.get(3).equals("SPECIAL")
                        && row.get(0).equals(act)
                        && number < Integer.parseInt(row.get(1)));
    }

    /** True for codes of procedure: an article of them inside a charge is cited, nobody is charged with it. */
    static boolean procedure(String act) {
        return List.of("ru/upk", "ru/kas", "ru/gpk", "ru/gk", "ru/uik", "ua/kpk")
                .contains(act);
    }

    private static Map<String, String> acts() {
        Map<String, String> acts = new LinkedHashMap<>();
        ROWS.forEach(row -> acts.putIfAbsent(Plain.key(row.get(1)), row.get(0)));
        return Map.copyOf(acts);
    }
}
