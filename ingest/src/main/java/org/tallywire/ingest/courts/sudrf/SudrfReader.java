package org.tallywire.ingest.courts.sudrf;

import java.nio.charset.Charset;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.CourtRecord;
import org.tallywire.avro.Failure;
import org.tallywire.avro.HealthState;
import org.tallywire.avro.Source;
import org.tallywire.ingest.courts.cases.CourtFailures;
import org.tallywire.ingest.courts.cases.PageText;
import org.tallywire.ingest.read.FeedFacts;
import org.tallywire.ingest.read.Payload;
import org.tallywire.ingest.read.Reader;
import org.tallywire.ingest.read.Reading;
import org.tallywire.schemas.StatuteKey;

/**
 * Reads pages of sudrf.ru: lists and cards of both generations, told apart by content. A page without the marks of data is
 * judged by {@link PageJudge} and gives no record. A list is a window of a register and never makes a case gone.
 */
public final class SudrfReader implements Reader<CourtRecord> {
    private static final Charset CYRILLIC = Charset.forName("windows-1251");

    @Override
    public List<String> requests(Source source, Instant now) {
        return new SudrfRequests(source, now).addresses();
    }

    @Override
    public boolean believesEmptiness() {
        return false;
    }

    /** These sites answer 403 to what they do not like, and go on doing so. */
    @Override
    public HealthState refusal(HealthState state, int status) {
        return status == 403 ? HealthState.BLOCKED : state;
    }

    @Override
    public Reading<CourtRecord> read(Payload payload, Source source) {
        PageText text = PageText.of(payload, CYRILLIC);
        PageContext context = PageContext.of(text.text(), source, payload);
        ListPage list = ListPage.find(context.page());
        if (list != null && !list.grid().body().isEmpty()) {
            return list(list, context, text);
        }
        CardPage card = list == null ? CardPage.find(context) : null;
        if (card != null) {
            List<CourtRecord> records = List.of(card.record(context));
            return reading(context, text, new ArrayList<>(), records, List.of(), Map.of(), List.of());
        }
        return none(context, text, list);
    }

    private static Reading<CourtRecord> list(ListPage list, PageContext context, PageText text) {
        List<Failure> failures = new ArrayList<>();
        List<String> odd = new ArrayList<>();
        List<CourtRecord> all = list.records(context, failures);
        int rows = all.size() + failures.size();
        if (rows != list.promised() || !failures.isEmpty()) {
            String counter = "the counter promises " + list.promised() + " rows, " + all.size() + " were read";
            odd.add(counter);
            failures.add(CourtFailures.of(context.source(), context.payload(), "COUNTER_MISMATCH", counter, ""));
        }
        List<CourtRecord> wanted =
                all.stream().filter(record -> charged(record, context.source())).toList();
        if (context.url().equals(control(context))) {
            Map<String, Long> passed = Map.of("control", (long) all.size());
            return reading(context, text, odd, List.of(), List.of(), passed, List.of());
        }
        long other = all.size() - wanted.size();
        Map<String, Long> dropped = other == 0 ? Map.of() : Map.of("other_statute", other);
        return reading(context, text, odd, wanted, failures, dropped, NextPages.of(list, context, wanted));
    }

    /** The site's article filter matches text, 337.1 for 337 too; the key of the source decides. */
    private static boolean charged(CourtRecord record, Source source) {
        String statute = source.getOptions().getOrDefault("statute", "");
        return statute.isEmpty()
                || record.getCharges().stream()
                        .anyMatch(charge -> new StatuteKey(charge.getKey()).within(new StatuteKey(statute)));
    }

    private static Reading<CourtRecord> reading(
            PageContext context,
            PageText text,
            List<String> odd,
            List<CourtRecord> records,
            List<Failure> failures,
            Map<String, Long> dropped,
            List<String> follow) {
        boolean partial = !odd.isEmpty() || context.payload().truncated();
        if (context.payload().truncated()) {
            odd.add("the page is cut off");
        }
        if (text.mislabelled()) {
            odd.add("the label names another charset than " + text.charset());
        }
        return new Reading<>(
                partial ? HealthState.PARTIAL : HealthState.WORKING,
                String.join("; ", odd),
                text.charset(),
                facts(context),
                records,
                failures,
                dropped,
                follow,
                false);
    }

    /** A page that is no data; a counter above 0 without rows is this reader's own fault. */
    private static Reading<CourtRecord> none(PageContext context, PageText text, @Nullable ListPage list) {
        PageJudge judge = list == null || list.total() == 0
                ? PageJudge.of(context.page())
                : new PageJudge(HealthState.UNKNOWN_PAGE, "the counter says " + list.total() + ", no row was found");
        String reason = judge.state() == HealthState.OK_EMPTY ? judge.reason() : judge.state() + ": " + judge.reason();
        return new Reading<>(
                judge.state(),
                reason,
                text.charset(),
                facts(context),
                List.of(),
                failures(context, judge),
                Map.of(),
                judge.state() == HealthState.OK_EMPTY && !context.url().equals(control(context))
                        ? List.of(control(context))
                        : List.of(),
                false);
    }

    /** The query that shows, when a window is empty, whether queries are answered at all; its rows are not taken. */
    private static String control(PageContext context) {
        return new SudrfRequests(context.source(), context.payload().fetchedAt()).control();
    }

    /** Pages that show a fault of ours, to be looked at. */
    private static List<Failure> failures(PageContext context, PageJudge judge) {
        if (judge.state() != HealthState.UNKNOWN_PAGE && judge.state() != HealthState.BAD_QUERY) {
            return List.of();
        }
        String detail = judge.reason() + (context.url().isEmpty() ? "" : " at " + context.url());
        String sample = context.page().body().text();
        return List.of(CourtFailures.of(
                context.source(), context.payload(), judge.state().name(), detail, sample));
    }

    private static FeedFacts facts(PageContext context) {
        return new FeedFacts(context.court().name(), context.url(), "ru", "", 0, List.of(), List.of());
    }
}
