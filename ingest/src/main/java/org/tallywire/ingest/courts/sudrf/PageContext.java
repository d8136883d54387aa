package org.tallywire.ingest.courts.sudrf;

import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.tallywire.avro.CourtRecord;
import org.tallywire.avro.CourtSystem;
import org.tallywire.avro.RecordKind;
import org.tallywire.avro.Source;
import org.tallywire.ingest.courts.cases.EventZone;
import org.tallywire.ingest.read.Payload;

/**
 * A page with what is known about where it came from. Copies of the same rows for phones and for print are taken out of it.
 *
 * @param page without scripts and doubles
 * @param url the answer's address, or the one that a saved copy tells; empty: not known
 * @param court whose page it is
 */
record PageContext(Document page, String url, CourtSite court, Source source, Payload payload) {
    private static final Pattern SAVED = Pattern.compile("saved from url=\\(\\d+\\)(\\S+)");
    private static final String DOUBLES =
            "script, style, noscript, template, .block-mobile, #resultMob, [id^=printVersion], [id^=printversion]";

    static PageContext of(String html, Source source, Payload payload) {
        String url = url(html, payload);
        Document page = Jsoup.parse(html, url);
        page.select(DOUBLES).remove();
        return new PageContext(page, url, CourtSite.of(source, page, url), source, payload);
    }

    private static String url(String html, Payload payload) {
        if (payload.url().startsWith("http")) {
            return payload.url();
        }
        Matcher saved = SAVED.matcher(html);
        return saved.find() ? saved.group(1) : "";
    }

    /** The day on which the page was fetched, in the court's zone; what lies behind it has not happened yet. */
    LocalDate today() {
        return payload.fetchedAt().atZone(EventZone.of(source)).toLocalDate();
    }

    /** A value of the address's query, else of the first link that has it; empty: neither. */
    String parameter(String name, String linkMark) {
        String own = Links.query(url).getOrDefault(name, "");
        if (!own.isEmpty()) {
            return own;
        }
        for (Element link : page.select("a[href*=" + linkMark + "]")) {
            String value = Links.query(link.attr("href")).getOrDefault(name, "");
            if (!value.isEmpty()) {
                return value;
            }
        }
        return "";
    }

    /** A record with everything that the page's origin tells; {@code key} is {@code <delo_id>/<case_id>}. */
    CourtRecord.Builder record(String key, Register register, String parser) {
        return CourtRecord.newBuilder()
                .setId("court:ru-sudrf:" + court.id() + ":" + key)
                .setSourceId(source.getId())
                .setSystem(CourtSystem.RU_SUDRF)
                .setRecordKind(RecordKind.CASE)
                .setCourtId(court.id())
                .setCourtName(court.name())
                .setProceeding(register.proceeding())
                .setInstance(register.instance())
                .setFetchedAt(payload.fetchedAt())
                .setParser(parser);
    }
}
