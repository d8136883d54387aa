package org.tallywire.ingest.courts.sudrf;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.HealthState;
import org.tallywire.ingest.courts.words.Plain;
import org.tallywire.ingest.courts.words.WordTable;

/**
 * What a page is when it has no marks of data. Everything comes with HTTP 200, so words decide ({@code pages.tsv}); they are
 * looked for outside links, menus, forms' choices and scripts, which repeat them.
 *
 * @param state what it says of the source
 * @param reason in words
 */
record PageJudge(HealthState state, String reason) {
    private static final List<List<String>> WORDS = WordTable.rows(PageJudge.class, "pages.tsv", 4);
    private static final Pattern DASH = Pattern.compile("\\p{Pd}");
    private static final String SEARCH_FIELDS =
            "(?i).*(CASE_NUMBERSS|JUDICIAL_UIDSS|ENTRY_DATE1D|RESULT_DATE1D|LAW_ARTICLESS|case__num).*";

    static PageJudge of(Document page) {
        if (asksForCode(page)) {
            return new PageJudge(HealthState.CAPTCHA, WORDS.getFirst().get(3));
        }
        boolean cases = page.selectFirst("a[href*=name_op=case]") != null;
        for (Element part : parts(page)) {
            PageJudge said = said(visible(part));
            if (said != null && !(cases && said.state() == HealthState.OK_EMPTY)) {
                return said;
            }
        }
        if (page.select("input").stream().anyMatch(input -> input.attr("name").matches(SEARCH_FIELDS))) {
            return new PageJudge(HealthState.BAD_QUERY, "the search form came back instead of rows");
        }
        return new PageJudge(
                HealthState.UNKNOWN_PAGE, "neither the marks of a list nor those of a card nor known words");
    }

    /** The part that holds the content, where the page marks one, and then the whole page. */
    private static List<Element> parts(Document page) {
        Element content = page.selectFirst("#content, .content, #modSdpContent");
        return content == null ? List.of(page.body()) : List.of(content, page.body());
    }

    private static @Nullable PageJudge said(String text) {
        for (List<String> row : WORDS) {
            boolean second = row.get(2).equals("-") || text.contains(row.get(2));
            if (text.contains(row.get(1)) && second) {
                return new PageJudge(HealthState.valueOf(row.get(0)), row.get(3));
            }
        }
        return null;
    }

    /** A field that a person is to fill in; a counter's address with {@code captchaid} is none. */
    private static boolean asksForCode(Document page) {
        for (Element input : page.select("input[name~=(?i)^captcha$], input[id~=(?i)^captcha$]")) {
            boolean closed = input.hasAttr("readonly") || input.hasAttr("disabled");
            if (!closed && !input.attr("type").equalsIgnoreCase("hidden")) {
                return true;
            }
        }
        return false;
    }

    private static String visible(Element part) {
        Element bare = part.clone();
        bare.select(
                        "script, style, noscript, nav, header, footer, a, option, button, [class~=(?i)menu], [id~=(?i)menu]")
                .remove();
        return DASH.matcher(Plain.text(bare.text()).toLowerCase(Locale.ROOT)).replaceAll("-");
    }
}
