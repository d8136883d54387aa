package org.tallywire.enrich.statute;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tallywire.enrich.text.Rows;

/** All statutes that the project can name, by key; read from {@code statutes.tsv}. */
public final class StatuteRegistry {
    private final Map<String, Statute> byKey = new TreeMap<>();

    private StatuteRegistry() {
        for (List<String> row : Rows.read(StatuteRegistry.class, "statutes.tsv").cells()) {
            Set<String> parts =
                    row.get(3).isEmpty() ? Set.of() : Set.of(row.get(3).split(" "));
            Statute statute = new Statute(
                    row.get(0), date(row.get(1)), date(row.get(2)), parts, row.get(4), row.get(5), row.get(6));
            if (byKey.put(statute.key(), statute) != null) {
                throw new IllegalStateException("two rows for " + statute.key());
            }
        }
    }

    private static @Nullable LocalDate date(String text) {
        return text.isEmpty() ? null : LocalDate.parse(text);
    }

    /** The registry as it stands in the data file. */
    public static StatuteRegistry load() {
        return new StatuteRegistry();
    }

    /** All rows, by key. */
    public List<Statute> all() {
        return List.copyOf(byKey.values());
    }

    /** The row of a key, or of the nearest key above it (a part's article); null if neither is known. */
    public @Nullable Statute find(String key) {
        for (String each = key; each.indexOf('/') > 0; each = each.substring(0, each.lastIndexOf('/'))) {
            Statute statute = byKey.get(each);
            if (statute != null) {
                return statute;
            }
        }
        return null;
    }

    /** True if there is a row for exactly this key. */
    public boolean knows(String key) {
        return byKey.containsKey(key);
    }

    /** True if it holds a code of this state that is divided into articles; the United States and Britain cite sections. */
    public boolean hasArticles(String state) {
        return !state.isEmpty()
                && byKey.keySet().stream().anyMatch(key -> key.startsWith(state + "/") && key.contains("/a"));
    }
}
