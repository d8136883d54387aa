package org.tallywire.ingest.courts.hudoc;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.CourtRecord;
import org.tallywire.avro.Failure;
import org.tallywire.avro.HealthState;
import org.tallywire.avro.Source;
import org.tallywire.ingest.courts.cases.CourtFailures;
import org.tallywire.ingest.courts.cases.JsonPage;
import org.tallywire.ingest.courts.cases.PageText;
import org.tallywire.ingest.read.FeedFacts;
import org.tallywire.ingest.read.Payload;
import org.tallywire.ingest.read.Reader;
import org.tallywire.ingest.read.Reading;

/**
 * Reads pages of HUDOC results, newest first. Names of documents hold names of people and are not taken; the respondent
 * states stay as roles. Options: {@code query} (the judgments of the court if absent), {@code length} (50), {@code pages}
 * (3): how many pages one poll may read.
 */
public final class HudocReader implements Reader<CourtRecord> {
    private static final String QUERY = "contentsitename:ECHR AND documentcollectionid2:\"JUDGMENTS\"";
    private static final String FIELDS =
            "itemid,appno,ecli,kpdate,respondent,article,conclusion,importance,languageisocode,originatingbody,doctype";
    private static final Pattern START = Pattern.compile("([?&]start=)(\\d+)");
    private static final Pattern LENGTH = Pattern.compile("[?&]length=(\\d+)");

    @Override
    public List<String> requests(Source source, Instant now) {
        Map<String, String> options = source.getOptions();
        String base = source.getUrl().replaceAll("\\?.*$", "");
        return List.of(base + "?query=" + encoded(options.getOrDefault("query", QUERY)) + "&select=" + encoded(FIELDS)
                + "&sort=" + encoded("kpdate Descending") + "&start=0&length=" + number(options.get("length"), 50));
    }

    @Override
    public Reading<CourtRecord> read(Payload payload, Source source) {
        PageText text = PageText.of(payload, StandardCharsets.UTF_8);
        JsonNode page = JsonPage.parse(text.text());
        if (page == null) {
            return Reading.refused(HealthState.PARSE, "not JSON", text.charset());
        }
        if (!page.path("results").isArray()) {
            return Reading.refused(HealthState.BAD_QUERY, "an answer without results", text.charset());
        }
        List<CourtRecord> records = new ArrayList<>();
        List<Failure> failures = new ArrayList<>();
        HudocDocument documents = new HudocDocument(source, payload);
        int place = 0;
        for (JsonNode result : page.path("results")) {
            place++;
            CourtRecord record = documents.record(result.path("columns"));
            if (record == null) {
                failures.add(CourtFailures.of(source, payload, "NO_ID", "result " + place, ""));
            } else {
                records.add(record);
            }
        }
        return reading(page, payload, source, text, records, failures);
    }

    private static Reading<CourtRecord> reading(
            JsonNode page,
            Payload payload,
            Source source,
            PageText text,
            List<CourtRecord> records,
            List<Failure> failures) {
        HealthState good = records.isEmpty() ? HealthState.OK_EMPTY : HealthState.WORKING;
        int promised = page.path("resultcount").asInt(0);
        if (records.isEmpty() && failures.isEmpty() && promised > start(payload.url())) {
            String gap = "the counter says " + promised + ", no result was sent";
            return Reading.refused(HealthState.SUSPECT, gap, text.charset());
        }
        return new Reading<>(
                failures.isEmpty() ? good : HealthState.PARTIAL,
                failures.isEmpty() ? "" : failures.size() + " results without an id",
                text.charset(),
                new FeedFacts(source.getName(), source.getUrl(), "", "", 0, List.of(), List.of()),
                records,
                failures,
                Map.of(),
                follow(page, payload.url(), source),
                false);
    }

    private static int start(String url) {
        Matcher start = START.matcher(url);
        return start.find() ? number(start.group(2), 0) : 0;
    }

    private static List<String> follow(JsonNode page, String url, Source source) {
        Matcher start = START.matcher(url);
        Matcher length = LENGTH.matcher(url);
        if (!start.find() || !length.find()) {
            return List.of();
        }
        int step = number(length.group(1), 50);
        int next = number(start.group(2), 0) + step;
        int last = step * number(source.getOptions().get("pages"), 3);
        boolean more = next < page.path("resultcount").asInt(0) && next < last;
        return more ? List.of(start.replaceFirst("$1" + next)) : List.of();
    }

    private static int number(@Nullable String digits, int usual) {
        return digits != null && digits.matches("\\d{1,6}") ? Integer.parseInt(digits) : usual;
    }

    private static String encoded(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
