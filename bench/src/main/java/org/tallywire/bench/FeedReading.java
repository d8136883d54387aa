package org.tallywire.bench;

import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import org.tallywire.avro.Source;
import org.tallywire.ingest.feed.NewsReader;
import org.tallywire.ingest.read.Payload;

/**
 * Our feed reader beside plain Rome as its README shows it, on one 100-item feed, on one thread. Prints items/s, MB/s and the
 * ratio, per core (see {@link Rounds}).
 *
 * <p>Run: {@code mvn -q -pl bench -am -DskipTests package dependency:build-classpath -Dmdep.outputFile=target/classpath} and
 * {@code java -cp bench/target/classes:$(cat bench/target/classpath) org.tallywire.bench.FeedReading}.
 */
public final class FeedReading {
    private FeedReading() {}

    public static void main(String[] args) throws Exception {
        byte[] body = SampleFeed.bytes();
        Payload payload = Payload.of(
                body, "application/rss+xml", "https://dozor.example/rss", Instant.parse("2026-11-20T12:00:00Z"));
        Source source = Source.newBuilder().setId("sample").build();
        NewsReader reader = new NewsReader();
        Rounds.Task ours = () -> complete(reader.read(payload, source).entries().size());
        Rounds.Task rome = () -> complete(new SyndFeedInput()
                .build(new XmlReader(new ByteArrayInputStream(body)))
                .getEntries()
                .size());
        double[] rates = new Rounds(2).perSecond(ours, rome);
        print("tallywire", rates[0], body.length);
        print("rome", rates[1], body.length);
        System.out.printf(
                "ratio %.1f (feed of %d items, %d bytes)%n", rates[0] / rates[1], SampleFeed.ITEMS, body.length);
    }

    private static int complete(int items) {
        if (items != SampleFeed.ITEMS) {
            throw new IllegalStateException("items are missing");
        }
        return items;
    }

    private static void print(String name, double feeds, int bytes) {
        System.out.printf(
                "%-10s %8.0f feeds/s %10.0f items/s %8.1f MB/s%n",
                name, feeds, feeds * SampleFeed.ITEMS, feeds * bytes / 1e6);
    }
}
