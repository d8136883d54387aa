package org.tallywire.standalone.command;

import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.tallywire.standalone.operate.Rewind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a stopped service read its inputs once more. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description =
                "Makes a service that is stopped read its inputs from the beginning once more. It keeps what it remembers,"
                        + " so the result is the one that stands there, with new rules where they changed.")
public final class ReplayCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "SERVICE", description = "enrich or aggregate.")
    private String service = "";

    @Mixin
    private KafkaOptions kafka = new KafkaOptions();

    @Override
    public void run() {
        check(service);
        spec.commandLine().getOut().println(replay(service, KafkaOptions.client(kafka.environment())) + "; start it");
    }

    /** Sets a service back; returns what was done, in words. */
    static String replay(String service, Properties client) {
        try (Admin admin = Admin.create(client)) {
            return service + " will read " + new Rewind(admin, service).replay() + " records again";
        } catch (Rewind.Running e) {
            throw new BadInput(String.valueOf(e.getMessage()));
        } catch (ExecutionException e) {
            throw KafkaOptions.refused(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return service + " was not set back";
        }
    }

    /** Refuses a service that cannot be set back. */
    static void check(String service) {
        if (!Rewind.INPUTS.containsKey(service)) {
            throw new BadInput(
                    service, "cannot be set back; there are " + String.join(" and ", Rewind.INPUTS.keySet()));
        }
    }
}
