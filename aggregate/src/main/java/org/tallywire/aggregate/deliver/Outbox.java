package org.tallywire.aggregate.deliver;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.Alert;
import org.tallywire.avro.Delivery;
import org.tallywire.avro.Mode;

/**
 * What one endpoint must still be told. It hears of an alert that fires and has not been told in this state or severity, and of its
 * end if it heard of its beginning; never of history. The log of deliveries is its whole memory, so a restart repeats nothing.
 */
final class Outbox {
    /** First pause; each further one is three times as long, about 54 hours in all. */
    private static final Duration FIRST = Duration.ofMinutes(3);

    private static final int ATTEMPTS = 8;

    private final Endpoint endpoint;
    private final Map<String, Delivery> lastByMessage = new HashMap<>();
    private final Map<String, String> toldByAlert = new HashMap<>();
    private boolean unsubscribed;
    private Instant restsUntil = Instant.MIN;

    Outbox(Endpoint endpoint) {
        this.endpoint = endpoint;
    }

    /** Takes in a line of the log, old or new. */
    void note(Delivery delivery) {
        if (!delivery.getEndpoint().equals(endpoint.name())) {
            return;
        }
        lastByMessage.put(delivery.getId(), delivery);
        if (delivery.getDelivered()) {
            toldByAlert.put(delivery.getAlertId(), delivery.getId());
            unsubscribed = false;
        } else if (new Answer(delivery.getStatus(), "", Duration.ZERO).gone()) {
            unsubscribed = true;
        }
    }

    /** True after the receiver said that it is gone, until a message sent by hand gets through. */
    boolean unsubscribed() {
        return unsubscribed;
    }

    /** True while the receiver wants to be left alone. */
    boolean resting(Instant now) {
        return now.isBefore(restsUntil);
    }

    /** Alerts to be told now, oldest first; a message that waits for its next attempt holds up its own series only. */
    List<Alert> due(Collection<Alert> alerts, Instant now) {
        List<Alert> due = new ArrayList<>();
        Set<String> waiting = new HashSet<>();
        alerts.stream()
                .filter(alert -> !unsubscribed && !resting(now) && endpoint.wants(alert) && news(alert, now))
                .sorted(java.util.Comparator.comparing(Outbox::at))
                .forEach(alert -> {
                    Delivery last = lastByMessage.get(message(alert));
                    boolean over = last != null && (last.getDelivered() || last.getNextAttempt() == null);
                    boolean waits =
                            !over && last != null && last.getNextAttempt().isAfter(now);
                    if (waits) {
                        waiting.add(alert.getSeries());
                    } else if (!over && !waiting.contains(alert.getSeries())) {
                        due.add(alert);
                    }
                });
        return due;
    }

    private boolean news(Alert alert, Instant now) {
        return alert.getMode() != Mode.BACKFILL
                && (AlertBook.fires(alert, now) || (AlertBook.isOver(alert) && toldByAlert.containsKey(alert.getId())));
    }

    /** Id of the message: the same for every attempt, another one when state or severity moves. */
    String message(Alert alert) {
        String text = endpoint.name() + "|" + alert.getId() + "|" + alert.getState() + "|" + alert.getSeverity();
        return "msg_" + UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The line for the log after an attempt. */
    Delivery attempt(Alert alert, Answer answer, Instant now, double jitter) {
        @Nullable Delivery last = lastByMessage.get(message(alert));
        int attempt = last == null ? 1 : last.getAttempt() + 1;
        boolean again = !answer.ok() && !answer.gone() && attempt < ATTEMPTS;
        restsUntil = now.plus(answer.ok() ? Duration.ZERO : answer.retryAfter());
        return Delivery.newBuilder()
                .setId(message(alert))
                .setAlertId(alert.getId())
                .setAlertRevision(alert.getRevision())
                .setState(alert.getState())
                .setEndpoint(endpoint.name())
                .setAttempt(attempt)
                .setStatus(answer.status())
                .setDelivered(answer.ok())
                .setReason(answer.ok() ? "" : answer.reason())
                .setAt(now)
                .setNextAttempt(again ? now.plus(pause(attempt, answer, jitter)) : null)
                .build();
    }

    /** 3, 9, 27 ... minutes, up to a tenth more or less; longer if the receiver asks for it. */
    private static Duration pause(int attempt, Answer answer, double jitter) {
        double seconds = FIRST.toSeconds() * Math.pow(3, attempt - 1) * (1 + (jitter - 0.5) / 5);
        return Duration.ofSeconds(Math.max(answer.retryAfter().toSeconds(), Math.round(seconds)));
    }

    private static Instant at(Alert alert) {
        Instant at = alert.getUpdatedAt();
        return at == null ? Instant.MIN : at;
    }
}
