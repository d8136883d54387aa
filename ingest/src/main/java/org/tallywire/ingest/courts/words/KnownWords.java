package org.tallywire.ingest.courts.words;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Classes by words: the longest known prefix wins; a row that begins with {@code ...} may stand anywhere in the text and is
 * asked after the prefixes. Texts are compared as {@link Plain#key}.
 *
 * @param <T> the class
 */
final class KnownWords<T> {
    private record Row<T>(String key, boolean anywhere, T value) {
        boolean matches(String text) {
            return anywhere ? text.contains(key) : text.startsWith(key);
        }
    }

    private final List<Row<T>> rows;

    /** Rows {@code class TAB words} of a resource. */
    KnownWords(String resource, Function<String, T> type) {
        rows = WordTable.rows(KnownWords.class, resource, 2).stream()
                .map(cells -> row(cells.get(1), type.apply(cells.get(0))))
                .sorted(Comparator.comparing((Row<T> r) -> r.anywhere())
                        .thenComparing(r -> -r.key().length()))
                .toList();
    }

    private static <T> Row<T> row(String words, T value) {
        boolean anywhere = words.startsWith("...");
        return new Row<>(Plain.key(anywhere ? words.substring(3) : words), anywhere, value);
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
