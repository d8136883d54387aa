package org.tallywire.ingest.courts.courtlistener;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
 * Reads pages of the REST API, oldest change first. {@code blocked} results are withdrawals. The poller sends the token as a
 * header, it never stands in an address. Option {@code days} (7): how far back a poll asks by {@code date_modified}.
 */
public final class CourtListenerReader implements Reader<CourtRecord> {
    @Override
    public List<String> requests(Source source, Instant now) {
        String days = source.getOptions().getOrDefault("days", "7");
        long back = days.matches("\\d{1,4}") ? Long.parseLong(days) : 7;
        Instant since = now.minus(Duration.ofDays(back)).truncatedTo(ChronoUnit.SECONDS);
        String court = source.getCourt().isEmpty() ? "" : "court=" + encoded(source.getCourt()) + "&";
        String url = source.getUrl();
        return List.of(url + (url.contains("?") ? "&" : "?") + court + "date_modified__gt=" + encoded(since.toString())
                + "&order_by=date_modified");
    }

    @Override
    public Reading<CourtRecord> read(Payload payload, Source source) {
        PageText text = PageText.of(payload, StandardCharsets.UTF_8);
        JsonNode page = JsonPage.parse(text.text());
        if (page == null) {
            return Reading.refused(HealthState.PARSE, "not JSON", text.charset());
        }
        if (!page.path("results").isArray()) {
            return refused(page, text.charset());
        }
        List<CourtRecord> records = new ArrayList<>();
        List<Failure> failures = new ArrayList<>();
        Results results = new Results(source, payload);
        int place = 0;
        for (JsonNode result : page.path("results")) {
            place++;
            CourtRecord record = results.record(result);
            if (record == null) {
                failures.add(CourtFailures.of(source, payload, "NO_ID", "result " + place, ""));
            } else {
                records.add(record);
            }
        }
        String next = JsonPage.text(page, "next");
        HealthState good = records.isEmpty() ? HealthState.OK_EMPTY : HealthState.WORKING;
        return new Reading<>(
                failures.isEmpty() ? good : HealthState.PARTIAL,
                failures.isEmpty() ? "" : failures.size() + " results without an id",
                text.charset(),
                new FeedFacts(source.getName(), source.getUrl(), "en", "", 0, List.of(), List.of()),
                records,
                failures,
                Map.of(),
                next.startsWith("http") ? List.of(next) : List.of(),
                false);
    }

    /** An answer without results says in {@code detail} why; the words are not passed on, they may echo the query. */
    private static Reading<CourtRecord> refused(JsonNode page, String charset) {
        String detail = JsonPage.text(page, "detail").toLowerCase(Locale.ROOT);
        if (detail.contains("throttled")) {
            return Reading.refused(HealthState.RATE_LIMITED, "the request was throttled", charset);
        }
        if (detail.contains("credentials") || detail.contains("token") || detail.contains("permission")) {
            return Reading.refused(HealthState.REFUSED, "the token is missing or refused", charset);
        }
        if (detail.contains("not found")) {
            return Reading.refused(HealthState.NOT_FOUND, "no such address", charset);
        }
        return Reading.refused(HealthState.BAD_QUERY, "an answer without results: the query was refused", charset);
    }

    private static String encoded(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8);
    }
}
