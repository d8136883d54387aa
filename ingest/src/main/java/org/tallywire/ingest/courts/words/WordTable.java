package org.tallywire.ingest.courts.words;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** Know-how kept as rows: a tab-separated resource beside a class; lines that begin with {@code #} and blank lines are remarks. */
public final class WordTable {
    private static final Pattern TAB = Pattern.compile("\t+");

    private WordTable() {}

    /**
     * Rows of a resource, in file order; each has at least {@code columns} cells, missing ones empty.
     *
     * @throws IllegalStateException if the resource is missing, which is a broken build
     */
    public static List<List<String>> rows(Class<?> beside, String name, int columns) {
        return lines(beside, name).stream().map(line -> cells(line, columns)).toList();
    }

    /** Lines of a resource without remarks. */
    static List<String> lines(Class<?> beside, String name) {
        try (InputStream in = beside.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + name + " beside " + beside.getName());
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> cells(String line, int columns) {
        List<String> cells = new java.util.ArrayList<>(
                TAB.splitAsStream(line).map(String::strip).toList());
        while (cells.size() < columns) {
            cells.add("");
        }
        return List.copyOf(cells);
    }
}
