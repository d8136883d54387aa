package org.tallywire.aggregate.deliver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tallywire.avro.Alert;
import org.tallywire.avro.AlertState;
import org.tallywire.avro.Delivery;
import org.tallywire.avro.Evidence;
import org.tallywire.avro.Mode;
import org.tallywire.avro.Severity;
import org.tallywire.schemas.http.AddressGuard;

class WebhookTest {
    private static final Instant NOW = Instant.parse("2026-03-10T10:00:00Z");
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private final List<Delivery> log = new ArrayList<>();

    @Test
    void theSignatureIsThatOfTheSpecification() {
        String signature = Signature.of(
                Signature.keys(SECRET),
                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                Instant.ofEpochSecond(1614265330),
                "{\"test\": 2432232314}");
        assertEquals("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=", signature);
        assertEquals(
                2,
                Signature.of(Signature.keys(SECRET + " " + SECRET), "i", NOW, "b")
                        .split(" ")
                        .length);
        assertThrows(IllegalArgumentException.class, () -> Signature.keys("secret"));
    }

    @Test
    void aMessageIsSentOnceAndSigned() throws Exception {
        try (Receiver receiver = new Receiver(body -> 204)) {
            Webhook webhook = webhook(receiver, NOW);
            webhook.send(List.of(firing()));
            webhook.send(List.of(firing()));
            assertEquals(1, receiver.bodies.size());
            assertTrue(receiver.bodies.getFirst().contains("\"type\":\"alert.firing\""));
            String id = receiver.headers.getFirst().getFirst("webhook-id");
            String expected = Signature.of(Signature.keys(SECRET), id, NOW, receiver.bodies.getFirst());
            assertEquals(expected, receiver.headers.getFirst().getFirst("webhook-signature"));
            assertEquals("" + NOW.getEpochSecond(), receiver.headers.getFirst().getFirst("webhook-timestamp"));
            webhook.send(
                    List.of(AlertBookTest.alert().setState(AlertState.RESOLVED).build()));
            assertEquals(2, receiver.bodies.size(), "whoever heard of the beginning hears of the end");
        }
    }

    @Test
    void aRestartRepeatsNothingAndKeepsTheMessageId() throws Exception {
        int[] status = {500};
        try (Receiver receiver = new Receiver(body -> status[0])) {
            webhook(receiver, NOW).send(List.of(firing()));
            Webhook restarted = webhook(receiver, NOW.plus(Duration.ofMinutes(10)));
            List.copyOf(log).forEach(restarted::remember);
            status[0] = 200;
            restarted.send(List.of(firing()));
            assertEquals(
                    receiver.headers.getFirst().getFirst("webhook-id"),
                    receiver.headers.getLast().getFirst("webhook-id"));
            Webhook again = webhook(receiver, NOW.plus(Duration.ofMinutes(20)));
            log.forEach(again::remember);
            again.send(List.of(firing()));
            assertEquals(2, receiver.bodies.size());
        }
    }

    @Test
    void historyIsNotSent() throws Exception {
        try (Receiver receiver = new Receiver(body -> 200)) {
            webhook(receiver, NOW)
                    .send(List.of(
                            AlertBookTest.alert().setState(AlertState.RESOLVED).build(),
                            AlertBookTest.alert().setMode(Mode.BACKFILL).build(),
                            AlertBookTest.alert().setSeverity(Severity.INFO).build()));
            assertEquals(List.of(), receiver.bodies);
        }
    }

    @Test
    void attemptsAreSpreadOverTwoDaysAndThenEnd() {
        Outbox outbox = new Outbox(endpoint(URI.create("https://hooks.example/x")));
        Instant now = NOW;
        int attempts = 0;
        while (!outbox.due(List.of(firing()), now).isEmpty()) {
            Delivery line = outbox.attempt(firing(), new Answer(500, "down", Duration.ZERO), now, 0.5);
            outbox.note(line);
            attempts++;
            assertEquals(attempts, line.getAttempt());
            now = line.getNextAttempt() == null ? now.plus(Duration.ofDays(30)) : line.getNextAttempt();
        }
        assertEquals(8, attempts);
        Duration all = Duration.between(NOW, now.minus(Duration.ofDays(30)));
        assertTrue(all.toHours() >= 48 && all.toHours() < 60, all.toString());
    }

    @Test
    void goneMeansGoneAndRetryAfterIsKept() {
        Outbox outbox = new Outbox(endpoint(URI.create("https://hooks.example/x")));
        Delivery busy = outbox.attempt(firing(), new Answer(429, "slow down", Duration.ofHours(2)), NOW, 0.5);
        assertEquals(NOW.plusSeconds(7200), busy.getNextAttempt());
        outbox.note(outbox.attempt(firing(), new Answer(410, "", Duration.ZERO), NOW, 0.5));
        assertTrue(outbox.unsubscribed());
        assertEquals(List.of(), outbox.due(List.of(firing()), NOW.plus(Duration.ofDays(1))));
    }

    @Test
    void aRedirectIsAFailure() throws Exception {
        try (Receiver receiver = new Receiver(body -> 302)) {
            webhook(receiver, NOW).send(List.of(firing()));
            assertFalse(log.getFirst().getDelivered());
            assertEquals(302, log.getFirst().getStatus());
        }
    }

    @ParameterizedTest(name = "{0} private allowed: {1}")
    @CsvSource({
        "https://10.1.2.3/, false, not on the public internet",
        "https://192.168.0.1/, false, not on the public internet",
        "https://169.254.169.254/, false, not on the public internet",
        "https://100.64.0.1/, false, not on the public internet",
        "https://[fd00::1]/, false, not on the public internet",
        "https://[::1]/, false, not on the public internet",
        "https://[::ffff:10.0.0.1]/, false, not on the public internet",
        "https://127.0.0.1/, false, not on the public internet",
        "https://localhost/, false, not on the public internet",
        "http://203.0.113.1/, true, not on the public internet",
        "https://127.0.0.1:1/, true, refused",
        "http://127.0.0.1:1/, false, refused",
    })
    void whoMayBeDialled(URI url, boolean allowPrivate, String said) {
        Endpoint endpoint = new Endpoint("desk", url, List.of(), Template.STANDARD, allowPrivate, Severity.INFO);
        try (Webhook webhook = new Webhook(endpoint, AddressGuard::isPublic, Clock.systemUTC(), log::add)) {
            Delivery line = webhook.deliver(firing());
            assertEquals(0, line.getStatus());
            assertTrue(line.getReason().contains(said), line.getReason());
        }
    }

    @Test
    void aFailureHoldsUpTheLaterMessagesOfItsSeriesOnly() throws Exception {
        try (Receiver receiver = new Receiver(body -> body.contains("one|day1") ? 500 : 200)) {
            webhook(receiver, NOW)
                    .send(List.of(
                            alert("one|day1", "one", NOW.minusSeconds(3)),
                            alert("one|day2", "one", NOW.minusSeconds(2)),
                            alert("two|day1", "two", NOW.minusSeconds(1))));
            assertEquals(
                    List.of("one|day1", "two|day1"),
                    log.stream().map(Delivery::getAlertId).toList());
        }
    }

    @Test
    void aReceiverThatWantsToBeLeftAloneIsLeftAlone() throws Exception {
        try (Receiver receiver = new Receiver(body -> 429)) {
            receiver.retryAfter = "Tue, 10 Mar 2026 10:30:00 GMT";
            Webhook webhook = webhook(receiver, NOW);
            webhook.send(List.of(alert("one|day1", "one", NOW), alert("two|day1", "two", NOW)));
            assertEquals(1, receiver.bodies.size(), "the second is not even tried");
            assertEquals(NOW.plusSeconds(1800), log.getFirst().getNextAttempt());
        }
    }

    @Test
    void aSlowReceiverDelaysNoOther() throws Exception {
        try (Receiver slow = new Receiver(body -> {
                    sleep(2_000);
                    return 200;
                });
                Receiver quick = new Receiver(body -> 200)) {
            Webhook first = webhook(slow, NOW);
            Webhook second = webhook(quick, NOW);
            Thread waiting = Thread.ofVirtual().start(() -> first.send(List.of(firing())));
            second.send(List.of(firing()));
            assertEquals(1, quick.bodies.size());
            assertTrue(waiting.isAlive(), "the slow one still waits");
            waiting.join();
        }
    }

    @Test
    void aLongAlertGoesWithoutItsQuotes() throws Exception {
        try (Receiver receiver = new Receiver(body -> 200)) {
            List<Evidence> quotes = java.util.stream.IntStream.range(0, 100)
                    .mapToObj(i -> new Evidence("d" + i, "https://news.example/" + i, "ж".repeat(400)))
                    .toList();
            webhook(receiver, NOW)
                    .send(List.of(Alert.newBuilder(firing()).setEvidence(quotes).build()));
            assertTrue(receiver.bodies.getFirst().getBytes(UTF_8).length <= 64 << 10);
            assertTrue(receiver.bodies.getFirst().contains("\"type\":\"alert.firing\""));
        }
    }

    @Test
    void aMessageSentByHandThatGetsThroughSubscribesAgain() throws Exception {
        int[] status = {410};
        try (Receiver receiver = new Receiver(body -> status[0])) {
            Webhook webhook = webhook(receiver, NOW);
            webhook.send(List.of(firing()));
            webhook.send(List.of(alert("two|day1", "two", NOW)));
            assertEquals(1, receiver.bodies.size(), "gone means gone");
            status[0] = 204;
            assertTrue(webhook.deliver(firing()).getDelivered());
            webhook.send(List.of(alert("two|day1", "two", NOW)));
            assertEquals(3, receiver.bodies.size());
        }
    }

    @Test
    void slackGetsTextAndQuotes() {
        Alert alert = AlertBookTest.alert()
                .setEvidence(List.of(new Evidence("d1", "https://news.example/1", "<Sent> to court: 12 cases.")))
                .build();
        String body = Template.SLACK.body(alert);
        assertTrue(body.contains("\"text\":\"WARNING: court.filed"), body);
        assertTrue(body.contains("&lt;Sent&gt; to court"), body);
        assertTrue(body.contains("<https://news.example/1/d1>") || body.contains("<https://news.example/1|d1>"), body);
    }

    @Test
    void theListOfEndpointsIsReadAndPlainHttpRefused(@TempDir Path dir) throws Exception {
        Files.writeString(dir.resolve("secret"), SECRET);
        Path file = Files.writeString(dir.resolve("webhooks.yaml"), """
                - {name: desk, url: https://hooks.example/a, secretFile: secret, severity: warning}
                - {name: chat, url: https://chat.example/b, template: slack}
                """);
        List<Endpoint> endpoints = EndpointFile.read(file);
        assertEquals(
                List.of("desk", "chat"), endpoints.stream().map(Endpoint::name).toList());
        assertEquals(Severity.WARNING, endpoints.getFirst().least());
        Files.writeString(file, "- {name: desk, url: http://hooks.example/a}\n");
        assertThrows(IllegalArgumentException.class, () -> EndpointFile.read(file));
        Files.writeString(file, "- {name: desk, url: https://hooks.example/a, colour: red}\n");
        assertThrows(IllegalArgumentException.class, () -> EndpointFile.read(file));
    }

    private static Alert firing() {
        return AlertBookTest.alert().build();
    }

    private static Endpoint endpoint(URI url) {
        return new Endpoint("desk", url, Signature.keys(SECRET), Template.STANDARD, false, Severity.WARNING);
    }

    private Webhook webhook(Receiver receiver, Instant now) {
        return new Webhook(
                endpoint(receiver.address()), AddressGuard::isPublic, Clock.fixed(now, ZoneOffset.UTC), log::add);
    }

    private static Alert alert(String id, String series, Instant updated) {
        return AlertBookTest.alert()
                .setId(id)
                .setSeries(series)
                .setUpdatedAt(updated)
                .build();
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
