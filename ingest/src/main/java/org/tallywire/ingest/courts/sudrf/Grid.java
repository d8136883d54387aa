package org.tallywire.ingest.courts.sudrf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.tallywire.ingest.courts.words.Plain;

/**
 * A table of a page: its own rows, without those of tables inside it.
 *
 * @param heading text of a first row with one cell, upper case; empty: it has none
 * @param rows the other rows, cells in order
 */
record Grid(String heading, List<List<Element>> rows) {
    static Grid of(Element table) {
        List<List<Element>> rows = new ArrayList<>();
        Map<Integer, Merged> merged = new HashMap<>();
        String heading = "";
        for (Element row : table.select("tr")) {
            if (row.closest("table") != table) {
                continue;
            }
            List<Element> own = row.children().stream()
                    .filter(cell ->
                            cell.normalName().equals("td") || cell.normalName().equals("th"))
                    .toList();
            if (rows.isEmpty() && own.size() == 1 && merged.isEmpty() && heading.isEmpty()) {
                heading = Plain.key(own.getFirst().text());
            } else if (!own.isEmpty() && !isLayout(own)) {
                rows.add(cells(own, merged));
            }
        }
        return new Grid(heading, rows);
    }

    /** A cell that reaches down into rows below its own. */
    private record Merged(Element cell, int rows) {}

    /** One cell alone, over all columns or empty: a pager, a subtitle, a blank line. */
    private static boolean isLayout(List<Element> cells) {
        return cells.size() == 1
                && (span(cells.getFirst(), "colspan") > 1
                        || Plain.text(cells.getFirst().text()).isEmpty());
    }

    /** Cells by column: one that is merged over columns or rows stands in each of them. */
    private static List<Element> cells(List<Element> own, Map<Integer, Merged> merged) {
        List<Element> cells = new ArrayList<>();
        Iterator<Element> next = own.iterator();
        while (next.hasNext() || merged.containsKey(cells.size())) {
            Merged above = merged.remove(cells.size());
            Element cell = above == null ? next.next() : above.cell();
            int rows = above == null ? span(cell, "rowspan") : above.rows();
            int columns = above == null ? span(cell, "colspan") : 1;
            for (int i = 0; i < columns; i++) {
                if (rows > 1) {
                    merged.put(cells.size(), new Merged(cell, rows - 1));
                }
                cells.add(cell);
            }
        }
        return cells;
    }

    private static int span(Element cell, String attribute) {
        String digits = cell.attr(attribute).strip();
        return digits.matches("\\d{1,2}") ? Math.max(1, Integer.parseInt(digits)) : 1;
    }

    /** Cells of the first row, lower case; the columns are found by them. */
    List<String> columns() {
        return rows.isEmpty()
                ? List.of()
                : rows.getFirst().stream().map(Grid::label).toList();
    }

    /** Rows under the first one. */
    List<List<Element>> body() {
        return rows.size() < 2 ? List.of() : rows.subList(1, rows.size());
    }

    /** Number of the first column whose heading holds one of the words and none of the others; -1: there is none. */
    int column(List<String> words, List<String> others) {
        List<String> columns = columns();
        for (int i = 0; i < columns.size(); i++) {
            String column = columns.get(i);
            if (words.stream().anyMatch(column::contains) && others.stream().noneMatch(column::contains)) {
                return i;
            }
        }
        return -1;
    }

    static String cell(List<Element> row, int column) {
        return column < 0 || column >= row.size()
                ? ""
                : Plain.text(row.get(column).text());
    }

    /** Text of a heading or label, lower case; a cell of the page's layout, with a table inside, is none. */
    static String label(Element cell) {
        return cell.selectFirst("table") != null
                ? ""
                : Plain.text(cell.text()).toLowerCase(Locale.ROOT).replace('ё', 'е');
    }
}
