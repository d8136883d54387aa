package org.tallywire.ingest.courts.pacer;

import java.time.OffsetDateTime;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.tallywire.ingest.courts.cases.FeedXml;
import org.tallywire.ingest.courts.words.Plain;

/**
 * One item of the feed taken apart. Several items may report one filing; they share {@link #key} and their descriptions
 * are joined as a set.
 *
 * @param docket number and title
 * @param caseId number of the case in the court's database; empty in appellate feeds
 * @param posted the item's pubDate
 * @param documentId number of the document in the court's store, fourth digit 0; empty for minute entries
 * @param documentNumber number on the docket; the document id where the court gives no other; empty for minute entries
 * @param documentUrl link to the document; empty: none
 * @param link link to the docket
 * @param caseType letters after {@code Type:} in bankruptcy feeds; empty: none
 * @param defendants numbers of the defendants it concerns; empty: the whole case
 * @param descriptions what was entered, in the court's own words
 */
record PacerEntry(
        Docket docket,
        String caseId,
        OffsetDateTime posted,
        String documentId,
        String documentNumber,
        String documentUrl,
        String link,
        String caseType,
        Set<Integer> defendants,
        Set<String> descriptions) {
    private static final Pattern CASE_ID =
            Pattern.compile("DktRpt\\.pl\\?(?:caseid=)?(\\d+)|[?&]case_?id=(\\d+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern DOCUMENT = Pattern.compile("/docs?1/(\\d+)");
    private static final Pattern TYPE = Pattern.compile("\\bType:\\s*([A-Za-z]{1,5})\\b");
    private static final Pattern ESCAPED_LINK = Pattern.compile("&lt;\\s*a\\s", Pattern.CASE_INSENSITIVE);
    private static final int STORE_DIGIT = 3;

    static PacerEntry of(Docket docket, OffsetDateTime posted, Element item) {
        String link = FeedXml.child(item, "link");
        Document description = description(item);
        Element anchor = description.selectFirst("a[href*=/doc1/], a[href*=/docs1/]");
        String href = anchor == null ? "" : anchor.attr("href").strip();
        String id = group(DOCUMENT, href);
        String text = Plain.text(description.text());
        String number = anchor == null ? "" : anchor.text().strip();
        int words = text.lastIndexOf(']') + 1;
        Docket named = docket.title().isEmpty() && text.contains(" v. ")
                ? new Docket(docket.number(), docket.type(), docket.defendant(), text.substring(words))
                : docket;
        return new PacerEntry(
                named,
                group(CASE_ID, link),
                posted,
                storeId(id),
                number.matches("\\d+") ? number : storeId(id),
                href,
                link,
                group(TYPE, text),
                docket.defendant() == 0 ? Set.of() : Set.of(docket.defendant()),
                descriptions(text));
    }

    /** One filing: docket number, case, second and document together; no part of it alone is unique. */
    String key() {
        return docket.number() + "/" + or(caseId) + "/" + posted.toInstant() + "/" + or(documentId);
    }

    PacerEntry join(PacerEntry other) {
        Set<String> all = new TreeSet<>(descriptions);
        all.addAll(other.descriptions);
        Set<Integer> both = new TreeSet<>(defendants);
        both.addAll(other.defendants);
        return new PacerEntry(
                docket, caseId, posted, documentId, documentNumber, documentUrl, link, caseType, both, all);
    }

    private static Document description(Element item) {
        String html =
                FeedXml.child(item, "description").replace("<![CDATA[", "").replace("]]>", "");
        return Jsoup.parse(ESCAPED_LINK.matcher(html).find() ? Parser.unescapeEntities(html, false) : html);
    }

    /** The words in the first balanced brackets; what stands behind them may be names. */
    private static Set<String> descriptions(String text) {
        int depth = 0;
        int start = text.indexOf('[');
        for (int i = Math.max(start, 0); i < text.length() && start >= 0; i++) {
            depth += text.charAt(i) == '[' ? 1 : text.charAt(i) == ']' ? -1 : 0;
            if (depth == 0) {
                String words = text.substring(start + 1, i).strip();
                return words.isEmpty() ? Set.of() : Set.of(words);
            }
        }
        return Set.of();
    }

    /** The fourth digit says by which door the document was asked for; 0 names the document itself. */
    private static String storeId(String id) {
        return id.length() > STORE_DIGIT ? id.substring(0, STORE_DIGIT) + "0" + id.substring(STORE_DIGIT + 1) : id;
    }

    private static String group(Pattern pattern, String text) {
        Matcher m = pattern.matcher(text);
        if (!m.find()) {
            return "";
        }
        return m.group(1) != null ? m.group(1) : m.group(m.groupCount());
    }

    private static String or(String part) {
        return part.isEmpty() ? "-" : part;
    }
}
