package org.tallywire.standalone.sample;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Feeds and pages of the outlets: RSS with full text, RSS in windows-1251 with teasers only, Atom with withdrawals. */
final class SamplePages {
    private static final DateTimeFormatter RFC_822 = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private SamplePages() {}

    static String feed(SampleOutlet outlet, List<SampleArticle> articles, Instant now, String base) {
        return switch (outlet) {
            case COURIER -> rss(outlet, articles, now, base, "UTF-8", true);
            case VESTNIK -> rss(outlet, articles, now, base, "windows-1251", false);
            case VISNYK -> atom(outlet, articles, now, base);
        };
    }

    private static String rss(
            SampleOutlet outlet, List<SampleArticle> articles, Instant now, String base, String charset, boolean full) {
        String items = articles.stream()
                .filter(a -> a.listed(now))
                .map(a -> rssItem(a, now, base, full))
                .collect(Collectors.joining("\n"));
        return """
                <?xml version="1.0" encoding="%s"?>
                <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
                <title>%s</title><link>%s/%s</link><description>All news</description><language>%s</language>
                %s
                </channel></rss>
                """.formatted(charset, escape(outlet.label), base, outlet.id, outlet.language, items);
    }

    private static String rssItem(SampleArticle a, Instant now, String base, boolean full) {
        String html = paragraphs(a.paragraphsAt(now));
        String body = full ? "<content:encoded><![CDATA[" + html + "]]></content:encoded>" : "";
        String teaser = a.paragraphs().substring(0, Math.min(120, a.paragraphs().length())) + "…";
        return """
                <item><title>%s</title><link>%s</link><guid isPermaLink="false">%s-%d</guid><pubDate>%s</pubDate>\
                <description>%s</description>%s</item>""".formatted(
                        escape(a.title()),
                        base + a.path(),
                        a.outlet(),
                        a.number(),
                        RFC_822.format(a.published()),
                        escape(teaser),
                        body);
    }

    private static String atom(SampleOutlet outlet, List<SampleArticle> articles, Instant now, String base) {
        String entries = articles.stream()
                .filter(a -> !a.appears().isAfter(now))
                .map(a -> a.isWithdrawn(now) ? deleted(a, base) : atomEntry(a, now, base))
                .collect(Collectors.joining("\n"));
        return """
                <?xml version="1.0" encoding="utf-8"?>
                <feed xmlns="http://www.w3.org/2005/Atom" xmlns:at="http://purl.org/atompub/tombstones/1.0" xml:lang="%s">
                <title>%s</title><id>urn:sample:%s</id><link href="%s/%s"/><updated>%s</updated>
                %s
                </feed>
                """.formatted(outlet.language, escape(outlet.label), outlet.id, base, outlet.id, now, entries);
    }

    private static String atomEntry(SampleArticle a, Instant now, String base) {
        return """
                <entry><title>%s</title><id>urn:sample:%s:%d</id><link rel="alternate" href="%s"/><published>%s</published>\
                <updated>%s</updated><content type="html">%s</content></entry>""".formatted(
                        escape(a.title()),
                        a.outlet(),
                        a.number(),
                        base + a.path(),
                        a.published(),
                        a.published(),
                        escape(paragraphs(a.paragraphsAt(now))));
    }

    private static String deleted(SampleArticle a, String base) {
        return "<at:deleted-entry ref=\"urn:sample:%s:%d\" when=\"%s\"><link href=\"%s\"/></at:deleted-entry>"
                .formatted(a.outlet(), a.number(), a.withdrawnAt(), base + a.path());
    }

    /** The page of one article, with the furniture that real pages have around the text. */
    static String page(SampleOutlet outlet, SampleArticle a, Instant now, String base) {
        return """
                <!doctype html><html lang="%s"><head><meta charset="utf-8"><title>%s | %s</title>
                <link rel="canonical" href="%s"><meta property="og:title" content="%s">
                <meta property="article:published_time" content="%s"></head><body>
                <nav><a href="/">Home</a> <a href="/war">War</a> <a href="/courts">Courts</a></nav>
                <article><h1>%s</h1>%s</article>
                <aside class="related"><p><a href="#">2,000 things to read next</a></p></aside>
                <footer><p>© %s, 66 episodes, 5 comments</p></footer></body></html>
                """.formatted(
                        outlet.language,
                        escape(a.title()),
                        escape(outlet.label),
                        base + a.path(),
                        escape(a.title()),
                        a.published(),
                        escape(a.title()),
                        paragraphs(a.paragraphsAt(now)),
                        escape(outlet.label));
    }

    private static String paragraphs(String text) {
        return text.lines()
                .filter(line -> !line.isBlank())
                .map(line -> "<p>" + escape(line) + "</p>")
                .collect(Collectors.joining("\n"));
    }

    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
