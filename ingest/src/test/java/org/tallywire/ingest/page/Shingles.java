package org.tallywire.ingest.page;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** F1 over shingles of four words: harmonic mean of precision and recall. */
final class Shingles {
    private Shingles() {}

    static double f1(String expected, String actual) {
        Set<List<String>> wanted = of(expected);
        Set<List<String>> got = of(actual);
        Set<List<String>> both = new HashSet<>(wanted);
        both.retainAll(got);
        return wanted.isEmpty() && got.isEmpty() ? 1 : 2.0 * both.size() / Math.max(1, wanted.size() + got.size());
    }

    private static Set<List<String>> of(String text) {
        List<String> words = new ArrayList<>(List.of(text.strip().split("\\s+")));
        Set<List<String>> shingles = new HashSet<>();
        for (int i = 0; i + 4 <= words.size(); i++) {
            shingles.add(List.copyOf(words.subList(i, i + 4)));
        }
        return shingles;
    }
}
