package org.tallywire.ingest.courts.fcl;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.CaseStage;
import org.tallywire.avro.CourtRecord;
import org.tallywire.avro.CourtSystem;
import org.tallywire.avro.Failure;
import org.tallywire.avro.HealthState;
import org.tallywire.avro.Outcome;
import org.tallywire.avro.RecordKind;
import org.tallywire.avro.Source;
import org.tallywire.avro.UidCheck;
import org.tallywire.ingest.courts.cases.CaseTitle;
import org.tallywire.ingest.courts.cases.CourtFailures;
import org.tallywire.ingest.courts.cases.CourtTitle;
import org.tallywire.ingest.courts.cases.FeedXml;
import org.tallywire.ingest.courts.cases.PageText;
import org.tallywire.ingest.courts.cases.PostingTime;
import org.tallywire.ingest.courts.cases.SafeNumber;
import org.tallywire.ingest.read.FeedFacts;
import org.tallywire.ingest.read.Payload;
import org.tallywire.ingest.read.Reader;
import org.tallywire.ingest.read.Reading;

/**
 * Reads the Atom feed of Find Case Law, ordered by last transformation. {@code tna:uri} names a judgment and is never taken
 * apart; {@code published} is the day on which it was handed down; the same {@code tna:contenthash} is the same revision.
 * Option {@code days} (90): a poll follows the pages back so far. Polling begins when the source's option {@code licence} is {@code settled}: the open licence does not cover computational
 * analysis, for which the National Archives ask for an application.
 */
public final class FclReader implements Reader<CourtRecord> {
    private static final String PARSER = "fcl/1";
    private static final int DAYS = 90;
    private static final int DAY = "2026-01-12".length();

    @Override
    public List<String> requests(Source source, Instant now) {
        if (!source.getOptions().getOrDefault("licence", "").equals("settled")) {
            return List.of();
        }
        String url = source.getUrl();
        return List.of(
                url.contains("order=")
                        ? url
                        : url + (url.contains("?") ? "&" : "?") + "order=-transformation&per_page=50");
    }

    @Override
    public Reading<CourtRecord> read(Payload payload, Source source) {
        PageText text = PageText.of(payload, StandardCharsets.UTF_8);
        FeedXml feed = FeedXml.of(text.text(), "feed", "entry", "feed");
        if (!feed.found()) {
            return Reading.refused(HealthState.NOT_A_FEED, "no Atom feed in the document", text.charset());
        }
        Map<String, CourtRecord> records = new LinkedHashMap<>();
        List<Failure> failures = new ArrayList<>();
        long repeated = 0;
        int place = 0;
        for (Element entry : feed.items()) {
            place++;
            CourtRecord record = record(entry, source, payload);
            if (record == null) {
                failures.add(
                        CourtFailures.of(source, payload, "NO_URI", "entry " + place, FeedXml.child(entry, "title")));
            } else {
                repeated += records.put(record.getId(), record) == null ? 0 : 1;
            }
        }
        boolean cut = feed.cut() || payload.truncated();
        HealthState good = records.isEmpty() ? HealthState.OK_EMPTY : HealthState.WORKING;
        return new Reading<>(
                cut ? HealthState.SALVAGED : good,
                reason(cut, failures.size()),
                text.charset(),
                new FeedFacts(source.getName(), link(feed.head(), "self", ""), "en", "", 0, List.of(), List.of()),
                List.copyOf(records.values()),
                failures,
                repeated == 0 ? Map.of() : Map.of("repeated", repeated),
                cut ? List.of() : next(feed, source, payload.fetchedAt()),
                false);
    }

    private static String reason(boolean cut, int failures) {
        String odd = cut ? "the document is cut off; whole entries are kept" : "";
        String aside = failures == 0 ? "" : failures + " entries set aside";
        return odd.isEmpty() || aside.isEmpty() ? odd + aside : odd + "; " + aside;
    }

    /** The next page, unless this one reaches back beyond the days that a poll asks for. */
    private static List<String> next(FeedXml feed, Source source, Instant now) {
        String next = link(feed.head(), "next", "");
        String days = source.getOptions().getOrDefault("days", "");
        Instant back = now.minus(Duration.ofDays(days.matches("\\d{1,5}") ? Long.parseLong(days) : DAYS));
        boolean reached = feed.items().stream()
                .map(entry -> PostingTime.parse(FeedXml.child(entry, "updated")))
                .anyMatch(updated -> updated != null && updated.toInstant().isBefore(back));
        return next.startsWith("http") && !reached ? List.of(next) : List.of();
    }

    private static @Nullable CourtRecord record(Element entry, Source source, Payload payload) {
        String uri = FeedXml.child(entry, "tna:uri");
        if (uri.isEmpty()) {
            return null;
        }
        String court = author(entry);
        String name = CourtTitle.isCourt(court) ? court : "";
        List<String> numbers = identifiers(entry);
        LocalDate day = day(FeedXml.child(entry, "published"));
        OffsetDateTime updated = PostingTime.parse(FeedXml.child(entry, "updated"));
        return CourtRecord.newBuilder()
                .setId("court:uk-fcl:tna:" + uri)
                .setSourceId(source.getId())
                .setSystem(CourtSystem.UK_FCL)
                .setRecordKind(RecordKind.DOCUMENT)
                .setCourtId(courtId(source, name))
                .setCourtName(name)
                .setUidCheck(UidCheck.ABSENT)
                .setCaseNumber(numbers.isEmpty() ? "" : numbers.getFirst())
                .setCaseNumberAliases(numbers.isEmpty() ? List.of() : numbers.subList(1, numbers.size()))
                .setDecided(day)
                .setEventDate(day)
                .setPostedAt(updated == null ? null : updated.toInstant())
                .setFetchedAt(payload.fetchedAt())
                .setParties(CaseTitle.parties(FeedXml.child(entry, "title"), "first party", "second party", "party"))
                .setStage(CaseStage.DECIDED)
                .setOutcome(Outcome.DECIDED)
                .setHasAct(true)
                .setActKind("Judgment")
                .setUrl(link(entry, "alternate", ""))
                .setActUrl(akn(entry))
                .setContentHash(FeedXml.child(entry, "tna:contenthash"))
                .setParser(PARSER)
                .build();
    }

    private static String author(Element entry) {
        for (Element child : entry.children()) {
            if (child.normalName().equals("author")) {
                return FeedXml.child(child, "name");
            }
        }
        return "";
    }

    private static String courtId(Source source, String name) {
        if (!source.getCourt().isEmpty()) {
            return source.getCourt();
        }
        String slug =
                name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return slug.isEmpty() ? "unknown" : slug;
    }

    /** Neutral citations first, then the other identifiers. */
    private static List<String> identifiers(Element entry) {
        List<String> citations = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (Element child : entry.children()) {
            if (child.normalName().equals("tna:identifier")) {
                String number = SafeNumber.of(child.text());
                (child.attr("type").equals("ukncn") ? citations : others).add(number);
            }
        }
        citations.addAll(others);
        return citations.stream().filter(number -> !number.isEmpty()).distinct().toList();
    }

    private static @Nullable String akn(Element entry) {
        String link = link(entry, "alternate", "application/akn+xml");
        return link.isEmpty() ? null : link;
    }

    private static String link(Element parent, String rel, String type) {
        for (Element child : parent.children()) {
            boolean same = child.attr("rel").equals(rel) && child.attr("type").equals(type);
            if (child.normalName().equals("link") && same) {
                return child.attr("href").strip();
            }
        }
        return "";
    }

    private static @Nullable LocalDate day(String published) {
        OffsetDateTime at = PostingTime.parse(published.length() == DAY ? published + "T00:00:00Z" : published);
        return at == null ? null : at.toLocalDate();
    }
}
