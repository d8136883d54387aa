package org.tallywire.ingest.courts.sudrf;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.tallywire.avro.Charge;
import org.tallywire.avro.DefendantResult;
import org.tallywire.avro.Party;
import org.tallywire.ingest.courts.cases.PartyCounts;
import org.tallywire.ingest.courts.charges.ChargeGrammar;
import org.tallywire.ingest.courts.words.Outcomes;
import org.tallywire.ingest.courts.words.PublicWords;

/** The persons of a card: how many hold which role, what each defendant is charged with and how it ended for each. */
record CardPersons(List<Party> parties, List<Charge> charges, List<DefendantResult> results) {
    static CardPersons of(CardTables tables, Register register) {
        PartyCounts parties = new PartyCounts();
        List<Charge> charges = new ArrayList<>();
        List<DefendantResult> results = new ArrayList<>();
        int defendants = 0;
        for (Grid grid : tables.persons()) {
            Element above = null;
            for (List<Element> row : grid.body()) {
                int column = nameColumn(grid);
                String name = Grid.cell(row, column);
                String articles = articles(grid, row);
                Element cell = column < 0 || column >= row.size() ? null : row.get(column);
                if (!name.isEmpty() || !articles.isEmpty()) {
                    boolean same = cell != null && cell == above;
                    above = cell;
                    defendants += same ? 0 : 1;
                    parties.add(Persons.DEFENDANT, same ? 0 : 1, Persons.hidden(name));
                    charges.addAll(ChargeGrammar.charges(articles, register.act(), defendants));
                    if (!same) {
                        result(grid, row, defendants, results);
                    }
                }
            }
        }
        sides(tables, register, defendants, parties, charges);
        return new CardPersons(parties.list(), List.copyOf(charges), List.copyOf(results));
    }

    private static void sides(
            CardTables tables, Register register, int known, PartyCounts parties, List<Charge> charges) {
        int defendants = known;
        for (Grid grid : tables.sides()) {
            int roleColumn = grid.column(List.of("вид лица", "процессуальный статус"), List.of());
            for (List<Element> row : grid.body()) {
                String words = Grid.cell(row, roleColumn);
                String role = Persons.role(words);
                boolean charged = role.equals(Persons.DEFENDANT);
                if (words.isEmpty() || charged && known > 0) {
                    continue;
                }
                defendants += charged ? 1 : 0;
                parties.add(role, 1, Persons.hidden(Grid.cell(row, nameColumn(grid))));
                if (charged) {
                    charges.addAll(ChargeGrammar.charges(articles(grid, row), register.act(), defendants));
                }
            }
        }
    }

    private static void result(Grid grid, List<Element> row, int defendant, List<DefendantResult> results) {
        String words = Grid.cell(row, grid.column(List.of("результат в отношении лица"), List.of("дата")));
        String day = Grid.cell(row, grid.column(List.of("дата рассмотрения"), List.of()));
        if (!words.isEmpty() || !day.isEmpty()) {
            results.add(DefendantResult.newBuilder()
                    .setDefendant(defendant)
                    .setDecided(RegisterDay.of(day))
                    .setOutcomeRaw(PublicWords.mask(words))
                    .setOutcome(Outcomes.of(words))
                    .build());
        }
    }

    private static String articles(Grid grid, List<Element> row) {
        return Grid.cell(row, grid.column(List.of("перечень статей"), List.of()));
    }

    private static int nameColumn(Grid grid) {
        return grid.column(List.of("фамилия", "лицо, участвующее", "наименование"), List.of("вид лица", "события"));
    }
}
