package org.tallywire.aggregate.deliver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tallywire.avro.Alert;
import org.tallywire.avro.Delivery;
import org.tallywire.schemas.Topics;
import org.tallywire.schemas.local.LocalKafka;

class ByHandTest {
    @Test
    void aTestAndAnAlertOnceMoreAreSentSignedAndLogged(@TempDir Path dir) throws Exception {
        try (LocalKafka kafka = new LocalKafka(dir);
                Receiver receiver = new Receiver(body -> body.contains("\"rule\":\"test\"") ? 204 : 500)) {
            Files.writeString(dir.resolve("secret"), "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
            Path file = Files.writeString(
                    dir.resolve("webhooks.yaml"),
                    "- {name: desk, url: \"%s\", secretFile: secret}".formatted(receiver.address()));
            DeliverSettings settings =
                    DeliverSettings.from(kafka.environment(Map.of("WEBHOOKS_FILE", file.toString())));
            ByHand hand = new ByHand(settings, Clock.systemUTC());
            assertTrue(hand.test("desk").getDelivered());
            assertTrue(receiver.headers.getFirst().getFirst("webhook-signature").startsWith("v1,"));
            Alert alert = AlertBookTest.alert().build();
            kafka.put(Topics.ALERTS, alert.getId(), alert);
            kafka.flush();
            assertFalse(hand.resend(alert.getId(), "desk").getDelivered());
            Delivery second = hand.resend(alert.getId(), "desk");
            assertEquals(2, second.getAttempt(), "the log is remembered");
            assertEquals(
                    receiver.headers.get(1).getFirst("webhook-id"),
                    receiver.headers.get(2).getFirst("webhook-id"),
                    "the receiver can tell that it is the same message");
            assertEquals(2, kafka.latest(Topics.DELIVERIES).get(alert.getId()).getAttempt());
            assertThrows(IllegalArgumentException.class, () -> hand.test("nobody"));
            assertThrows(IllegalArgumentException.class, () -> hand.resend("nothing", "desk"));
        }
    }
}
