package org.tallywire.ingest.courts.words;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Classes by words: the longest known prefix wins; a row that begins with {@code ...} may stand anywhere in the text and is
 * asked after the prefixes. {@code ...} inside a row stands for any words. Texts are compared as {@link Plain#key}.
 *
 * @param <T> the class
 */
final class KnownWords<T> {
    private record Row<T>(List<String> fragments, boolean anywhere, T value) {
        boolean matches(String text) {
            int at = 0;
            for (String fragment : fragments) {
                int found = text.indexOf(fragment, at);
                if (found < 0 || at == 0 && !anywhere && found > 0) {
                    return false;
                }
                at = found + fragment.length();
            }
            return true;
        }

        int length() {
            return fragments.stream().mapToInt(String::length).sum();
        }
    }

    private static final Pattern GAP = Pattern.compile("\\.\\.\\.");

    private final List<Row<T>> rows;

    /** Rows {@code class TAB words} of a resource. */
    KnownWords(String resource, Function<String, T> type) {
        rows = WordTable.rows(KnownWords.class, resource, 2).stream()
                .map(cells -> row(cells.get(1), type.apply(cells.get(0))))
                .sorted(Comparator.comparing((Row<T> r) -> r.anywhere()).thenComparing(r -> -r.length()))
                .toList();
    }

    private static <T> Row<T> row(String words, T value) {
        boolean anywhere = words.startsWith("...");
        List<String> fragments = GAP.splitAsStream(anywhere ? words.substring(3) : words)
                .map(Plain::key)
                .toList();
        return new Row<>(fragments, anywhere, value);
    }

    /** Null: none of the words is known. */
    @Nullable
    T of(String text) {
        String key = Plain.key(text);
        for (Row<T> row : rows) {
            if (row.matches(key)) {
                return row.value();
            }
        }
        return null;
    }
}
