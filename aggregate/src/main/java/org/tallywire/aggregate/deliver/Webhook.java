package org.tallywire.aggregate.deliver;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tallywire.avro.Alert;
import org.tallywire.avro.Delivery;

/** Sends to one endpoint. Each endpoint has its own, so that a slow one delays no other. */
final class Webhook implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Webhook.class);
    /** Bytes of the longest body. */
    private static final int LONGEST = 64 << 10;

    private final Endpoint endpoint;
    private final Poster poster;
    private final Clock clock;
    private final Outbox outbox;
    private final Consumer<Delivery> log;

    /**
     * Makes it.
     *
     * @param internet which addresses count as public
     */
    Webhook(Endpoint endpoint, Predicate<InetAddress> internet, Clock clock, Consumer<Delivery> log) {
        this.endpoint = endpoint;
        this.poster = new Poster(address -> endpoint.mayDial(address, internet));
        this.clock = clock;
        this.outbox = new Outbox(endpoint);
        this.log = log;
    }

    /** Takes in a line of the log that was written before. */
    void remember(Delivery delivery) {
        outbox.note(delivery);
    }

    /** Sends what is due and logs every attempt; after a failure the later messages of its series wait. */
    void send(Collection<Alert> alerts) {
        Set<String> held = new HashSet<>();
        for (Alert alert : outbox.due(alerts, clock.instant())) {
            boolean open = !outbox.resting(clock.instant()) && !outbox.unsubscribed();
            if (open && !held.contains(alert.getSeries()) && !deliver(alert).getDelivered()) {
                held.add(alert.getSeries());
            }
        }
    }

    /** Sends one message, whatever was sent before; gives the line of the log. */
    Delivery deliver(Alert alert) {
        Instant now = clock.instant();
        Answer answer = post(alert, now);
        Delivery line =
                outbox.attempt(alert, answer, now, ThreadLocalRandom.current().nextDouble());
        outbox.note(line);
        log.accept(line);
        if (!line.getDelivered() && line.getNextAttempt() == null) {
            LOG.warn(
                    "webhook {} is told no more of {}: {} {}",
                    endpoint,
                    alert.getId(),
                    line.getStatus(),
                    line.getReason());
        }
        return line;
    }

    private Answer post(Alert alert, Instant now) {
        String body = body(alert);
        if (bytes(body) > LONGEST) {
            return new Answer(0, "body longer than " + LONGEST + " bytes", Duration.ZERO);
        }
        String id = outbox.message(alert);
        Map<String, String> headers = new HashMap<>();
        headers.put("webhook-id", id);
        headers.put("webhook-timestamp", Long.toString(now.getEpochSecond()));
        if (!endpoint.keys().isEmpty()) {
            headers.put("webhook-signature", Signature.of(endpoint.keys(), id, now, body));
        }
        return poster.post(endpoint.url(), body, headers, now);
    }

    /** An alert too long for a receiver goes without its quotes. */
    private String body(Alert alert) {
        String body = endpoint.template().body(alert);
        return bytes(body) <= LONGEST
                ? body
                : endpoint.template()
                        .body(Alert.newBuilder(alert).setEvidence(List.of()).build());
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    @Override
    public void close() {
        poster.close();
    }
}
