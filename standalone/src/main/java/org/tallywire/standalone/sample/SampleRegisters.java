package org.tallywire.standalone.sample;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Court registers of the sample world: a federal docket feed with a short window, and a CSV that lists everything. */
final class SampleRegisters {
    private static final DateTimeFormatter RFC_822 = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final Duration WINDOW = Duration.ofHours(24);
    private static final String[] ENTRIES = {"Indictment", "Order", "Notice of Appearance", "Judgment", "Minute Entry"};
    private static final String[] SURNAMES = {"Doe", "Roe", "Poe", "Moe", "Noe"};

    private SampleRegisters() {}

    /** Recent entries of the federal court; names stand in the titles, as they do in the world. */
    static String pacer(List<SampleCase> cases, Instant now, String base) {
        String items = cases.stream()
                .filter(c -> c.listed(now))
                .filter(c -> posted(c).isAfter(now.minus(WINDOW)))
                .map(c -> entry(c, base))
                .collect(Collectors.joining("\n"));
        return """
                <?xml version="1.0" encoding="ISO-8859-1"?>
                <rss version="2.0"><channel><title>Northern District of Example - Recent Entries</title>
                <link>%s</link><description>Docket entries of type: all</description><lastBuildDate>%s</lastBuildDate>
                %s
                </channel></rss>
                """.formatted(base, RFC_822.format(now), items);
    }

    /** Entries of the past were posted in the afternoon of their day, those of the present when they appear. */
    private static Instant posted(SampleCase c) {
        boolean present = c.filed().equals(LocalDate.ofInstant(c.appears(), ZoneOffset.UTC));
        return present ? c.appears() : c.filed().atTime(15, 0).toInstant(ZoneOffset.UTC);
    }

    private static String entry(SampleCase c, String base) {
        int id = 700_000 + c.number();
        String title = "1:%02d-cr-%05d-ABC-1 USA v. %s"
                .formatted(c.filed().getYear() % 100, c.number(), SURNAMES[c.number() % SURNAMES.length]);
        String kind = ENTRIES[c.number() % ENTRIES.length];
        String document = kind.equals("Minute Entry")
                ? ""
                : " (&#x3C;a href=&#x22;%s/doc1/999%08d?caseid=%d&#x26;de_seq_num=1&#x22; &#x3E;1&#x3C;/a&#x3E;)"
                        .formatted(base, c.number(), id);
        return """
                <item><title>%s</title><link>%s/cgi-bin/DktRpt.pl?%d</link><description>[%s]%s</description>\
                <guid isPermaLink="true">%s/cgi-bin/DktRpt.pl?%d&#x26;1</guid><pubDate>%s</pubDate></item>""".formatted(title, base, id, kind, document, base, id, RFC_822.format(posted(c)));
    }

    /** Every case of the third register: a line a case, charges as articles of the criminal code. */
    static String csv(List<SampleCase> cases, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        String lines = cases.stream()
                .filter(c -> c.listed(now))
                .map(c -> line(c, now, today))
                .collect(Collectors.joining("\r\n"));
        return "case_number,court,filed,decided,statute,outcome,defendant,status\r\n" + lines + "\r\n";
    }

    private static String line(SampleCase c, Instant now, LocalDate today) {
        @Nullable LocalDate decided = c.decidedBy(today);
        String statute = c.chargesAt(now).stream()
                .map(s -> "ru/uk/a" + s.replace("/", "/p"))
                .collect(Collectors.joining(";"));
        return "%d-%d/%d,99RS0007,%s,%s,%s,%s,%s,%s"
                .formatted(
                        1,
                        c.number(),
                        c.filed().getYear(),
                        c.filed(),
                        decided == null ? "" : decided.toString(),
                        statute,
                        decided == null ? "" : "Вынесен ПРИГОВОР",
                        SURNAMES[c.number() % SURNAMES.length],
                        c.isWithdrawn(now) ? "withdrawn" : "public");
    }
}
