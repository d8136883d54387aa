package org.tallywire.ingest.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.tallywire.ingest.read.UrlKey;
import org.tallywire.ingest.text.PlainText;

/**
 * What a page says of its article: JSON-LD first, then meta elements, then markup.
 *
 * @param headlines all that is called the headline, surest first; may be empty words
 * @param dates candidates for the time of publication, surest first
 * @param canonical absolute, of the same host, no home page; empty: none
 * @param language BCP 47 hint; empty: none
 * @param descriptions what is said to describe it; may be empty words
 * @param articleBody text of the JSON-LD; empty: none
 */
record PageFacts(
        String title,
        List<String> headlines,
        List<String> dates,
        String canonical,
        String language,
        List<String> authors,
        List<String> descriptions,
        String articleBody) {

    static PageFacts of(Document page, String url) {
        JsonNode article = JsonLd.article(page);
        Element heading = Headline.of(page);
        List<String> headlines = headlines(page, article, heading);
        return new PageFacts(
                first(headlines),
                headlines.stream().map(PlainText::ofLooseHtml).toList(),
                dates(page, article, heading),
                canonical(page, url),
                language(page, article),
                authors(page, article),
                List.of(
                        meta(page, "og:description"),
                        meta(page, "description"),
                        article.path("description").asText("")),
                article.path("articleBody").asText(""));
    }

    private static List<String> headlines(Document page, JsonNode article, @Nullable Element heading) {
        String headline = article.path("headline").asText("");
        return List.of(
                headline,
                meta(page, "og:title"),
                heading == null ? "" : heading.text(),
                meta(page, "twitter:title"),
                page.title());
    }

    private static List<String> dates(Document page, JsonNode article, @Nullable Element heading) {
        List<String> dates = new ArrayList<>();
        dates.add(article.path("datePublished").asText(""));
        for (String name : List.of(
                "article:published_time",
                "datePublished",
                "og:published_time",
                "pubdate",
                "publishdate",
                "publish-date",
                "date",
                "dc.date",
                "dc.date.issued",
                "dcterms.created",
                "sailthru.date",
                "parsely-pub-date",
                "mediator_published_time")) {
            dates.add(meta(page, name));
        }
        for (Element marked : page.select(
                "[itemprop=datePublished], time[pubdate], article time[datetime], main time[datetime], time[datetime]")) {
            dates.add(marked.hasAttr("datetime") ? marked.attr("datetime") : marked.attr("content"));
        }
        Element written = page.selectFirst(
                "[itemprop=datePublished], article time, [class~=(?i)(^|[-_ ])(publish|published|pubdate|post|article|news|entry)?[-_]?(date|time)([-_ ]|$)]");
        dates.add(written == null ? "" : written.text());
        dates.add(Headline.date(heading));
        return dates.stream().filter(date -> !date.isBlank()).distinct().toList();
    }

    private static String canonical(Document page, String url) {
        Element link = page.selectFirst("link[rel~=(?i)\\bcanonical\\b][href]");
        for (String said : List.of(link == null ? "" : link.absUrl("href"), meta(page, "og:url"))) {
            String stored = UrlKey.stored(said);
            String key = UrlKey.of(stored);
            boolean home = key.indexOf('/') < 0 && key.indexOf('?') < 0;
            if (!stored.isEmpty() && !home && (!UrlKey.isWeb(url) || sameSite(key, UrlKey.of(url)))) {
                return stored;
            }
        }
        return UrlKey.stored(url);
    }

    /** Same registrable domain. */
    private static boolean sameSite(String key, String other) {
        return domain(key).equals(domain(other));
    }

    private static String domain(String key) {
        String host = key.split("[/?:]", 2)[0];
        String domain = crawlercommons.domains.EffectiveTldFinder.getAssignedDomain(host);
        return domain == null ? host : domain;
    }

    private static String language(Document page, JsonNode article) {
        Element html = page.selectFirst("html");
        String declared = html == null ? "" : first(List.of(html.attr("lang"), html.attr("xml:lang")));
        String language = first(List.of(
                declared,
                meta(page, "og:locale"),
                article.path("inLanguage").asText(""),
                meta(page, "content-language"),
                meta(page, "language")));
        return language.replace('_', '-').strip();
    }

    private static List<String> authors(Document page, JsonNode article) {
        List<String> authors = new ArrayList<>(JsonLd.names(article.path("author")));
        if (authors.isEmpty()) {
            authors.add(meta(page, "author"));
            authors.add(meta(page, "article:author"));
        }
        return authors.stream()
                .map(PlainText::ofHtml)
                .filter(name -> !name.isEmpty() && !UrlKey.isWeb(name))
                .distinct()
                .toList();
    }

    private static String meta(Document page, String name) {
        for (Element meta : page.select("meta[content]")) {
            String said = meta.attr("property") + " " + meta.attr("name") + " " + meta.attr("itemprop") + " "
                    + meta.attr("http-equiv");
            for (String word : said.toLowerCase(Locale.ROOT).split(" ")) {
                if (word.equals(name.toLowerCase(Locale.ROOT))
                        && !meta.attr("content").isBlank()) {
                    return meta.attr("content").strip();
                }
            }
        }
        return "";
    }

    private static String first(List<String> words) {
        return words.stream()
                .map(PlainText::ofLooseHtml)
                .filter(word -> !word.isBlank())
                .findFirst()
                .orElse("");
    }
}
