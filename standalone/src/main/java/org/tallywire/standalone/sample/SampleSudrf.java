package org.tallywire.standalone.sample;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** List pages of an invented garrison court, in the manner of Russian court sites: 25 rows a page, dates as a filter. */
final class SampleSudrf {
    private static final int ROWS = 25;
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    private static final Pattern PAGE = Pattern.compile("(?:^|&)_?page=(\\d{1,4})");
    private static final Pattern FROM = Pattern.compile("(?i)ENTRY_DATE1D=(\\d\\d\\.\\d\\d\\.\\d{4})");
    private static final Pattern TO = Pattern.compile("(?i)ENTRY_DATE2D=(\\d\\d\\.\\d\\d\\.\\d{4})");

    private SampleSudrf() {}

    /** The page that a query asks for; newest cases first. */
    static String page(List<SampleCase> cases, Instant now, @Nullable String query) {
        String asked = query == null ? "" : query;
        LocalDate from = date(FROM, asked, LocalDate.MIN);
        LocalDate to = date(TO, asked, LocalDate.MAX);
        List<SampleCase> found = new ArrayList<>(cases.stream()
                .filter(c ->
                        c.listed(now) && !c.filed().isBefore(from) && !c.filed().isAfter(to))
                .toList());
        Collections.reverse(found);
        int first = (number(asked) - 1) * ROWS;
        if (first >= found.size()) {
            return shell("<div id=\"error\">Данных по запросу не обнаружено</div>");
        }
        List<SampleCase> rows = found.subList(first, Math.min(first + ROWS, found.size()));
        StringBuilder table = new StringBuilder("""
                <td align="right">Всего по запросу найдено — %d. На странице записи с %d\t\tпо %d.&nbsp;</td>
                <table width="100%%" border="0" id="tablcont"><tr><th>№ дела</th><th>Дата<br>поступления</th>\
                <th>Категория / Лица / Суд</th><th>Судья</th><th>Дата<br>решения</th><th>Решение</th>\
                <th>Дата вступления<br>в законную силу</th><th>Судебные<br>акты</th></tr>
                """.formatted(found.size(), first + 1, first + rows.size()));
        rows.forEach(c -> table.append(row(c, LocalDate.ofInstant(now, ZoneOffset.UTC))));
        return shell(table.append("</table>").toString());
    }

    private static String row(SampleCase c, LocalDate today) {
        LocalDate decided = c.decidedBy(today);
        String charge = c.charges().getFirst().replaceFirst("(.*)/(.*)", "ст.$1 ч.$2");
        return """
                <tr valign="top"><td><a href='/modules.php?name=sud_delo&srv_num=1&name_op=case&case_id=%d&case_uid=00000000-1111-4222-8333-%012d&delo_id=1540006'>1-%d/%d</a><br></td>
                <td align="center">&nbsp;%s</td><td>Примеров П. П. - %s УК РФ</td><td>Судьин С. С.</td>\
                <td align="center">%s</td><td>%s</td><td>%s</td><td>&nbsp;</td></tr>
                """.formatted(
                        900_000 + c.number(),
                        c.number(),
                        c.number(),
                        c.filed().getYear(),
                        DATE.format(c.filed()),
                        charge,
                        decided == null ? "&nbsp;" : DATE.format(decided),
                        decided == null ? "&nbsp;" : "Вынесен ПРИГОВОР",
                        decided == null ? "&nbsp;" : DATE.format(decided.plusDays(15)));
    }

    private static String shell(String content) {
        return """
                <html><head><meta http-equiv=Content-Type content="text/html; charset=windows-1251">\
                <title>Примерный гарнизонный военный суд</title></head><body>
                <div class="menu"><a href="/">Главная</a> <a href="/modules.php?name=sud_delo">Судебное делопроизводство</a></div>
                <div id="content">%s</div></body></html>
                """.formatted(content);
    }

    private static LocalDate date(Pattern pattern, String query, LocalDate otherwise) {
        Matcher m = pattern.matcher(query);
        return m.find() ? LocalDate.parse(m.group(1), DATE) : otherwise;
    }

    private static int number(String query) {
        Matcher m = PAGE.matcher(query);
        return m.find() ? Math.max(1, Integer.parseInt(m.group(1))) : 1;
    }
}
