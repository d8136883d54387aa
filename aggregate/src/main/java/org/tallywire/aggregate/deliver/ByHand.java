package org.tallywire.aggregate.deliver;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.tallywire.avro.Alert;
import org.tallywire.avro.AlertState;
import org.tallywire.avro.Delivery;
import org.tallywire.avro.Mode;
import org.tallywire.avro.Severity;
import org.tallywire.schemas.Topics;
import org.tallywire.schemas.http.AddressGuard;
import org.tallywire.schemas.http.Metrics;

/** Messages that a person sends to one webhook endpoint: a test, or an alert once more. They are logged like all others. */
public final class ByHand {
    private final DeliverSettings settings;
    private final Clock clock;

    public ByHand(DeliverSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** Sends an invented alert of rule test; IllegalArgumentException if there is no such endpoint. */
    public Delivery test(String endpoint) {
        Instant now = clock.instant();
        return send(
                endpoint,
                Alert.newBuilder()
                        .setId("test|" + endpoint + "|" + now)
                        .setRule("test")
                        .setSeries("test")
                        .setName("test")
                        .setLabels(Map.of())
                        .setState(AlertState.FIRING)
                        .setSeverity(Severity.INFO)
                        .setDay(now.atOffset(ZoneOffset.UTC).toLocalDate())
                        .setStartsAt(now)
                        .setUpdatedAt(now)
                        .setMode(Mode.LIVE)
                        .setMessage("A test of this webhook, sent by hand")
                        .build());
    }

    /** Sends an alert as it stands now, under the id that its message had; IllegalArgumentException if there is no such alert or endpoint. */
    public Delivery resend(String alertId, String endpoint) {
        AlertBook book = new AlertBook(settings.tick());
        try (TopicFeed<Alert> alerts = new TopicFeed<>(settings.kafka(), Topics.ALERTS, book::put)) {
            alerts.load();
        }
        Optional<Alert> found = book.alerts().stream()
                .filter(alert -> alert.getId().equals(alertId))
                .findFirst();
        return send(endpoint, found.orElseThrow(() -> new IllegalArgumentException("no such alert: " + alertId)));
    }

    private Delivery send(String name, Alert alert) {
        Endpoint endpoint = settings.endpoints().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "no such endpoint: " + name + "; there are " + settings.endpoints()));
        try (DeliveryLog log = new DeliveryLog(settings.kafka(), Metrics.of("deliver"));
                Webhook webhook = new Webhook(endpoint, AddressGuard::isPublic, clock, log::write)) {
            try (TopicFeed<Delivery> past =
                    new TopicFeed<>(settings.kafka(), Topics.DELIVERIES, (id, line) -> webhook.remember(line))) {
                past.load();
            }
            return webhook.deliver(alert);
        }
    }
}
