package org.tallywire.ingest.courts.sudrf;

import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tallywire.avro.Source;
import org.tallywire.ingest.courts.cases.EventZone;

/**
 * First addresses of a poll. Three windows of days end today: filed (long, courts post weeks late), decided and act published
 * (short); each goes to each database of the court. Options of the source:
 *
 * <ul>
 *   <li>{@code register}: delo_id, 1540006 if absent. {@code article}: text of the article filter. {@code srv}: numbers of
 *       the databases, e.g. {@code 1,2}. {@code generation}: A or B. {@code vnkod}: code of the court for generation B, else
 *       the source's court.
 *   <li>{@code filed.days} (90), {@code decided.days} (14), {@code published.days} (14): length of a window, 0 leaves it out.
 *   <li>{@code statute}: key that a row must be charged under, e.g. {@code ru/uk/a337}; the site's filter is a text match.
 *   <li>{@code cards}: {@code none}, {@code criminal} (cards of open and lately decided criminal cases; the default) or
 *       {@code all}.
 * </ul>
 */
final class SudrfRequests {
    private static final int CONTROL_DAYS = 365;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy", Locale.ROOT);
    private static final Charset CYRILLIC = Charset.forName("windows-1251");
    private static final String FIND = "Найти";

    private final Source source;
    private final Map<String, String> options;
    private final Register register;
    private final LocalDate today;

    SudrfRequests(Source source, Instant now) {
        this.source = source;
        this.options = source.getOptions();
        this.register = Register.of(options.getOrDefault("register", "1540006"));
        this.today = now.atZone(EventZone.of(source)).toLocalDate();
    }

    List<String> addresses() {
        List<String> addresses = new ArrayList<>();
        for (String srv : options.getOrDefault("srv", "1").split("\\s*,\\s*")) {
            add(addresses, srv, "filed.days", 90, "CASE__ENTRY_DATE", register.prefix());
            add(addresses, srv, "decided.days", 14, "CASE__RESULT_DATE", register.prefix());
            add(addresses, srv, "published.days", 14, "DOCUMENT__PUBL_DATE", register.actPrefix());
        }
        return addresses;
    }

    /** Everything filed in a year, without the article filter: a window that is known not to be empty. */
    String control() {
        String from = today.minusDays(CONTROL_DAYS).format(DAY);
        String srv = options.getOrDefault("srv", "1").split("\\s*,\\s*")[0];
        return isB()
                ? generationB(srv, "CASE__ENTRY_DATE", from, today.format(DAY), "")
                : generationA(srv, register.prefix() + "_CASE__ENTRY_DATE", from, today.format(DAY), "");
    }

    private boolean isB() {
        return options.getOrDefault("generation", "A").equalsIgnoreCase("B");
    }

    private void add(List<String> addresses, String srv, String option, int usual, String field, String prefix) {
        String said = options.getOrDefault(option, "");
        int days = said.matches("\\d{1,4}") ? Integer.parseInt(said) : usual;
        if (days > 0) {
            String from = today.minusDays(days).format(DAY);
            String to = today.format(DAY);
            addresses.add(
                    isB()
                            ? generationB(srv, field, from, to, article("parts__law_articless"))
                            : generationA(
                                    srv,
                                    prefix + "_" + field,
                                    from,
                                    to,
                                    article(register.prefix() + "_" + register.articleField())));
        }
    }

    private String generationA(String srv, String field, String from, String to, String article) {
        return base() + "/modules.php?name=sud_delo&srv_num=" + srv + "&name_op=r&page=1&delo_id=" + register.deloId()
                + "&case_type=0&new=" + register.isNew() + "&delo_table=" + register.table()
                + "&" + field + "1D=" + from + "&" + field + "2D=" + to
                + article + "&Submit=" + encoded(FIND);
    }

    private String generationB(String srv, String field, String from, String to, String article) {
        String court = options.getOrDefault("vnkod", source.getCourt());
        String lower = field.toLowerCase(Locale.ROOT);
        return base() + "/modules.php?name=sud_delo&name_op=r&_page=1&vnkod=" + court + "&srv_num=" + srv + "&_deloId="
                + register.deloId() + "&case__case_type=0&_new=" + register.isNew() + "&case__vnkod=" + court
                + "&case__num_build=1&process-type=" + register.deloId() + "_0_0&" + lower + "1d=" + from + "&" + lower
                + "2d=" + to + article;
    }

    private String article(String field) {
        String article = options.getOrDefault("article", "");
        return article.isEmpty() || register.articleField().equals("-") ? "" : "&" + field + "=" + encoded(article);
    }

    private String base() {
        return source.getUrl().replaceAll("(https?://[^/]+).*", "$1");
    }

    private static String encoded(String words) {
        return URLEncoder.encode(words, CYRILLIC);
    }
}
