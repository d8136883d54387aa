package org.tallywire.enrich.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The rows of a data file beside a class: cells parted by tabs, {@code #} lines are comments, a line {@code @adj = ый,ого,ых} names
 * endings for {@link Notation}.
 *
 * @param cells the rows, each with its cells stripped of outer spaces
 * @param endings endings by name, the at sign included
 */
public record Rows(List<List<String>> cells, Map<String, String> endings) {
    /** Reads a resource; a missing one is a broken build and stops the program. */
    public static Rows read(Class<?> beside, String name) {
        try (InputStream in = beside.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no data file " + name + " beside " + beside.getName());
            }
            return parse(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException("data file " + name, e);
        }
    }

    private static Rows parse(BufferedReader reader) throws IOException {
        List<List<String>> cells = new ArrayList<>();
        Map<String, String> endings = new LinkedHashMap<>();
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            if (line.startsWith("@")) {
                int equals = line.indexOf('=');
                endings.put(
                        line.substring(0, equals).strip(),
                        line.substring(equals + 1).strip());
            } else if (!line.isBlank() && !line.startsWith("#")) {
                cells.add(List.of(line.split("\t", -1)).stream()
                        .map(String::strip)
                        .toList());
            }
        }
        return new Rows(List.copyOf(cells), endings);
    }

    /** All forms of a cell of these rows. */
    public List<String> forms(String cell) {
        return Notation.forms(cell, endings);
    }
}
