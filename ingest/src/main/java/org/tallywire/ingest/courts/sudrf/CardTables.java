package org.tallywire.ingest.courts.sudrf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.tallywire.ingest.courts.words.Plain;

/**
 * The tables of a card by what they hold. Panels come in any order and number, so a table is known by its headings and
 * labels; generation B names its panels by id, where a table has no heading of its own.
 *
 * @param facts cells of the case's own table by label, lower case; empty: the page has no such table
 * @param events movement and hearings
 * @param persons defendants with their charges and results
 * @param sides parties by role
 * @param appeals complaints against the decision
 */
record CardTables(
        Map<String, Element> facts, List<Grid> events, List<Grid> persons, List<Grid> sides, List<Grid> appeals) {
    private static final Set<String> FACT_LABELS = Set.of(
            "уникальный идентификатор дела",
            "дата поступления",
            "дата рассмотрения",
            "результат рассмотрения",
            "признак рассмотрения дела",
            "категория дела",
            "номер по предыдущей регистрации",
            "номер протокола об ап",
            "начало течения срока рассмотрения дела");

    static CardTables of(Document page) {
        CardTables tables = new CardTables(
                new HashMap<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        page.select("table").forEach(tables::take);
        return tables;
    }

    private void take(Element table) {
        Grid grid = Grid.of(table);
        if (grid.rows().isEmpty()) {
            return;
        }
        if (grid.column(List.of("наименование события"), List.of()) >= 0) {
            events.add(grid);
        } else if (grid.column(List.of("вид лица", "процессуальный статус"), List.of()) >= 0) {
            sides.add(grid);
        } else if (grid.column(List.of("перечень статей", "результат в отношении лица"), List.of()) >= 0) {
            persons.add(grid);
        } else if (grid.columns().contains("событие")) {
            appeals.add(grid);
        } else if (isCase(grid, table)) {
            grid.rows().stream().filter(row -> row.size() >= 2).forEach(this::fact);
        }
    }

    private void fact(List<Element> row) {
        facts.putIfAbsent(Grid.label(row.get(0)).replaceAll("\\s*:$", ""), row.get(1));
    }

    /** A table of labels and values that speaks of the case itself, not of a lower court or a writ. */
    private static boolean isCase(Grid grid, Element table) {
        String heading = grid.heading();
        boolean other = heading.contains("НИЖЕСТОЯЩ")
                || heading.contains("ИСПОЛНИТЕЛЬН")
                || heading.contains("ЖАЛОБ")
                || heading.contains("ОБЖАЛОВАН");
        if (other || !table.parents().select("[id^=tab_content_]").isEmpty() && !inCasePanel(table)) {
            return false;
        }
        return grid.rows().stream().anyMatch(row -> row.size() >= 2 && FACT_LABELS.contains(Grid.label(row.get(0))));
    }

    private static boolean inCasePanel(Element table) {
        return table.parents().stream().anyMatch(parent -> parent.id().equals("tab_content_Case"));
    }

    /** Text of the first label that the case's table has; empty: none of them. */
    String fact(String... labels) {
        for (String label : labels) {
            Element cell = facts.get(label);
            if (cell != null) {
                return Plain.text(cell.text());
            }
        }
        return "";
    }
}
