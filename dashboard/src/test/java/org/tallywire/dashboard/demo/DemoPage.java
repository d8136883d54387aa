package org.tallywire.dashboard.demo;

import java.net.InetSocketAddress;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.tallywire.dashboard.view.View;
import org.tallywire.dashboard.view.ViewLimits;
import org.tallywire.dashboard.web.Feed;
import org.tallywire.dashboard.web.PageServer;

/** Shows the page with demo records and nothing else, for looking at it: {@code DemoPage [PORT] [empty]}. */
public final class DemoPage {
    private DemoPage() {}

    public static void main(String[] args) throws Exception {
        View view = new View(ViewLimits.USUAL);
        if (args.length < 2) {
            DemoRecords.asOf(LocalDate.now(ZoneOffset.UTC))
                    .forEach(entry -> view.apply(entry.topic(), entry.key(), entry.value()));
        }
        int port = args.length == 0 ? 8099 : Integer.parseInt(args[0]);
        PageServer server = new PageServer(new InetSocketAddress("127.0.0.1", port), view, READY, () -> "");
        System.out.println("http:/" + server.address() + "/");
        Thread.currentThread().join();
    }

    /** A feed that has read everything. */
    public static final Feed READY = new Feed() {
        @Override
        public String alive() {
            return "";
        }

        @Override
        public String ready() {
            return "";
        }
    };
}
