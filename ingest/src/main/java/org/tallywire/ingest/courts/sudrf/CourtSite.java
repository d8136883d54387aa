package org.tallywire.ingest.courts.sudrf;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.tallywire.avro.Source;
import org.tallywire.ingest.courts.words.Plain;
import org.tallywire.ingest.courts.words.WordTable;

/**
 * The court whose page this is.
 *
 * @param id the eight characters of the court's code; the host's name where the code is not known; {@code unknown}
 * @param name of the court, from the table or the source; empty: not known
 */
record CourtSite(String id, String name) {
    private static final Pattern HOST = Pattern.compile("//([a-z0-9.-]+)\\.sudrf\\.ru", Pattern.CASE_INSENSITIVE);
    private static final Pattern COURT_NAME = Pattern.compile(
            "[\\p{L}\\d -]{0,60}\\b(районный|городской|областной|краевой|верховный|военный|окружной|апелляционный|кассационный|межрайонный)\\b[\\p{L} -]{0,20}"
                    + "\\bсуд\\b([ -][\\p{L}. -]{0,60})?",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
    private static final List<CourtRow> ROWS = WordTable.rows(CourtSite.class, "courts.tsv", 3).stream()
            .map(cells -> new CourtRow(cells.get(0), cells.get(1), cells.get(2)))
            .toList();
    private static final Map<String, CourtRow> BY_HOST =
            ROWS.stream().collect(Collectors.toUnmodifiableMap(CourtRow::host, Function.identity()));
    private static final Map<String, CourtRow> BY_CODE =
            ROWS.stream().collect(Collectors.toUnmodifiableMap(CourtRow::code, Function.identity()));

    private record CourtRow(String code, String host, String name) {}

    /** By the source, else the page's address, else the code in its links, else the hosts that it links to. */
    static CourtSite of(Source source, Document page, String url) {
        String code = source.getCourt().isEmpty() ? Links.query(url).getOrDefault("vnkod", "") : source.getCourt();
        String host = host(url);
        if (code.isEmpty() && BY_HOST.containsKey(host)) {
            code = BY_HOST.get(host).code();
        }
        if (code.isEmpty()) {
            code = linked(page);
        }
        String id = !code.isEmpty() ? code : host.isEmpty() ? linkedHost(page) : host;
        CourtRow row = BY_CODE.get(id);
        return new CourtSite(id, row == null ? name(source, page) : row.name());
    }

    /** A court that the table does not have: the source's name for it, else the title of its site if that is a court's. */
    private static String name(Source source, Document page) {
        String title = Plain.text(page.title());
        return !source.getName().isEmpty() || !COURT_NAME.matcher(title).matches() ? source.getName() : title;
    }

    /** Host without {@code .sudrf.ru}; both written forms of a court give one: {@code vs--komi} is {@code vs.komi}. */
    static String host(String url) {
        Matcher host = HOST.matcher(url);
        return host.find() ? host.group(1).replace("--", ".").replaceFirst("^www\\.", "") : "";
    }

    /** True if two addresses are the same court, in either form of its host. */
    static boolean same(String url, String other) {
        return host(url).equals(host(other)) && !host(url).isEmpty()
                || URI.create(url).getHost() != null
                        && URI.create(url).getHost().equals(URI.create(other).getHost());
    }

    private static String linked(Document page) {
        for (Element link : page.select("a[href*=vnkod=]")) {
            String code = Links.query(link.attr("href")).getOrDefault("vnkod", "");
            if (code.matches("\\d{2}[A-Z]{2}\\d{4}")) {
                return code;
            }
        }
        return "";
    }

    private static String linkedHost(Document page) {
        for (Element link : page.select("a[href*=.sudrf.ru], link[href*=.sudrf.ru]")) {
            CourtRow row = BY_HOST.get(host(link.attr("href")));
            if (row != null) {
                return row.code();
            }
        }
        return "unknown";
    }
}
