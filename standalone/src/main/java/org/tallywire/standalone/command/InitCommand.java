package org.tallywire.standalone.command;

import java.io.PrintWriter;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.tallywire.schemas.Environment;
import org.tallywire.schemas.HttpRegistry;
import org.tallywire.schemas.SchemaCheckIn;
import org.tallywire.schemas.TopicProvisioner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prepares a broker and a registry; compose runs it before anything else. Safe to run again. */
@Command(
        name = "init",
        mixinStandardHelpOptions = true,
        description = "Creates the topics, waits until they can be written, registers the schemas. Safe to run again.")
public final class InitCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--replication", description = "Copies of each topic (default: ${DEFAULT-VALUE}).")
    private short replication = 1;

    @Mixin
    private KafkaOptions kafka = new KafkaOptions();

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        Environment env = kafka.environment();
        Properties client = KafkaOptions.client(env);
        try (Admin admin = Admin.create(client)) {
            TopicProvisioner.provision(admin, replication).forEach(out::println);
        } catch (ExecutionException e) {
            throw new BadInput(client.getProperty("bootstrap.servers"), String.valueOf(e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        HttpRegistry registry = new HttpRegistry(env.text("REGISTRY_URL", ""));
        registry.requireCompatibility("FULL_TRANSITIVE");
        SchemaCheckIn.registerAll(registry).forEach(out::println);
        out.println("ready");
        out.flush();
    }
}
