package org.tallywire.standalone.command;

import java.io.PrintWriter;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.tallywire.schemas.Access;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Grants every service what the catalogue says that it reads and writes; compose runs it in profile "secure". */
@Command(
        name = "access",
        mixinStandardHelpOptions = true,
        description =
                "Brings the rights at a broker with an authorizer in line with the topic catalogue. Safe to run again.")
public final class AccessCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private KafkaOptions kafka = new KafkaOptions();

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        Properties client = KafkaOptions.client(kafka.environment());
        try (Admin admin = Admin.create(client)) {
            Access.grant(admin).forEach(out::println);
        } catch (ExecutionException e) {
            throw new BadInput(client.getProperty("bootstrap.servers"), String.valueOf(e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        out.println("ready");
        out.flush();
    }
}
