package org.tallywire.ingest.poll;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tallywire.avro.HealthState;
import org.tallywire.avro.Source;
import org.tallywire.avro.SourceState;
import org.tallywire.ingest.fetch.Exchange;
import org.tallywire.ingest.fetch.Fetched;

/** Who is to blame when hosts cannot be reached: they, or the network. */
class NetworkTest {
    private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

    private final Network network = new Network();
    private final Map<String, Instant> successes = new HashMap<>();
    private Instant now = START;

    /** Polls in turn, a minute apart: a host's name with {@code +} answers, with {@code -} cannot be reached, {@code ..} lets a day pass. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
            two dead among three that answer, a+ b+ c+ a- b- c+ a- b-, ''
            three of many in a row, a+ b+ c+ d+ a- b- c-, c
            an answer in between clears it, a+ b+ c+ d+ a- b- d+ c-, ''
            two sources and both are lost, a+ b+ a- b-, b
            one source is the source's own fault, a+ a- a- a-, ''
            the same host again proves nothing, a+ b+ a- a- a-, ''
            three that never answered beside one that does, a+ x- y- z- a+ x- y- z-, ''
            nothing has ever answered, x- y- z-, z
            dead for longer than a day they prove nothing, a+ b+ c+ .. a+ .. b- c- a+ b- c-, ''
            all were alive until yesterday, a+ b+ a- b- .. .. a- b-, b
            """)
    void blame(String why, String polls, String blamed) {
        List<String> found = new ArrayList<>();
        for (String poll : polls.split(" ")) {
            if (poll.equals("..")) {
                now = now.plus(Duration.ofDays(1));
                continue;
            }
            now = now.plus(Duration.ofMinutes(1));
            String host = poll.substring(0, 1);
            boolean answers = poll.endsWith("+");
            if (network.isBlamedFor(host, polled(host, answers), successes.get(host), now)) {
                found.add(host);
            }
            if (answers) {
                successes.put(host, now);
            }
        }
        assertEquals(blamed.isEmpty() ? List.of() : Arrays.asList(blamed.split(" ")), found, why);
    }

    private static Polled<String> polled(String host, boolean answers) {
        Source source = Source.newBuilder()
                .setId(host)
                .setUrl("https://" + host + ".example/rss")
                .build();
        Order order = Order.of(SourceState.newBuilder().setSource(source).build(), List.of(), List.of(), START);
        HealthState state = answers ? HealthState.REFUSED : HealthState.CONNECT_TIMEOUT;
        Exchange exchange = new Exchange(answers ? 403 : 0, source.getUrl(), List.of(), 0, 1, START);
        Fetched first = new Fetched.Refused(state, "", null, exchange);
        return new Polled<>(order, START, first, List.of(), state, "", false, Map.of());
    }
}
