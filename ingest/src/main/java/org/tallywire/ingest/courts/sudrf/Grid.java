package org.tallywire.ingest.courts.sudrf;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
        String heading = "";
        for (Element row : table.select("tr")) {
            if (row.closest("table") != table) {
                continue;
            }
            List<Element> cells = row.children().stream()
                    .filter(cell ->
                            cell.normalName().equals("td") || cell.normalName().equals("th"))
                    .toList();
            if (rows.isEmpty() && cells.size() == 1 && heading.isEmpty()) {
                heading = Plain.key(cells.getFirst().text());
            } else if (!cells.isEmpty()) {
                rows.add(cells);
            }
        }
        return new Grid(heading, rows);
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
