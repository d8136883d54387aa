package org.tallywire.bench;

import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import com.sun.management.OperatingSystemMXBean;
import java.io.ByteArrayInputStream;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.Arrays;
import org.tallywire.avro.Source;
import org.tallywire.ingest.feed.NewsReader;
import org.tallywire.ingest.read.Payload;

/**
 * Our feed reader beside plain Rome as its README shows it, on one 100-item feed, on one thread: interleaved rounds, the
 * median of each. Figures are per second of CPU time of the whole process, collector included, so that they are per core
 * and hold on a busy machine. Prints items/s, MB/s and the ratio.
 *
 * <p>Run: {@code mvn -q -pl bench -am -DskipTests package dependency:build-classpath -Dmdep.outputFile=target/classpath} and
 * {@code java -cp bench/target/classes:$(cat bench/target/classpath) org.tallywire.bench.FeedReading}.
 */
public final class FeedReading {
    private static final OperatingSystemMXBean OS = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private static final int ROUNDS = 9;
    /** CPU time, not time on the clock: on a busy machine the compiler gets its share too. */
    private static final long ROUND_NANOS = 2_000_000_000L;

    private FeedReading() {}

    /** One reading of the sample; returns the number of items as proof of work. */
    private interface Read {
        int run() throws Exception;
    }

    public static void main(String[] args) throws Exception {
        byte[] body = SampleFeed.bytes();
        Payload payload = Payload.of(
                body, "application/rss+xml", "https://dozor.example/rss", Instant.parse("2026-11-20T12:00:00Z"));
        Source source = Source.newBuilder().setId("sample").build();
        NewsReader reader = new NewsReader();
        Read ours = () -> reader.read(payload, source).entries().size();
        Read rome = () -> new SyndFeedInput()
                .build(new XmlReader(new ByteArrayInputStream(body)))
                .getEntries()
                .size();
        double[] oursRates = new double[ROUNDS];
        double[] romeRates = new double[ROUNDS];
        for (int round = -2; round < ROUNDS; round++) {
            double first = rate(ours);
            double second = rate(rome);
            if (round >= 0) {
                oursRates[round] = first;
                romeRates[round] = second;
            }
        }
        double fast = median(oursRates);
        double plain = median(romeRates);
        print("tallywire", fast, body.length);
        print("rome", plain, body.length);
        System.out.printf("ratio %.1f (feed of %d items, %d bytes)%n", fast / plain, SampleFeed.ITEMS, body.length);
    }

    private static double rate(Read read) throws Exception {
        long cpu = OS.getProcessCpuTime();
        int feeds = 0;
        while (OS.getProcessCpuTime() - cpu < ROUND_NANOS) {
            if (read.run() != SampleFeed.ITEMS) {
                throw new IllegalStateException("items are missing");
            }
            feeds++;
        }
        return feeds * 1e9 / (OS.getProcessCpuTime() - cpu);
    }

    private static double median(double[] rates) {
        double[] sorted = rates.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static void print(String name, double feeds, int bytes) {
        System.out.printf(
                "%-10s %8.0f feeds/s %10.0f items/s %8.1f MB/s%n",
                name, feeds, feeds * SampleFeed.ITEMS, feeds * bytes / 1e6);
    }
}
