package org.tallywire.aggregate.deliver;

import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.tallywire.avro.Alert;
import org.tallywire.avro.Delivery;

/** Sends to one endpoint. Each endpoint has its own, so that a slow one delays no other. */
final class Webhook {
    private static final int LONGEST = 64 << 10;

    private final Endpoint endpoint;
    private final HttpClient http;
    private final Clock clock;
    private final Outbox outbox;
    private final Consumer<Delivery> log;

    Webhook(Endpoint endpoint, HttpClient http, Clock clock, Consumer<Delivery> log) {
        this.endpoint = endpoint;
        this.http = http;
        this.clock = clock;
        this.outbox = new Outbox(endpoint);
        this.log = log;
    }

    /** Takes in a line of the log that was written before. */
    void remember(Delivery delivery) {
        outbox.note(delivery);
    }

    /** Sends what is due and logs every attempt. */
    void send(Collection<Alert> alerts) throws InterruptedException {
        for (Alert alert : outbox.due(alerts, clock.instant())) {
            Instant now = clock.instant();
            Answer answer = post(alert, now);
            Delivery line = outbox.attempt(
                    alert, answer, now, ThreadLocalRandom.current().nextDouble());
            outbox.note(line);
            log.accept(line);
        }
    }

    private Answer post(Alert alert, Instant now) throws InterruptedException {
        String refusal = PublicAddress.refusal(endpoint.url(), endpoint.allowPrivate());
        if (!refusal.isEmpty()) {
            return new Answer(0, refusal, 0);
        }
        String id = outbox.message(alert);
        String body = body(alert);
        Map<String, String> headers = new HashMap<>();
        headers.put("webhook-id", id);
        headers.put("webhook-timestamp", Long.toString(now.getEpochSecond()));
        if (!endpoint.keys().isEmpty()) {
            headers.put("webhook-signature", Signature.of(endpoint.keys(), id, now, body));
        }
        return Answer.post(http, endpoint.url(), body, headers);
    }

    /** An alert too long for a receiver goes without its quotes. */
    private String body(Alert alert) {
        String body = endpoint.template().body(alert);
        return body.length() <= LONGEST
                ? body
                : endpoint.template()
                        .body(Alert.newBuilder(alert)
                                .setEvidence(java.util.List.of())
                                .build());
    }
}
