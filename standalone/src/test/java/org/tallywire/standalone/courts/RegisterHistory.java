package org.tallywire.standalone.courts;

import java.nio.charset.Charset;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.tallywire.ingest.read.Payload;

/**
 * A register of one court over three weeks as its pages show it: every day a list, the cards of cases that moved, and on the
 * last day all cards once more. A case that was taken back leaves the list, and its card says so.
 */
record RegisterHistory(List<CaseHistory> cases) {
    static final int DAYS = 21;

    private static final LocalDate START = LocalDate.of(2026, 1, 12);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy", Locale.ROOT);
    private static final Charset CYRILLIC = Charset.forName("windows-1251");
    private static final String HOST = "https://ngvs.exk.sudrf.ru/modules.php?name=sud_delo&";

    /** Days on which something happens to a case, counted from the first; 99: it never does. */
    record CaseHistory(int filed, int suspended, int decided, int renumbered, int reversed, int withdrawn) {
        boolean moves(int day) {
            return List.of(filed, suspended, decided, renumbered, reversed, withdrawn)
                    .contains(day);
        }

        boolean exists(int day) {
            return filed <= day && day < withdrawn;
        }

        boolean isDecided(int day) {
            return decided <= day && (day < reversed || reversed < decided);
        }
    }

    /** All pages in the order in which they were fetched. */
    List<Payload> pages() {
        List<Payload> pages = new ArrayList<>();
        for (int day = 0; day <= DAYS; day++) {
            pages.add(list(day));
            for (int number = 0; number < cases.size(); number++) {
                CaseHistory history = cases.get(number);
                boolean lookedAt = history.moves(day) || day == DAYS || day == history.withdrawn() + 1;
                if (history.filed() <= day && lookedAt) {
                    pages.add(card(number, day));
                }
            }
        }
        return pages;
    }

    /**
     * The day cells of the final state, {@code series{statute}|day}, counted from the histories and from no page: each case has
     * one defendant under one charge, {@code ru/uk/a337/p5}.
     */
    Map<String, Long> recount() {
        Map<String, Long> cells = new TreeMap<>();
        for (CaseHistory history : cases) {
            if (history.exists(DAYS)) {
                count(cells, List.of("court.filed", "court.defendants", "court.charges"), history.filed());
            }
            if (history.exists(DAYS) && history.isDecided(DAYS)) {
                count(cells, List.of("court.decided", "court.sentenced"), history.decided());
            }
        }
        return cells;
    }

    private static void count(Map<String, Long> cells, List<String> names, int day) {
        for (String name : names) {
            for (String line : List.of("", "{statute=ru/uk/a337}", "{statute=ru/uk/a337/p5}")) {
                cells.merge(name + line + "|" + START.plusDays(day), 1L, Long::sum);
            }
        }
    }

    /** The register's last word: the cards of the last day. */
    List<Payload> lastCards() {
        List<Payload> cards = new ArrayList<>();
        for (int number = 0; number < cases.size(); number++) {
            if (cases.get(number).exists(DAYS)) {
                cards.add(card(number, DAYS));
            }
        }
        return cards;
    }

    private Payload list(int day) {
        StringBuilder rows = new StringBuilder();
        int count = 0;
        for (int number = 0; number < cases.size(); number++) {
            CaseHistory history = cases.get(number);
            if (history.exists(day)) {
                count++;
                boolean decided = history.isDecided(day);
                rows.append("<tr><td><a href='/modules.php?name=sud_delo&name_op=case&case_id=" + (500 + number)
                        + "&delo_id=1540006'>" + number(number, day) + "</a></td><td>&nbsp;" + day(history.filed())
                        + "</td><td>Примеров П. П. - ст.337 ч.5 УК РФ</td><td>Судьин</td><td>"
                        + (decided ? day(history.decided()) : "&nbsp;") + "</td><td>"
                        + (decided ? "Вынесен ПРИГОВОР" : "&nbsp;") + "</td></tr>");
            }
        }
        String page = count == 0
                ? "<p>Данных по запросу не обнаружено</p>"
                : "<p>Всего по запросу найдено — " + count + ". На странице записи с 1 по " + count
                        + ".</p><table id=tablcont><tr><th>№ дела</th><th>Дата поступления</th>"
                        + "<th>Категория / Лица / Суд</th><th>Судья</th><th>Дата решения</th><th>Решение</th></tr>"
                        + rows + "</table>";
        return payload(page, HOST + "name_op=r&page=1&delo_id=1540006", day, 0);
    }

    private Payload card(int number, int day) {
        CaseHistory history = cases.get(number);
        String url = HOST + "name_op=case&case_id=" + (500 + number) + "&delo_id=1540006";
        if (!history.exists(day)) {
            return payload("<p>Возможно, она была удалена или перемещена.</p>", url, day, number + 1);
        }
        boolean decided = history.isDecided(day);
        String result = decided
                ? "<tr><td>Дата рассмотрения</td><td>" + day(history.decided())
                        + "</td></tr><tr><td>Результат рассмотрения</td><td>Вынесен ПРИГОВОР</td></tr>"
                : "";
        String page = "<div class=casenumber>ДЕЛО № " + number(number, day)
                + "</div><table><tr><th colspan=2>ДЕЛО</th></tr>"
                + "<tr><td>Дата поступления</td><td>" + day(history.filed()) + "</td></tr>" + result + "</table>"
                + "<table><tr><th colspan=4>ДВИЖЕНИЕ ДЕЛА</th></tr><tr><td>Наименование события</td><td>Дата</td>"
                + "<td>Результат события</td></tr>" + events(history, day) + "</table>"
                + "<table><tr><th colspan=4>ЛИЦА</th></tr><tr><td>Фамилия / наименование</td><td>Перечень статей</td></tr>"
                + "<tr><td>Примеров П. П.</td><td>ст.337 ч.5 УК РФ</td></tr></table>";
        return payload(page, url, day, number + 1);
    }

    private static String events(CaseHistory history, int day) {
        String events = event("Регистрация поступившего в суд дела", history.filed(), "");
        if (history.suspended() <= day) {
            events += event("Судебное заседание", history.suspended(), "Производство по делу приостановлено");
        }
        return events;
    }

    private static String event(String name, int day, String result) {
        return "<tr><td>" + name + "</td><td>" + day(day) + "</td><td>" + result + "</td></tr>";
    }

    private String number(int number, int day) {
        String first = "1-" + (100 + number) + "/2025";
        return cases.get(number).renumbered() <= day ? "1-" + (number + 1) + "/2026 (" + first + ";)" : first;
    }

    private static String day(int day) {
        return START.plusDays(day).format(DAY);
    }

    private static Payload payload(String page, String url, int day, int second) {
        Instant fetched = START.plusDays(day).atTime(12, 0, second).toInstant(java.time.ZoneOffset.UTC);
        return Payload.of(page.getBytes(CYRILLIC), "text/html; charset=windows-1251", url, fetched);
    }
}
