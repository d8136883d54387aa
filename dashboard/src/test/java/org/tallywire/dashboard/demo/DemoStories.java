package org.tallywire.dashboard.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.tallywire.avro.Alert;
import org.tallywire.avro.AlertState;
import org.tallywire.avro.Bound;
import org.tallywire.avro.Carrier;
import org.tallywire.avro.Claim;
import org.tallywire.avro.ClaimStatus;
import org.tallywire.avro.ClaimValue;
import org.tallywire.avro.Evidence;
import org.tallywire.avro.Failure;
import org.tallywire.avro.HealthState;
import org.tallywire.avro.OwnCount;
import org.tallywire.avro.Per;
import org.tallywire.avro.PublisherKind;
import org.tallywire.avro.Severity;
import org.tallywire.avro.SourceHealth;
import org.tallywire.avro.Stream;
import org.tallywire.avro.Unit;
import org.tallywire.dashboard.demo.DemoRecords.Entry;
import org.tallywire.schemas.Topics;

/** Invented alerts, claims, sources and failures of the demo. */
final class DemoStories {
    private final List<Entry> entries = new ArrayList<>();
    private final LocalDate today;
    private final Instant now;

    DemoStories(LocalDate today, Instant now) {
        this.today = today;
        this.now = now;
    }

    List<Entry> entries() {
        alerts();
        claims();
        sources();
        failures();
        return entries;
    }

    private void put(String topic, String key, SpecificRecord value) {
        entries.add(new Entry(topic, key, value));
    }

    private void alerts() {
        put(
                Topics.ALERTS.name(),
                "a1",
                alert(AlertState.FIRING, Severity.WARNING, 3, DemoRecords.SPIKE)
                        .setMessage("court.filed{statute=ru/uk/a337}: 67 on " + today.minusDays(3)
                                + ", 15.4 expected (usual up to 25)")
                        .setEvidence(List.of(
                                evidence(
                                        "court:ru_sudrf:demo--gvs:1-204/2026", "https://register.example/case/204", ""),
                                evidence(
                                        "news:northern-ledger:9f2c",
                                        "https://ledger.example/desertion-cases",
                                        "The garrison court registered 52 cases in a single day, its press office said."),
                                evidence(
                                        "news:vesti-reki:11aa",
                                        "https://vesti.example/sud",
                                        "За один день в гарнизонный суд поступило 52 дела, сообщили в пресс-службе."),
                                evidence(
                                        "court:ru_sudrf:demo--gvs:1-205/2026",
                                        "https://register.example/case/205",
                                        "")))
                        .build());
        put(
                Topics.ALERTS.name(),
                "a2",
                alert(AlertState.RESOLVED, Severity.INFO, 61, "news.articles")
                        .setMessage("Twice as many articles as usual for four days.")
                        .setReason("Back in the usual range for three days.")
                        .build());
        put(
                Topics.ALERTS.name(),
                "a3",
                alert(AlertState.SUPPRESSED, Severity.INFO, 200, "court.filed{statute=ru/uk/a338}")
                        .setMessage("19 cases filed in one day under article 338.")
                        .setReason("The source listed two weeks of entries at once after an outage.")
                        .build());
    }

    private Alert.Builder alert(AlertState state, Severity severity, int daysAgo, String series) {
        LocalDate day = today.minusDays(daysAgo);
        return Alert.newBuilder()
                .setRule("daily_spike")
                .setSeries(series)
                .setName(series.replaceAll("\\{.*", ""))
                .setLabels(series.contains("337") ? Map.of("statute", "ru/uk/a337") : Map.of())
                .setState(state)
                .setSeverity(severity)
                .setDay(day)
                .setLastDay(state == AlertState.FIRING ? today : day.plusDays(3))
                .setUpdatedAt(now.minusSeconds(140))
                .setObserved(67)
                .setExpected(15.4)
                .setLower(8)
                .setUpper(25)
                .setRatio(4.351)
                .setPValue(2.1e-7)
                .setBuckets(1)
                .setPartial(state == AlertState.FIRING)
                .setCompleteness(.62);
    }

    private static Evidence evidence(String id, String url, String quote) {
        return Evidence.newBuilder()
                .setDocumentId(id)
                .setUrl(url)
                .setQuote(quote)
                .build();
    }

    private void claims() {
        put(
                Topics.CLAIMS.name(),
                "c1",
                claim("harbour-monitor", Bound.AT_LEAST, 4121.0, "cases sent to military courts")
                        .setScope(List.of("ru/uk/a337"))
                        .setFrom(LocalDate.of(2022, 9, 21))
                        .setUnit(Unit.CASES)
                        .setIndependentSources(1)
                        .setHistory(List.of(value(2870, 240), value(3470, 120)))
                        .setConflicts(List.of("c2"))
                        .setOwn(OwnCount.newBuilder()
                                .setSeries(DemoRecords.SPIKE)
                                .setCount(3988L)
                                .setRatio(1.033)
                                .build())
                        .setCarriers(List.of(
                                carrier(
                                        "northern-ledger",
                                        "s1",
                                        "At least 4,121 cases have been sent to military courts since the start of mobilization, according to the Harbour Monitor."),
                                carrier(
                                        "vesti-reki",
                                        "s1",
                                        "С начала мобилизации в военные суды поступило как минимум 4121 дело, подсчитал «Гавань-монитор»."),
                                carrier(
                                        "slovo-dnya",
                                        "s1",
                                        "З початку мобілізації до військових судів надійшло щонайменше 4 121 справа.")))
                        .build());
        put(
                Topics.CLAIMS.name(),
                "c2",
                claim("coastal-office", Bound.ABOUT, 3900.0, "уголовных дел о самовольном оставлении части")
                        .setPublisherKind(PublisherKind.OFFICIAL)
                        .setScope(List.of("ru/uk/a337"))
                        .setFrom(LocalDate.of(2022, 9, 21))
                        .setUnit(Unit.CASES)
                        .setConflicts(List.of("c1"))
                        .setIndependentSources(2)
                        .setCarriers(List.of(
                                carrier(
                                        "vesti-reki",
                                        "s7",
                                        "По данным ведомства, возбуждено около 3,9 тыс. уголовных дел о самовольном оставлении части."),
                                carrier("northern-ledger", "s8", "The office speaks of about 3,900 criminal cases.")))
                        .build());
        put(
                Topics.CLAIMS.name(),
                "c3",
                claim("harbour-monitor", Bound.EXACT, 100.0, "persons convicted")
                        .setPer(Per.WEEK)
                        .setUnit(Unit.PERSONS)
                        .setIndependentSources(1)
                        .setCarriers(
                                List.of(
                                        carrier(
                                                "northern-ledger",
                                                "s3",
                                                "A hundred persons are convicted every week <script>alert(1)</script> & \"so\" it goes.")))
                        .build());
        put(
                Topics.CLAIMS.name(),
                "c4",
                claim("harbour-monitor", Bound.EXACT, 3470.0, "cases sent to military courts")
                        .setStatus(ClaimStatus.SUPERSEDED)
                        .setSupersededBy("c1")
                        .setIndependentSources(1)
                        .setCarriers(List.of(
                                carrier("northern-ledger", "s2", "3,470 cases had reached the courts by spring.")))
                        .build());
    }

    private Claim.Builder claim(String publisher, Bound bound, double value, String counted) {
        return Claim.newBuilder()
                .setPublisher(publisher)
                .setPublisherKind(PublisherKind.MONITOR)
                .setBound(bound)
                .setValue(value)
                .setCounted(counted)
                .setStatus(ClaimStatus.CURRENT)
                .setFirstSeen(today.minusDays(9))
                .setLastSeen(today.minusDays(1))
                .setUpdatedAt(now.minusSeconds(4_000));
    }

    private ClaimValue value(double value, int daysAgo) {
        return ClaimValue.newBuilder()
                .setClaimId("old-" + (int) value)
                .setValue(value)
                .setBound(Bound.EXACT)
                .setDay(today.minusDays(daysAgo))
                .build();
    }

    private Carrier carrier(String outlet, String story, String quote) {
        return Carrier.newBuilder()
                .setDocumentId("news:" + outlet + ":" + story)
                .setOutlet(outlet)
                .setStory(story)
                .setUrl("https://" + outlet + ".example/" + story)
                .setQuote(quote)
                .setDay(today.minusDays(2))
                .build();
    }

    private void sources() {
        source("northern-ledger", "Northern Ledger", Stream.NEWS, "rss", HealthState.WORKING, "");
        source("vesti-reki", "Вести реки", Stream.NEWS, "rss", HealthState.UNCHANGED, "");
        source(
                "slovo-dnya",
                "Слово дня",
                Stream.NEWS,
                "rss",
                HealthState.SALVAGED,
                "The feed ends in the middle of item 14; 13 items were read.");
        source("garrison", "Garrison court of the demo", Stream.COURTS, "sudrf", HealthState.WORKING, "");
        source(
                "old-feed",
                "Morning Echo",
                Stream.NEWS,
                "rss",
                HealthState.SILENT,
                "Nothing new for 9 days; the longest usual pause is 26 hours.");
        source("district", "District court (PACER)", Stream.COURTS, "pacer", HealthState.WAITING, "");
        source(
                "bad-link",
                "A source with a bad link",
                Stream.NEWS,
                "rss",
                HealthState.TLS,
                "The certificate ended on 2026-01-03.");
    }

    private void source(String id, String name, Stream stream, String kind, HealthState state, String reason) {
        boolean fresh = state == HealthState.WAITING;
        SourceHealth health = SourceHealth.newBuilder()
                .setSourceId(id)
                .setName(name)
                .setStream(stream)
                .setKind(kind)
                .setUrl(id.equals("bad-link") ? "javascript:alert(1)" : "https://" + id + ".example/feed")
                .setState(state)
                .setReason(reason)
                .setSince(now.minus(Duration.ofHours(30)))
                .setLastSuccess(fresh ? null : now.minusSeconds(200))
                .setLastNewItem(fresh ? null : now.minusSeconds(3_000))
                .setNextPoll(now.plusSeconds(400))
                .setErrorStreak(state == HealthState.TLS ? 12 : 0)
                .setItems(fresh ? Map.of() : Map.of("listed", 812L, "new", 640L, "updated", 21L, "dropped.NO_DATE", 4L))
                .setUpdatedAt(now.minusSeconds(200))
                .build();
        put(Topics.SOURCE_HEALTH.name(), id, health);
    }

    private void failures() {
        failure("ingest-news", "read", "NOT_A_FEED", "old-feed", 6);
        failure("ingest-news", "fetch", "READ_TIMEOUT", "slovo-dnya", 17);
        failure("enrich", "extract", "TOO_LONG", "news:northern-ledger:77", 1);
    }

    private void failure(String service, String stage, String reason, String source, int times) {
        for (int i = 0; i < times; i++) {
            Failure failure = Failure.newBuilder()
                    .setService(service)
                    .setStage(stage)
                    .setReason(reason)
                    .setSource(source)
                    .setDetail("Line 1 is HTML, not a feed: <!doctype html>")
                    .setAt(now.minusSeconds(60L * i))
                    .build();
            put(Topics.FAILURES.name(), source, failure);
        }
    }
}
