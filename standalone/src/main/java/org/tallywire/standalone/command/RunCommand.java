package org.tallywire.standalone.command;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.tallywire.schemas.Environment;
import org.tallywire.schemas.Service;
import org.tallywire.standalone.local.ServiceKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Runs one service until it is told to stop; settings come from the environment. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Runs one service with settings from the environment, until SIGTERM. Exit code 1 when it fails.")
public final class RunCommand implements Runnable {
    @Parameters(
            paramLabel = "SERVICE",
            description = "ingest-news, ingest-courts, enrich, aggregate, dashboard, sink or deliver.")
    private String label = "";

    @Override
    public void run() {
        ServiceKind kind =
                ServiceKind.of(label).orElseThrow(() -> new BadInput(label, "no such service; there are " + names()));
        Service service;
        try {
            service = kind.start(new Environment(System.getenv()));
        } catch (Environment.BadSettings e) {
            throw new BadInput(label, String.valueOf(e.getMessage()));
        }
        Runtime.getRuntime().addShutdownHook(new Thread(service::close, "stop-" + label));
        try {
            if (!service.await()) {
                // the hook closes what is left; compose starts the container anew
                Runtime.getRuntime().exit(1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String names() {
        return Arrays.stream(ServiceKind.values()).map(ServiceKind::label).collect(Collectors.joining(", "));
    }
}
