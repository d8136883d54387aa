package org.tallywire.ingest;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.tallywire.avro.Source;
import org.tallywire.avro.Stream;

/** Feeds on loopback that show some more items each time they are asked, until all are listed. */
final class GrowingFeeds implements AutoCloseable {
    private final HttpServer server;
    private final int feeds;
    private final int items;
    private final int step;
    private final Map<String, AtomicInteger> shown = new ConcurrentHashMap<>();

    GrowingFeeds(int feeds, int items, int step) throws IOException {
        this.feeds = feeds;
        this.items = items;
        this.step = step;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/feed/", this::feed);
        server.start();
    }

    private void feed(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        int count = Math.min(
                items, shown.computeIfAbsent(path, p -> new AtomicInteger()).addAndGet(step));
        StringBuilder rss = new StringBuilder("<rss version=\"2.0\"><channel><title>Feed</title>");
        for (int i = count; i >= 1; i--) {
            rss.append("<item><guid isPermaLink=\"false\">")
                    .append(path)
                    .append('/')
                    .append(i)
                    .append("</guid><title>Item ");
            rss.append(i).append(" of ").append(path).append(", with a title of its own</title><description>Text ");
            rss.append(i).append("</description></item>");
        }
        byte[] body = rss.append("</channel></rss>").toString().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/rss+xml");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    /** One source a feed, asked every second. */
    List<Source> sources() {
        return IntStream.range(0, feeds)
                .mapToObj(n -> Source.newBuilder()
                        .setId("feed-" + n)
                        .setStream(Stream.NEWS)
                        .setKind("rss")
                        .setUrl("http://127.0.0.1:" + server.getAddress().getPort() + "/feed/" + n)
                        .setName("Feed " + n)
                        .setIntervalSeconds(1)
                        .setAllowPrivate(true)
                        .build())
                .toList();
    }

    int total() {
        return feeds * items;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
