package org.tallywire.aggregate.sink;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A table and how it is written.
 *
 * @param name table name
 * @param columns all columns, the keys first
 * @param keys number of key columns; the first is the record's key
 */
record Table(String name, List<String> columns, int keys) {
    /** A table of columns separated by blanks. */
    static Table of(String name, int keys, String columns) {
        return new Table(name, List.of(columns.split(" ")), keys);
    }

    /** Makes the place where rows arrive; it lives as long as the connection and is empty after each transaction. */
    String arrivals() {
        return "create temporary table incoming_%s (like %s) on commit delete rows".formatted(name, name);
    }

    /** Takes rows in. */
    String copy() {
        return "copy incoming_%s (%s) from stdin".formatted(name, String.join(", ", columns));
    }

    /** Writes the rows that have arrived, or writes them over. */
    String merge() {
        String names = String.join(", ", columns);
        String sets = columns.subList(keys, columns.size()).stream()
                .map(column -> column + " = excluded." + column)
                .collect(Collectors.joining(", "));
        return "insert into %s (%s) select %s from incoming_%s on conflict (%s) do update set %s"
                .formatted(name, names, names, name, String.join(", ", columns.subList(0, keys)), sets);
    }

    /** Takes away all rows of the keys in one array. */
    String delete() {
        return "delete from %s where key = any(?)".formatted(name);
    }
}
