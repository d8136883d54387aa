package org.tallywire.ingest.courts.pacer;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.tallywire.avro.CourtRecord;
import org.tallywire.avro.Failure;
import org.tallywire.avro.HealthState;
import org.tallywire.avro.Source;
import org.tallywire.ingest.courts.cases.CourtFailures;
import org.tallywire.ingest.courts.cases.CourtTitle;
import org.tallywire.ingest.courts.cases.EventZone;
import org.tallywire.ingest.courts.cases.FeedXml;
import org.tallywire.ingest.courts.cases.PageText;
import org.tallywire.ingest.courts.cases.PostingTime;
import org.tallywire.ingest.read.FeedFacts;
import org.tallywire.ingest.read.Payload;
import org.tallywire.ingest.read.Reader;
import org.tallywire.ingest.read.Reading;

/**
 * Reads the RSS feed of a US federal court. Items of one filing are joined; the window of the feed moves on, so a reading is
 * never complete. The scope is the list of entry types that the court lets out, {@code all} or e.g. {@code notice,order}.
 */
public final class PacerReader implements Reader<CourtRecord> {
    private static final String SCOPE = "type:";

    @Override
    public Reading<CourtRecord> read(Payload payload, Source source) {
        PageText text = PageText.of(payload, StandardCharsets.ISO_8859_1);
        FeedXml feed = FeedXml.of(text.text(), "channel", "item", "rss");
        if (!feed.found()) {
            return Reading.refused(HealthState.NOT_A_FEED, "no RSS channel in the document", text.charset());
        }
        Map<String, PacerEntry> entries = new LinkedHashMap<>();
        List<Failure> failures = new ArrayList<>();
        for (int i = 0; i < feed.items().size(); i++) {
            take(feed.items().get(i), i + 1, source, payload, entries, failures);
        }
        return reading(feed, text, payload, source, entries, failures);
    }

    private static void take(
            Element item,
            int place,
            Source source,
            Payload payload,
            Map<String, PacerEntry> entries,
            List<Failure> failures) {
        String title = Parser.unescapeEntities(FeedXml.child(item, "title"), false);
        Docket docket = Docket.parse(title);
        OffsetDateTime posted = PostingTime.parse(FeedXml.child(item, "pubdate"));
        if (docket == null || posted == null) {
            String reason = docket == null ? "NO_DOCKET_NUMBER" : "NO_DATE";
            failures.add(CourtFailures.of(source, payload, reason, "item " + place, title));
        } else {
            PacerEntry entry = PacerEntry.of(docket, posted, item);
            entries.merge(entry.key(), entry, PacerEntry::join);
        }
    }

    private static Reading<CourtRecord> reading(
            FeedXml feed,
            PageText text,
            Payload payload,
            Source source,
            Map<String, PacerEntry> entries,
            List<Failure> failures) {
        String link = FeedXml.child(feed.head(), "link");
        String name = CourtTitle.of(source, FeedXml.child(feed.head(), "title"));
        PacerRecords records = new PacerRecords(source, payload, link, name, EventZone.of(source));
        List<CourtRecord> list = entries.values().stream().map(records::of).toList();
        long joined = feed.items().size() - (long) failures.size() - list.size();
        FeedFacts facts = new FeedFacts(name, link, "en", scope(feed), ttl(feed), List.of(), List.of());
        return new Reading<>(
                state(feed, payload, list),
                reason(feed, payload, text, failures),
                text.charset(),
                facts,
                list,
                failures,
                joined == 0 ? Map.of() : Map.of("joined", joined),
                List.of(),
                false);
    }

    private static HealthState state(FeedXml feed, Payload payload, List<CourtRecord> list) {
        if (feed.cut() || payload.truncated()) {
            return HealthState.SALVAGED;
        }
        return list.isEmpty() ? HealthState.OK_EMPTY : HealthState.WORKING;
    }

    private static String reason(FeedXml feed, Payload payload, PageText text, List<Failure> failures) {
        List<String> odd = new ArrayList<>();
        if (feed.cut() || payload.truncated()) {
            odd.add("the document is cut off; whole items are kept");
        }
        if (text.mislabelled()) {
            odd.add("the label names another charset than " + text.charset());
        }
        if (!failures.isEmpty()) {
            odd.add(failures.size() + " items set aside");
        }
        return String.join("; ", odd);
    }

    /** Entry types in one order, so that a change of the list is a change of the scope. */
    private static String scope(FeedXml feed) {
        String said = FeedXml.child(feed.head(), "description").toLowerCase(Locale.ROOT);
        int at = said.indexOf(SCOPE);
        if (at < 0) {
            return "";
        }
        return String.join(
                ",",
                new TreeSet<>(
                        List.of(said.substring(at + SCOPE.length()).strip().split("\\s*,\\s*"))));
    }

    private static int ttl(FeedXml feed) {
        String minutes = FeedXml.child(feed.head(), "ttl");
        return minutes.matches("\\d{1,5}") ? Integer.parseInt(minutes) * 60 : 0;
    }
}
