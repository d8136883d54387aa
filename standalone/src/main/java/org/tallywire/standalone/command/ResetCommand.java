package org.tallywire.standalone.command;

import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import org.tallywire.standalone.operate.Rewind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a stopped service forget everything, after a confirmation. */
@Command(
        name = "reset",
        mixinStandardHelpOptions = true,
        description =
                "Makes a service that is stopped forget everything: offsets, internal topics, local state. It then builds its"
                        + " state from its inputs anew. Topics that others read stay.")
public final class ResetCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "SERVICE", description = "enrich or aggregate.")
    private String service = "";

    @Option(names = "--yes", description = "Do not ask.")
    private boolean yes;

    @Option(names = "--state", paramLabel = "DIR", description = "The service's state folder on this machine: deleted.")
    private @Nullable Path state;

    @Mixin
    private KafkaOptions kafka = new KafkaOptions();

    @Override
    public void run() {
        ReplayCommand.check(service);
        confirm();
        PrintWriter out = spec.commandLine().getOut();
        try (Admin admin = Admin.create(KafkaOptions.client(kafka.environment()))) {
            List<String> deleted = new Rewind(admin, service).reset();
            deleted.forEach(topic -> out.println("deleted " + topic));
            Path folder = state;
            if (folder != null && Files.exists(folder)) {
                delete(folder);
                out.println("deleted " + folder);
            }
            out.println(service + " begins anew at its next start");
            out.flush();
        } catch (Rewind.Running e) {
            throw new BadInput(String.valueOf(e.getMessage()));
        } catch (ExecutionException e) {
            throw KafkaOptions.refused(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void confirm() {
        Console console = System.console();
        if (yes) {
            return;
        }
        if (console == null || !console.isTerminal()) {
            throw new BadInput(service, "a reset wants --yes where nobody can be asked");
        }
        String answer = console.readLine("Type %s to make it forget everything: ", service);
        if (!service.equals(answer)) {
            throw new BadInput(service, "not reset");
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> inside = Files.walk(folder)) {
            for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + folder, e);
        }
    }
}
