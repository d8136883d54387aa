package org.tallywire.ingest.courts.sudrf;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.CourtRecord;
import org.tallywire.avro.Failure;
import org.tallywire.avro.Outcome;
import org.tallywire.avro.UidCheck;
import org.tallywire.ingest.courts.cases.CaseStages;
import org.tallywire.ingest.courts.cases.CourtFailures;
import org.tallywire.ingest.courts.words.Outcomes;
import org.tallywire.ingest.courts.words.Plain;
import org.tallywire.ingest.courts.words.PublicWords;

/**
 * A page of search results of either generation: the table whose headings name a case number and a day of filing, and the
 * counter. Without both there is no list.
 *
 * @param total rows that the search found
 * @param from number of the first row of this page
 * @param to number of the last one
 */
record ListPage(Grid grid, int total, int from, int to) {
    private static final String PARSER = "sudrf-list/1";
    private static final Pattern COUNTER = Pattern.compile(
            "Всего по запросу найдено\\D{0,5}(\\d+)\\.?\\D{0,40}?записи с\\s*(\\d+)\\s*по\\s*(\\d+)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** Null: the page is no list. */
    static @Nullable ListPage find(Document page) {
        Matcher counter = COUNTER.matcher(Plain.text(page.body().text()));
        if (!counter.find()) {
            return null;
        }
        for (Element table : page.select("table")) {
            Grid grid = Grid.of(table);
            if (numberColumn(grid) >= 0 && filedColumn(grid) >= 0) {
                return new ListPage(grid, number(counter, 1), number(counter, 2), number(counter, 3));
            }
        }
        return null;
    }

    private static int number(Matcher counter, int group) {
        String digits = counter.group(group);
        return digits.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(digits);
    }

    /** Rows that the counter promises. */
    int promised() {
        return Math.max(0, to - from + 1);
    }

    boolean hasNext() {
        return to < total;
    }

    /** Rows as records; a row without a link to its case is set aside. Rows under one merged number are one case. */
    List<CourtRecord> records(PageContext context, List<Failure> failures) {
        List<CourtRecord> records = new ArrayList<>();
        Map<Element, List<List<Element>>> cases = new LinkedHashMap<>();
        int place = 0;
        for (List<Element> row : grid.body()) {
            Element link = link(row);
            place++;
            if (link == null || row.size() < grid.columns().size()) {
                String reason = link == null ? "ROW_WITHOUT_CASE" : "ROW_SHAPE";
                String text = row.stream().map(Element::text).reduce("", (a, b) -> a + " | " + b);
                failures.add(CourtFailures.of(context.source(), context.payload(), reason, "row " + place, text));
            } else {
                cases.computeIfAbsent(link, first -> new ArrayList<>()).add(row);
            }
        }
        cases.forEach((link, rows) -> records.add(record(context, rows, link)));
        return records;
    }

    private static @Nullable Element link(List<Element> row) {
        for (Element cell : row) {
            Element link = cell.selectFirst("a[href*=name_op=case]");
            if (link != null
                    && !Links.query(link.attr("href"))
                            .getOrDefault("case_id", "")
                            .isEmpty()) {
                return link;
            }
        }
        return null;
    }

    private CourtRecord record(PageContext context, List<List<Element>> rows, Element link) {
        List<Element> row = rows.getFirst();
        Map<String, String> query = Links.query(link.attr("href"));
        String deloId = query.getOrDefault("delo_id", Links.query(context.url()).getOrDefault("delo_id", ""));
        Register register = Register.of(deloId);
        CaseNumber number = CaseNumber.parse(Grid.cell(row, numberColumn(grid)));
        LocalDate filed = RegisterDay.of(Grid.cell(row, filedColumn(grid)));
        LocalDate decided = RegisterDay.of(Grid.cell(row, decidedColumn()));
        LocalDate inForce = RegisterDay.of(Grid.cell(row, grid.column(List.of("вступлени"), List.of())));
        String outcome = Grid.cell(row, outcomeColumn());
        Persons persons = persons(rows, register);
        CourtRecord.Builder record = context.record(
                        (deloId.isEmpty() ? "-" : deloId) + "/" + query.get("case_id"),
                        register.by(persons.charges()),
                        PARSER)
                .setCaseNumber(number.number())
                .setCaseNumberAliases(number.aliases())
                .setUidCheck(UidCheck.ABSENT)
                .setFiled(filed)
                .setDecided(decided)
                .setInForce(inForce)
                .setEventDate(CaseStages.eventDate(filed, decided, List.of()))
                .setCharges(persons.charges())
                .setParties(persons.parties().list())
                .setStage(CaseStages.of(filed, decided, inForce, Outcomes.of(outcome), List.of()))
                .setOutcome(Outcomes.of(outcome))
                .setOutcomeRaw(PublicWords.mask(outcome))
                .setUrl(Links.address(link))
                .setWarnings(warnings(persons, number, outcome));
        return act(record, row).build();
    }

    private Persons persons(List<List<Element>> rows, Register register) {
        Persons persons = new Persons(register);
        int info = infoColumn();
        if (info >= 0) {
            rows.stream().map(row -> row.get(info)).distinct().forEach(persons::cell);
        }
        return persons;
    }

    private static CourtRecord.Builder act(CourtRecord.Builder record, List<Element> row) {
        for (Element cell : row) {
            Element act = cell.selectFirst("a[href*=name_op=doc], a[href*=_doc=1]");
            if (act != null) {
                return record.setHasAct(true)
                        .setActKind(PublicWords.mask(act.attr("title")))
                        .setActUrl(Links.address(act));
            }
        }
        return record;
    }

    private static List<String> warnings(Persons persons, CaseNumber number, String outcome) {
        List<String> warnings = new ArrayList<>(persons.warnings());
        if (number.number().isEmpty()) {
            warnings.add("no case number in the row");
        }
        if (Outcomes.of(outcome) == Outcome.UNKNOWN) {
            warnings.add("unknown outcome words");
        }
        return warnings;
    }

    private static int numberColumn(Grid grid) {
        return grid.column(
                List.of("№", "номер дела", "номер производства", "номер материала"), List.of("первой инстанции"));
    }

    private static int filedColumn(Grid grid) {
        return grid.column(List.of("дата поступления", "дата регистрации", "поступило"), List.of());
    }

    private int decidedColumn() {
        return grid.column(
                List.of("дата решения", "дата рассмотрения", "дата вынесения", "дата результата"), List.of());
    }

    private int outcomeColumn() {
        return grid.column(List.of("решение", "результат"), List.of("дата"));
    }

    private int infoColumn() {
        return grid.column(List.of("категория", "лица", "информация по делу", "стороны", "сведения"), List.of());
    }
}
