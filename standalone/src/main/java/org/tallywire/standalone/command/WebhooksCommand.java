package org.tallywire.standalone.command;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.function.Function;
import org.tallywire.aggregate.deliver.ByHand;
import org.tallywire.aggregate.deliver.DeliverSettings;
import org.tallywire.avro.Delivery;
import org.tallywire.schemas.Environment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Sends messages to a webhook endpoint by hand. */
@Command(
        name = "webhooks",
        mixinStandardHelpOptions = true,
        description = "Sends a test, or an alert once more, to an endpoint of the file that WEBHOOKS_FILE names.")
public final class WebhooksCommand {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Command(
            name = "test",
            mixinStandardHelpOptions = true,
            description = "Sends a test message. Exit code 1 if it is refused.")
    int test(@Parameters(paramLabel = "ENDPOINT") String endpoint, @Mixin KafkaOptions kafka) {
        return send(kafka, endpoint, hand -> hand.test(endpoint));
    }

    @Command(
            name = "resend",
            mixinStandardHelpOptions = true,
            description = "Sends an alert as it stands now once more. Exit code 1 if it is refused.")
    int resend(
            @Parameters(paramLabel = "ALERT_ID") String alert,
            @Parameters(paramLabel = "ENDPOINT") String endpoint,
            @Mixin KafkaOptions kafka) {
        return send(kafka, endpoint, hand -> hand.resend(alert, endpoint));
    }

    private int send(KafkaOptions kafka, String endpoint, Function<ByHand, Delivery> message) {
        PrintWriter out = spec.commandLine().getOut();
        try {
            Environment env = kafka.environment();
            ByHand hand = new ByHand(env.checked(DeliverSettings.from(env)), Clock.systemUTC());
            Delivery line = message.apply(hand);
            out.printf(
                    "%s: %s %d %s%n",
                    endpoint, line.getDelivered() ? "delivered" : "not delivered", line.getStatus(), line.getReason());
            out.flush();
            return line.getDelivered() ? 0 : 1;
        } catch (IllegalArgumentException | Environment.BadSettings e) {
            throw new BadInput("webhooks", String.valueOf(e.getMessage()));
        }
    }
}
