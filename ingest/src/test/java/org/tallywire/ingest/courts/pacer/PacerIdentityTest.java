package org.tallywire.ingest.courts.pacer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tallywire.avro.CourtRecord;
import org.tallywire.avro.Source;
import org.tallywire.ingest.read.Payload;

/** Two items of one feed: one entry or two, of which case and of which defendants. */
class PacerIdentityTest {
    private static final String FEED = """
            <rss version="2.0"><channel><title>Recent Entries</title><link>https://ecf.exnd.uscourts.example</link>\
            <description>Docket entries of type: all</description>%s%s</channel></rss>""";

    /** An item is docket number, case id (-: none), minute of the entry, document (-: none). */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            two events of one filing                  | 1:26-cr-00123-ABC-2 900123 05 99912345678 | 1:26-cr-00123-ABC-2 900123 05 99912345678 | 1:26-cr-00123 [2]
            one filing about two defendants           | 1:26-cr-00123-ABC-2 900123 05 99912345678 | 1:26-cr-00123-ABC-1 900123 05 99912345678 | 1:26-cr-00123 [1, 2]
            no judge before the defendant             | 1:26-cr-00123-2 900123 05 -               | 1:26-cr-00123-2 900123 05 -               | 1:26-cr-00123 [2]
            a minute entry for each of two defendants | 1:26-cr-00123-1 900123 05 -               | 1:26-cr-00123-2 900123 05 -               | 1:26-cr-00123 [1, 2]
            judge and referred judge, no defendant    | 1:26-cv-00340-QRS-TUV 900340 05 -         | 1:26-cv-00340-QRS-TUV 900340 05 -         | 1:26-cv-00340 []
            two minute entries of one day             | 1:26-cr-00123 900123 05 -                 | 1:26-cr-00123 900123 06 -                 | 1:26-cr-00123 []; 1:26-cr-00123 []
            two documents of one moment               | 1:26-cr-00123 900123 05 99912345678       | 1:26-cr-00123 900123 05 99912345679       | 1:26-cr-00123 []; 1:26-cr-00123 []
            by another door to the same document      | 1:26-cr-00123 900123 05 99902345678       | 1:26-cr-00123 900123 05 99912345678       | 1:26-cr-00123 []
            a running number that ends like another's | 1:26-cr-00123 900123 05 -                 | 1:26-cr-00123-2 900124 05 -               | 1:26-cr-00123 []; 1:26-cr-00123 [2]
            one number at two offices                 | 1:26-cr-00123 900123 05 -                 | 2:26-cr-00123 900124 05 -                 | 1:26-cr-00123 []; 2:26-cr-00123 []
            one document filed in two cases           | 1:26-cr-00123 900123 05 99912345678       | 1:26-cr-00124 900124 05 99912345678       | 1:26-cr-00123 []; 1:26-cr-00124 []
            appellate numbers, which have no case id  | 26-1017 - 05 -                            | 26-1018 - 05 -                            | 26-1017 []; 26-1018 []
            a bankruptcy number has no defendants     | 26-10031-xyz 700031 05 -                  | 26-10031-xyz 700031 05 -                  | 26-10031 []
            """)
    void oneFilingIsOneEntryAndNoTwoCasesAreOne(String why, String first, String second, String expected) {
        Source source = Source.newBuilder().setId("exnd").setCourt("exnd").build();
        byte[] feed = FEED.formatted(item(first), item(second)).getBytes(StandardCharsets.UTF_8);
        List<CourtRecord> read = new PacerReader()
                .read(Payload.of(feed, "text/xml", "https://ecf.exnd.uscourts.example/rss", Instant.EPOCH), source)
                .entries();
        List<String> entries = read.stream()
                .map(entry -> entry.getCaseNumber() + " " + entry.getDefendants())
                .toList();
        assertEquals(expected, String.join("; ", entries), why);
        assertEquals(
                entries.size(), read.stream().map(CourtRecord::getId).distinct().count(), why);
    }

    private static String item(String words) {
        String[] said = words.split(" ");
        String link = said[1].equals("-")
                ? "https://ecf.exnd.uscourts.example/n/beam/servlet/TransportRoom?caseNum=" + said[0]
                : "https://ecf.exnd.uscourts.example/cgi-bin/DktRpt.pl?" + said[1];
        String document = said[3].equals("-")
                ? ""
                : " (&lt;a href=\"https://ecf.exnd.uscourts.example/doc1/" + said[3] + "\"&gt;7&lt;/a&gt;)";
        return "<item><title>" + said[0] + " USA v. Doe et al</title><link>" + link + "</link><description>[Order]"
                + document + "</description><pubDate>Tue, 13 Jan 2026 18:" + said[2] + ":00 GMT</pubDate></item>";
    }
}
