package org.tallywire.standalone.sample;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tallywire.avro.Source;
import org.tallywire.avro.Stream;

/** The sources of the sample world: what an operator would write into sources.yaml for it. */
public final class SampleSources {
    private static final int SECONDS = 2;
    /** The whole history at each poll, rows only: a real court would be asked for less. */
    private static final Map<String, String> HISTORY =
            Map.of("filed.days", "740", "decided.days", "0", "published.days", "0", "cards", "none");

    private SampleSources() {}

    /** Sources that poll the world at an address. */
    public static List<Source> at(String base) {
        return List.of(
                outlet(base, SampleOutlet.COURIER, false),
                outlet(base, SampleOutlet.VESTNIK, true),
                outlet(base, SampleOutlet.VISNYK, false),
                news("sample-dying", base + "/dying/feed.xml", "example-courier-two", "en", false)
                        .setName("A feed that dies")
                        .build(),
                court("sample-exnd", "pacer", base + "/exnd/rss_outside.pl", "exnd", Map.of())
                        .setName("Northern District of Example")
                        .build(),
                court("sample-garrison", "sudrf", base, "99GV0001", HISTORY)
                        .setName("Example garrison military court")
                        .setIntervalSeconds(6)
                        .setZone("Europe/Moscow")
                        .build(),
                court("sample-register", "csv", base + "/register.csv", "99RS0007", mapping())
                        .setName("Example register (CSV)")
                        .build());
    }

    private static Source outlet(String base, SampleOutlet outlet, boolean fullText) {
        return news(
                        "sample-" + outlet.id,
                        base + "/" + outlet.id + "/feed.xml",
                        "example-" + outlet.id,
                        outlet.language,
                        fullText)
                .setName(outlet.label)
                .build();
    }

    private static Source.Builder news(String id, String url, String outlet, String language, boolean fullText) {
        return source(id, "rss", url)
                .setStream(Stream.NEWS)
                .setOutlet(outlet)
                .setLanguage(language)
                .setFullText(fullText);
    }

    private static Source.Builder court(String id, String kind, String url, String court, Map<String, String> options) {
        Map<String, String> all = new HashMap<>(options);
        all.put("spacing.ms", "0");
        return source(id, kind, url).setStream(Stream.COURTS).setCourt(court).setOptions(all);
    }

    private static Source.Builder source(String id, String kind, String url) {
        return Source.newBuilder()
                .setId(id)
                .setKind(kind)
                .setUrl(url)
                .setIntervalSeconds(SECONDS)
                .setAllowPrivate(true)
                .setOptions(Map.of("spacing.ms", "0"));
    }

    private static Map<String, String> mapping() {
        return Map.of(
                "column.case", "case_number",
                "column.statute", "statute",
                "withdrawn", "withdrawn");
    }
}
